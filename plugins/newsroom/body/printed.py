"""Extracts the text that a body prints, in page order: its HTML without tags, and its photos' captions.

The numbers of list items are included, since readers see them; those of footnotes are not, since we generate them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from ..text.placed import Kind, Mark, Span
from .document import AttachmentSlot, Part, PhotoSlot, WrittenPhoto
from .joining import BLOCKS
from .quoting import EDITORS_NOTE
from .written import LETTERS

_TAG = re.compile(r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^<>"]|"[^"]*")*)>""")
_PLAIN_BLOCK = re.compile(r"(<blockquote>)?<(p|li|h[2-6])\b[^>]*>(.*?)</\2>")
_NOTE = re.compile(r' id="fnref')
_NUMBER = re.compile(r' (?:start|value)="([0-9]+)"')
_SIGN = re.compile(r"[\W_]")
_MASKED = "\ufffc"  # replaces every sign in code, where nothing is markup
_BACK = "footnote-backref"  # the class of the generated link from a footnote back to its reference
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.ITEM),
    **dict.fromkeys(("td", "th", "caption"), Kind.CELL),
    "blockquote": Kind.QUOTATION,
    "pre": Kind.CODE,
}
_MARKS = {"a": Mark.LINK, **dict.fromkeys(("code", "kbd", "samp"), Mark.CODE)}


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one paragraph, cell or item as printed, without surrounding blanks.

    first: the index of its first letter in Printed.letters; spans: its links and code.
    """

    words: str
    first: int
    kind: Kind = Kind.PARAGRAPH
    spans: tuple[Span, ...] = ()

    @property
    def is_caption(self) -> bool:
        """Whether it is a photo's caption, where nothing is parsed as markup."""
        return self.kind is Kind.CAPTION

    @property
    def text(self) -> str:
        """The words with the signs of code masked."""
        if self.kind is Kind.CODE:
            return _SIGN.sub(_MASKED, self.words)
        text = self.words
        for span in self.spans:
            if span.mark is Mark.CODE:
                text = text[: span.start] + _SIGN.sub(_MASKED, text[span.start : span.end]) + text[span.end :]
        return text


@dataclass(slots=True)
class Printed:
    """letters: all printed letters in a row; numbers: (start, end) in them of the numbers of list items.

    code: the lines of code blocks, as printed.
    """

    letters: str = ""
    lines: list[Line] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    code: frozenset[str] = frozenset()


def read(parts: Iterable[Part], photos: Sequence[WrittenPhoto]) -> Printed:
    """The text that the parts of a Document print."""
    reader = _Reader()
    for html, slot in _chunks(parts):
        reader.html(html)
        for index in slot:
            reader.caption(photos[index])
    reader.end_line()
    return Printed("".join(reader.letters), reader.lines, reader.numbers, frozenset(reader.code))


def words_of_plain(parts: Iterable[Part], photos: Sequence[WrittenPhoto]) -> Iterator[tuple[Kind, str]]:
    """The words of each line that a body read the short way prints: its HTML is simple, so one pattern finds them all."""
    for html, slot in _chunks(parts):
        for quote, name, inner in _PLAIN_BLOCK.findall(html):
            words = _TAG.sub("", inner) if "<" in inner else inner
            yield Kind.QUOTATION if quote else _KINDS.get(name, Kind.PARAGRAPH), words.strip()
        yield from ((Kind.CAPTION, words) for index in slot if (words := photos[index].caption.strip()))


def _chunks(parts: Iterable[Part]) -> Iterable[tuple[str, tuple[int, ...]]]:
    """HTML up to the next photos, with the indexes of these; the slot of a link is inside a tag and prints nothing."""
    html: list[str] = []
    for part in parts:
        if isinstance(part, PhotoSlot):
            yield "".join(html), part.photos
            html = []
        elif isinstance(part, str):
            html.append(part)
        elif isinstance(part, AttachmentSlot):
            html.append(f"<a>{part.words}</a>")
    yield "".join(html), ()


