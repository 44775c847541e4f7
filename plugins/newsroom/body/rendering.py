"""Writes a tree as HTML and cuts it into the parts of a Document. Every character of the text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..document import LinkSlot, Part, PhotoSlot
from ..problems import Place
from . import attaching, cleaning, marks
from .galley import Galley, noted
from .illustrations import SLOT
from .joining import BLOCKS, join

_RAW = re.compile(marks.pattern(marks.RAW))
_VOID = frozenset({"br", "hr"})
_SLOTS = re.compile(
    f'<hr class="{marks.pattern(marks.PHOTOS)}">|{marks.pattern(marks.LINK)}|{attaching.LINK}', re.DOTALL
)
_TABLE = re.compile("<table>")

OpenTag = tuple[str, Place]


def render(root: Element, galley: Galley) -> tuple[Part, ...]:
    """The parts of the body. Raw HTML, if there is any, is cleaned together with everything around it, once."""
    for number in sorted(galley.pieces):
        cleaning.inspect(galley.pieces[number], galley)
    html = "".join(_Writer(galley).content(root))
    if galley.pieces:
        html = cleaning.clean(html)
    return cut(_with_wide_tables(html), galley)


def photos_mark(slot: int) -> str:
    """What stands in HTML for galley.slots[slot] until it is cut."""
    return f'<hr class="{marks.note(marks.PHOTOS, slot)}">'


def cut(html: str, galley: Galley) -> tuple[Part, ...]:
    """HTML cut at the marks of photos, the notes of links and the links to attachments, which become slots."""
    if not galley.slots and not galley.links and not galley.attachments:
        return (html.rstrip(),) if html.strip() else ()
    return tuple(_parts(html, galley))


def _with_wide_tables(html: str) -> str:
    """Every table in a box of its own that scrolls, reachable by keyboard (WCAG 2.1.1). No attribute holds a bare `<`."""
    total = html.count("<table>")
    if not total:
        return html
    labels = iter(["表格"] if total == 1 else [f"表格{number}" for number in range(1, total + 1)])
    box = '<div class="table-wrap" role="region" tabindex="0" aria-label="{}"><table>'
    return _TABLE.sub(lambda _: box.format(next(labels)), html).replace("</table>", "</table></div>")


def _parts(html: str, galley: Galley) -> Iterator[Part]:
    last = 0
    for match in _SLOTS.finditer(html):
        photos, link, attachment, words = match.groups()
        start, end = match.span()
        slot: Part
        if attachment:
            slot, start, end = attaching.cut_out(html, match, marks.number(attachment), words, galley)
        else:
            slot = PhotoSlot(galley.slots[marks.number(photos)]) if photos else LinkSlot(marks.number(link))
        between = html[last:start]
        if between.strip() or (attachment and between.strip("\n")):  # a blank between two links is one
            yield between
        yield slot
        last = end
    if html[last:].strip():
        yield html[last:].rstrip()


class _Writer:
    """Walks a tree and yields HTML. Raw tags are closed where the element ends in which they were opened."""

    def __init__(self, galley: Galley) -> None:
        self._galley = galley
        self._ours = marks.OURS if galley.pieces else ""

    def content(self, element: Element, in_link: bool = False) -> Iterator[str]:
        open_tags: list[OpenTag] = []
        if element.text:
            yield from self._text(element.text, open_tags)
        for child in element:
            yield from self._element(child, in_link)
            if child.tail:
                yield from self._text(child.tail, open_tags)
        while open_tags:
            yield self._closed_for_the_editor(open_tags)

    def _element(self, element: Element, in_link: bool) -> Iterator[str]:
        tag = element.tag
        if tag == "p" and not len(element) and not (element.text or "").strip():
            return
        if tag == SLOT:
            yield photos_mark(int(element.get("number") or 0))
        elif tag in _VOID:
            yield f"<{tag}>"
        elif tag == "a" and in_link:  # a link cannot stand inside a link
            yield from self.content(element, in_link)
        elif tag == "p" and self._is_raw_block(element):
            yield from self.content(element)
            yield "\n"
        else:
            yield f"<{tag}{self._attributes(element)}>"
            yield from self.content(element, in_link or tag == "a")
            yield f"</{tag}>\n" if tag in BLOCKS else f"</{tag}>"

    def _is_raw_block(self, paragraph: Element) -> bool:
        match = _RAW.fullmatch(paragraph.text or "") if not len(paragraph) else None
        return bool(match) and cleaning.begins_block(self._galley.pieces[marks.number(match.group(1))])

    def _attributes(self, element: Element) -> str:
        return "".join(f' {name}="{self._value(name, value or "")}"' for name, value in element.items())

    def _value(self, name: str, value: str) -> str:
        if name == "href" and value.startswith((marks.LINK, marks.ATTACHMENT)):
            return value
        value = _escaped(noted(value)[0]).replace('"', "&quot;")
        is_foreign = name in ("href", "title", "start", "rel") and not value.startswith("#")
        return value if is_foreign else self._ours + value

    def _text(self, text: str, open_tags: list[OpenTag]) -> Iterator[str]:
        if marks.RAW not in text:
            yield _escaped(text)
            return
        last = 0
        for match in _RAW.finditer(text):
            yield _escaped(text[last : match.start()])
            yield from self._raw(self._galley.pieces[marks.number(match.group(1))], open_tags)
            last = match.end()
        yield _escaped(text[last:])

    def _raw(self, piece: str, open_tags: list[OpenTag]) -> Iterator[str]:
        tag = cleaning.single_tag(piece)
        html = cleaning.without_forged_notes(piece)
        if tag is None:
            yield html if "<pre" in html else join(html)
            return
        name, is_end = tag
        if name not in cleaning.TAGS:
            return
        if not is_end:
            yield html
            if not cleaning.is_void(name):
                number = noted(piece)[1]
                offset = self._galley.offsets[number] if number is not None else 0
                open_tags.append((name, self._galley.place(offset, len(name) + 1)))
        elif any(name == other for other, _ in open_tags):
            while open_tags[-1][0] != name:
                yield self._closed_for_the_editor(open_tags)
            open_tags.pop()
            yield f"</{name}>"
        else:
            self._galley.report("BD17", self._galley.place_of("</" + name), tag=f"/{name}")

    def _closed_for_the_editor(self, open_tags: list[OpenTag]) -> str:
        name, place = open_tags.pop()
        self._galley.report("BD17", place, tag=name)
        return f"</{name}>"


def _escaped(text: str) -> str:
    text = marks.without_places(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text
