"""The words that a body prints, in the order in which they stand on the page: its HTML without tags, its photos' captions.

The numbers of list items are among them, for readers see them; those of notes are not, for they are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape

from .document import AttachmentSlot, Part, PhotoSlot, WrittenPhoto
from .joining import BLOCKS
from .written import LETTERS

_TAG = re.compile(r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^<>"]|"[^"]*")*)>""")
_NOTE = re.compile(r' id="fnref')
_NUMBER = re.compile(r' (?:start|value)="([0-9]+)"')
_SIGN = re.compile(r"[\W_]")
_MASKED = "\ufffc"  # stands for every sign of code, in which nothing is markup
_VERBATIM = frozenset({"pre", "code", "kbd", "samp"})


@dataclass(frozen=True, slots=True)
class Line:
    """Words between two borders of paragraphs, cells or items. text: with signs of code masked; first: the index of its first
    letter among all; is_caption: whether it is a photo's, in which nothing is read as markup."""

    text: str
    first: int
    is_caption: bool = False


@dataclass(slots=True)
class Printed:
    """letters: all that are printed, one after another; numbers: where in them the numbers of list items stand, (start, end).

    code: the lines of blocks of code, as they are printed.
    """

    letters: str = ""
    lines: list[Line] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    code: frozenset[str] = frozenset()


def read(parts: Iterable[Part], photos: Sequence[WrittenPhoto]) -> Printed:
    """What the parts of a Document print."""
    reader = _Reader()
    for html, slot in _chunks(parts):
        reader.html(html)
        for index in slot:
            reader.caption(photos[index])
    reader.end_line()
    return Printed("".join(reader.letters), reader.lines, reader.numbers, frozenset(reader.code))


def _chunks(parts: Iterable[Part]) -> Iterable[tuple[str, tuple[int, ...]]]:
    """HTML up to the next photos, and these; the slot of a link stands inside a tag and prints nothing."""
    html: list[str] = []
    for part in parts:
        if isinstance(part, PhotoSlot):
            yield "".join(html), part.photos
            html = []
        elif isinstance(part, str):
            html.append(part)
        elif isinstance(part, AttachmentSlot):
            html.append(part.words)
    yield "".join(html), ()


class _Reader:
    """Goes through HTML that we have written: its tags are small, pair, and quote their attributes with `"`."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.lines: list[Line] = []
        self.numbers: list[tuple[int, int]] = []
        self.code: set[str] = set()
        self._count = 0
        self._line: list[str] = []
        self._first = 0
        self._lists: list[int | None] = []  # the number of the next item of every list that is open
        self._verbatim: list[str] = []  # elements that are open and show signs as they are
        self._silent = False  # inside the number of a note

    def html(self, html: str) -> None:
        last = 0
        for tag in _TAG.finditer(html):
            if tag.start() > last:
                self._text(unescape(html[last : tag.start()]))
            self._tag(tag["name"], bool(tag["end"]), tag["attributes"])
            last = tag.end()
        self._text(unescape(html[last:]))

    def caption(self, photo: WrittenPhoto) -> None:
        self.end_line()
        self._text(photo.caption)
        self.end_line(is_caption=True)

    def end_line(self, is_caption: bool = False) -> None:
        text = "".join(self._line).strip()
        if text:
            self.lines.append(Line(text, self._first, is_caption))
        self._line, self._first = [], self._count

    def _text(self, text: str) -> None:
        if self._silent:
            return
        self._letters(text)
        if "pre" in self._verbatim:
            self.code.update(line.strip() for line in text.split("\n"))
        self._line.append(_SIGN.sub(_MASKED, text) if self._verbatim else text)

    def _letters(self, text: str) -> None:
        found = "".join(LETTERS.findall(text))
        self.letters.append(found)
        self._count += len(found)

    def _tag(self, name: str, is_end: bool, attributes: str) -> None:
        if name in BLOCKS or name in ("br", "caption"):
            self.end_line()
        if name in ("ol", "ul"):
            self._list(name, is_end, attributes)
        elif name == "li" and not is_end:
            self._item(attributes)
        elif name in _VERBATIM:
            self._verbatim = self._verbatim[:-1] if is_end else [*self._verbatim, name]
        elif name == "sup":
            self._silent = not is_end and bool(_NOTE.search(attributes))

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