class _Reader:
    """Scans HTML that we have written: its tags are lower case, paired, and quote their attributes with `"`."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.lines: list[Line] = []
        self.numbers: list[tuple[int, int]] = []
        self.code: set[str] = set()
        self._count = 0
        self._line = ""
        self._first = 0
        self._blocks = [("", Kind.PARAGRAPH)]  # the open ones, each with the kind of its words
        self._marks: list[tuple[Mark, int]] = []  # the open ones, each with its start in the line
        self._spans: list[Span] = []
        self._lists: list[int | None] = []  # the number of the next item of every open list
        self._silent = ""  # the open element whose words are generated

    def html(self, html: str) -> None:
        last = 0
        for tag in _TAG.finditer(html):
            if tag.start() > last:
                self._text(html[last : tag.start()])
            self._tag(tag["name"], bool(tag["end"]), tag["attributes"])
            last = tag.end()
        self._text(html[last:])

    def caption(self, photo: WrittenPhoto) -> None:
        self.end_line()
        self._add(photo.caption)
        self.end_line(Kind.CAPTION)

    def end_line(self, kind: Kind | None = None) -> None:
        if self._line:
            words = self._line.strip()
            spans = self._ended_spans(len(words)) if self._spans or self._marks else ()
            if words:
                self.lines.append(Line(words, self._first, kind or self._blocks[-1][1], spans))
            self._line = ""
        self._first = self._count

    def _ended_spans(self, length: int) -> tuple[Span, ...]:
        """The links and code of a line; an open one continues in the next line."""
        margin = len(self._line) - len(self._line.lstrip())
        spans = [*self._spans, *(Span(mark, start, len(self._line)) for mark, start in self._marks)]
        self._spans, self._marks = [], [(mark, 0) for mark, _ in self._marks]
        return tuple(_within(spans, margin, length))

    def _text(self, html: str) -> None:
        is_code = self._blocks[-1][0] == "pre"
        if self._silent or (html == "\n" and not self._line and not is_code):
            return
        text = unescape(html)
        if is_code:
            self.code.update(line.strip() for line in text.split("\n"))
        self._add(text)

    def _add(self, text: str) -> None:
        self._letters(text)
        self._line += text

    def _letters(self, text: str) -> None:
        found = "".join(LETTERS.findall(text))
        self.letters.append(found)
        self._count += len(found)

    def _tag(self, name: str, is_end: bool, attributes: str) -> None:
        if name in BLOCKS or name in ("br", "caption"):
            self.end_line()
            self._block(name, is_end, attributes)
        if name in ("ol", "ul"):
            self._list(name, is_end, attributes)
        elif name == "li" and not is_end:
            self._item(attributes)
        elif name in _MARKS or name == "sup":
            self._mark(name, is_end, attributes)

    def _block(self, name: str, is_end: bool, attributes: str) -> None:
        if is_end:
            if any(name == other for other, _ in self._blocks):
                while self._blocks.pop()[0] != name:
                    pass
        elif name not in ("br", "hr"):
            self._blocks.append((name, self._kind(name, attributes)))

    def _kind(self, name: str, attributes: str) -> Kind:
        """The kind of the words in a block. All in a quotation is quoted but code; an editors' note is no quotation."""
        around = self._blocks[-1][1]
        if name == "li" and ' id="fn-' in attributes:
            return Kind.NOTE
        is_note = name == "blockquote" and EDITORS_NOTE in attributes
        return around if is_note or (around is Kind.QUOTATION and name != "pre") else _KINDS.get(name, around)

    def _mark(self, name: str, is_end: bool, attributes: str) -> None:
        if is_end and name == self._silent:
            self._silent = ""
        elif not is_end and (_NOTE.search(attributes) if name == "sup" else _BACK in attributes):
            self._silent = name
        elif name in _MARKS and not self._silent:
            if not is_end:
                self._marks.append((_MARKS[name], len(self._line)))
            elif self._marks:
                mark, start = self._marks.pop()
                self._spans.append(Span(mark, start, len(self._line)))

    def _list(self, name: str, is_end: bool, attributes: str) -> None:
        if is_end:
            del self._lists[-1:]
            return
        start = _NUMBER.search(attributes)
        self._lists.append((int(start[1]) if start else 1) if name == "ol" else None)

    def _item(self, attributes: str) -> None:
        number = self._lists[-1] if self._lists else None
        if number is None or ' id="fn-' in attributes:
            return
        written = _NUMBER.search(attributes)
        number = int(written[1]) if written else number
        self._lists[-1] = number + 1
        self.numbers.append((self._count, self._count + len(str(number))))
        self._letters(str(number))
        self._first = self._count


def _within(spans: Iterable[Span], margin: int, length: int) -> Iterator[Span]:
    """The spans shifted by the removed margin and clipped to `length` characters; empty ones are left out."""
    for span in spans:
        start, end = max(span.start - margin, 0), min(span.end - margin, length)
        if start < end:
            yield Span(span.mark, start, end)
