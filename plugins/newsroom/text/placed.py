"""Text as readers see it, with the file offset of every character, for proofreading: reading, pointing, correcting.

Extracting the text of a body or a head is left to `body.placed` and `story.wording`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from ..findings.problems import Edit, Place
from .source import Source

_MOST_READINGS = 64  # of one file for all its edits
_MOST_READ = 1_000_000  # characters, in all these readings
NOWHERE = -1  # the offset of a character that no editor wrote
REFERENCE = re.compile(r"&#?\w+;")  # an HTML character reference


class Kind(StrEnum):
    """The kind of a block of text. The last six occur only in a head, CAPTION in a head or a body."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "list item"
    CELL = "table cell"
    QUOTATION = "quotation"
    CODE = "code"
    NOTE = "footnote"
    CAPTION = "caption"
    ALTERNATIVE = "alternative"
    TITLE = "title"
    DECK = "deck"
    SUMMARY = "summary"
    CORRECTION = "correction"
    REMARK = "remark"


class Mark(StrEnum):
    """Markup on a range of characters inside a block."""

    LINK = "link"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """The characters [start, end) of a block are a link or code."""

    mark: Mark
    start: int
    end: int

    def moved(self, start: int, end: int) -> Span:
        return Span(self.mark, start, end)


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one paragraph, item, cell or value as it is printed.

    offsets: for each character of `text` its offset in the file's text, or NOWHERE; for an escaped character the one after
    the backslash, for a character reference that of its `&`.
    """

    kind: Kind
    text: str
    offsets: Sequence[int]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """The content of a file. words: its blocks; frame: what must stay the same when words change: tags, files, addresses."""

    words: tuple[tuple[Kind, str], ...]
    frame: object


@dataclass(frozen=True, slots=True)
class Wish:
    """The characters [start, end) of a block should read `replacement`; start = end inserts it there."""

    block: Block
    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class PlacedText:
    """The blocks of one file, in page order. frame: what else is in it, as in Look; look: reads the text of such a file."""

    source: Source
    blocks: tuple[Block, ...]
    frame: object
    look: Callable[[str], Look]

    def place(self, block: Block, start: int, end: int) -> Place:
        """Where the characters [start, end) of a block are written, as far as they are on one line.

        For characters that no editor wrote: the place of the nearest written one before them.
        """
        offsets = [at for at in block.offsets[start:end] if at != NOWHERE]
        if not offsets:
            before = next((at for at in reversed(block.offsets[:start]) if at != NOWHERE), NOWHERE)
            return self.source.place(before) if before != NOWHERE else Place(self.source.file)
        last = self._end(offsets[-1]) if offsets[-1] >= offsets[0] else offsets[0] + 1
        return self.source.place(offsets[0], last - offsets[0])

    def edit(self, block: Block, start: int, end: int, replacement: str) -> Edit | None:
        """The edit that replaces the characters [start, end) of a block by `replacement`; start = end inserts it there.

        None where that is not possible: the file is read again with the edit made, and everything but these characters
        must be unchanged: all other words, the tags around them, files and addresses.
        """
        return self.edits([Wish(block, start, end, replacement)])[0]

    def edits(self, wishes: Sequence[Wish]) -> list[Edit | None]:
        """The edit of each wish, as `edit` gives it, such that all can be made together. No two wishes overlap.

        The file is read once with all of them; if that changes anything else, one half is tried, then the other with what is
        known to hold. After 64 readings, or fewer of a very long file, the rest is given up.
        """
        choices = [[Edit(first, last, wish.replacement) for first, last in self._stretches(wish)] for wish in wishes]
        groups, found = [[at for at, edits in enumerate(choices) if edits]], dict[int, Edit]()
        for _ in range(min(_MOST_READINGS, 2 + _MOST_READ // (1 + len(self.source.text)))):
            group = groups.pop() if groups else []
            if not group:
                break
            together = found | {at: choices[at][0] for at in group}
            if self._fulfil([wishes[at] for at in together], together.values()):
                found = together
            elif len(group) > 1:
                groups += (group[len(group) // 2 :], group[: len(group) // 2])
            elif len(choices[group[0]]) > 1:
                del choices[group[0]][0]
                groups.append(group)
        return [found.get(at) for at in range(len(wishes))]

    def _fulfil(self, wishes: Iterable[Wish], edits: Iterable[Edit]) -> bool:
        """Whether the file reads as wished, and in all else as before, with these edits made."""
        text = _edited(self.source.text, edits)
        return text is not None and self.look(text) == Look(tuple(self._wished(wishes)), self.frame)

    def _wished(self, wishes: Iterable[Wish]) -> Iterator[tuple[Kind, str]]:
        by_block: dict[int, list[Edit]] = {}
        for wish in wishes:
            by_block.setdefault(id(wish.block), []).append(Edit(wish.start, wish.end, wish.replacement))
        for block in self.blocks:
            yield block.kind, _edited(block.text, by_block.get(id(block), ())) or ""

    def _stretches(self, wish: Wish) -> Iterator[tuple[int, int]]:
        """The ranges of the file that may be the source of the wish's: with the backslash before it, and without."""
        block, start, end = wish.block, wish.start, wish.end
        offsets = block.offsets[start:end]
        if start == end:
            yield from self._gaps(block, start)
        elif NOWHERE not in offsets and all(map(self._follows, offsets, offsets[1:])):
            last = self._end(offsets[-1])
            if self._is_escaped(offsets[0]):
                yield offsets[0] - 1, last
            yield offsets[0], last

    def _gaps(self, block: Block, at: int) -> Iterator[tuple[int, int]]:
        if at and block.offsets[at - 1] != NOWHERE:
            yield (self._end(block.offsets[at - 1]),) * 2
        if at < len(block.text) and block.offsets[at] != NOWHERE:
            first = block.offsets[at] - self._is_escaped(block.offsets[at])
            yield first, first

    def _follows(self, left: int, right: int) -> bool:
        """Whether there is nothing, or only a backslash, between two characters of the file."""
        end = self._end(left)
        return right == end or (right == end + 1 and self._is_escaped(right))

    def _is_escaped(self, offset: int) -> bool:
        return self.source.text[offset - 1 : offset] == "\\"

    def _end(self, offset: int) -> int:
        return end_of(self.source.text, offset)


def _edited(text: str, edits: Iterable[Edit]) -> str | None:
    """`text` with the edits made; None where two of them overlap."""
    pieces, done = [], 0
    for edit in sorted(edits):
        if edit.start < done:
            return None
        pieces += [text[done : edit.start], edit.replacement]
        done = edit.end
    return "".join([*pieces, text[done:]])


def end_of(text: str, offset: int) -> int:
    """The offset after the character written at `offset`, which may be a reference such as &mdash;."""
    reference = REFERENCE.match(text, offset)
    return reference.end() if reference and len(unescape(reference.group())) == 1 else offset + 1
