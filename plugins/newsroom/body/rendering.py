"""Renders a tree as HTML and splits it into the parts of a Document. Every character of the text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..findings.problems import Place
from . import attaching, cleaning, marks
from .document import LinkSlot, Part, PhotoSlot
from .galley import Galley, noted
from .illustrations import SLOT
from .joining import BLOCKS, join

_RAW = re.compile(marks.pattern(marks.RAW))
_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt"})  # blocks that contain only words
_VOID = frozenset({"br", "hr"})
_SLOTS = re.compile(
    f'<hr class="{marks.pattern(marks.PHOTOS)}">|{marks.pattern(marks.LINK)}|{attaching.LINK}', re.DOTALL
)
_TABLE = re.compile("<(/?)table>")
_CELL = re.compile(r"<t[hd]\b([^>]*)>")
_NARROW = 3  # columns that fit any screen: the style sheet lets them shrink

OpenTag = tuple[str, Place]


def render(root: Element, galley: Galley) -> tuple[Part, ...]:
    """The parts of the body. If it contains raw HTML, the whole HTML is cleaned, once."""
    for number in sorted(galley.pieces):
        cleaning.inspect(galley.pieces[number], galley)
    html = "".join(_Writer(galley).content(root))
    if galley.pieces:
        html = cleaning.clean(html)
    return cut(_with_wide_tables(html), galley)


def photos_mark(slot: int) -> str:
    """The placeholder in HTML for galley.slots[slot] until it is cut."""
    return f'<hr class="{marks.note(marks.PHOTOS, slot)}">'


def cut(html: str, galley: Galley) -> tuple[Part, ...]:
    """HTML split at the placeholders of photos, the notes of links and the links to attachments, which become slots."""
    if not galley.slots and not galley.links and not galley.attachments:
        return (html.rstrip(),) if html.strip() else ()
    return tuple(_parts(html, galley))


def _with_wide_tables(html: str) -> str:
    """Wrap every wide table in a scrolling box, reachable by keyboard (WCAG 2.1.1). Attributes never contain a bare `<`."""
    wide = [(start, end) for start, end in _tables(html) if _is_wide(html[start:end])]
    pieces, last = [], 0
    for number, (start, end) in enumerate(wide, start=1):
        label = "表格" if len(wide) == 1 else f"表格{number}"
        box = f'<section class="table-wrap" tabindex="0" aria-label="{label}">'
        pieces += [html[last:start], box, html[start:end], "</section>"]
        last = end
    return "".join((*pieces, html[last:])) if wide else html


def _tables(html: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each table that is not nested in another."""
    depth = start = 0
    for tag in _TABLE.finditer(html):
        if not depth:
            start = tag.start()
        depth += -1 if tag[1] else 1
        if not depth:
            yield start, tag.end()


def _is_wide(table: str) -> bool:
    """Whether a table has a row with too many cells for a narrow screen, or a cell that spans several columns."""
    rows = table.split("</tr>")
    return "colspan" in table or any(len(_CELL.findall(row)) > _NARROW for row in rows)


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
        if between.strip() or (attachment and between.strip("\n")):  # a space between two links is kept
            yield between
        yield slot
        last = end
    if html[last:].strip():
        yield html[last:].rstrip()


class _Writer:
    """Walks a tree and yields HTML. Raw tags are closed at the end of the element in which they were opened."""

    def __init__(self, galley: Galley) -> None:
        self._galley = galley
        self._ours = marks.OURS if galley.pieces else ""

    def content(self, element: Element, in_link: bool = False, *, in_line: bool = False) -> Iterator[str]:
        """The HTML inside an element. in_line: whether blocks are forbidden there."""
        open_tags: list[OpenTag] = []
        if element.text:
            yield from self._text(element.text, open_tags, in_line)
        for child in element:
            yield from self._element(child, in_link)
            if child.tail:
                yield from self._text(child.tail, open_tags, in_line)
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
        elif tag == "a" and in_link:  # links cannot be nested
            yield from self.content(element, in_link)
        elif tag == "p" and self._is_raw_block(element):
            yield from self.content(element)
            yield "\n"
        else:
            yield f"<{tag}{self._attributes(element)}>"
            yield from self.content(element, in_link or tag == "a", in_line=tag in _LINES or tag not in BLOCKS)
            yield f"</{tag}>\n" if tag in BLOCKS else f"</{tag}>"

    def _is_raw_block(self, paragraph: Element) -> bool:
        match = _RAW.fullmatch(paragraph.text or "") if not len(paragraph) else None
        return match is not None and cleaning.begins_block(self._galley.pieces[marks.number(match.group(1))])

    def _attributes(self, element: Element) -> str:
        return "".join(f' {name}="{self._value(name, value or "")}"' for name, value in element.items())

    def _value(self, name: str, value: str) -> str:
        if name == "href" and value.startswith((marks.LINK, marks.ATTACHMENT)):
            return value
        value = _escaped(noted(value)[0]).replace('"', "&quot;")
        is_foreign = name in ("href", "title", "start", "value", "rel") and not value.startswith("#")
        return value if is_foreign else self._ours + value

    def _text(self, text: str, open_tags: list[OpenTag], in_line: bool) -> Iterator[str]:
        if marks.RAW not in text:
            yield _escaped(text)
            return
        last = 0
        for match in _RAW.finditer(text):
            yield _escaped(text[last : match.start()])
            piece = self._galley.pieces[marks.number(match.group(1))]
            if in_line:
                self._report_block(piece)
            yield from self._raw(piece, open_tags)
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
            self._galley.report("BD17", self._galley.place_of("</" + name), {"tag": f"/{name}"})

    def _report_block(self, piece: str) -> None:
        """Report a block tag in the middle of a paragraph: browsers would end the paragraph there."""
        tag = cleaning.single_tag(piece)
        if tag is None or tag[1] or not cleaning.begins_block(piece) or tag[0] not in cleaning.TAGS:
            return
        number = noted(piece)[1]
        offset = self._galley.offsets[number] if number is not None else 0
        self._galley.report("BD41", self._galley.place(offset, len(tag[0]) + 1), {"tag": tag[0]})

    def _closed_for_the_editor(self, open_tags: list[OpenTag]) -> str:
        name, place = open_tags.pop()
        self._galley.report("BD17", place, {"tag": name})
        return f"</{name}>"


def _escaped(text: str) -> str:
    text = marks.without_places(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text
