"""Corrects editors' mistakes in the lines below a key: items, records, text blocks. The key line itself is left to `slips`."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings.catalogue import problem
from ..schema import NESTED
from .slips import (
    TROUBLE_OVER_LINES,
    KeyLine,
    Mending,
    Shape,
    depth,
    mend_key_line,
    mend_prefix,
    mend_trailing,
    prefix_end,
    shape_of,
    take_apart,
    without_note,
)

_CLOSERS = {'"': '"', "'": "'", "[": "]", "{": "}"}


def mend_below(mending: Mending, top: KeyLine, end: int) -> None:
    """Corrects the lines below the key line `top`, up to the index `end`, as far as their meaning is certain."""
    if top.shape is Shape.OPEN:
        return
    below = _Below(mending, top, end)
    for index in range(top.row + 1, end):
        line = mending.source.lines[index]
        if line and not line.isspace():
            below.mend(index, line)


@dataclass(slots=True)
class _Below:
    """The lines below one key, read from top to bottom."""

    mending: Mending
    top: KeyLine
    end: int
    column: int | None = None  # of the keys of the current record
    depth: int = 0  # spaces before the text of the current block, computed on first use
    block: int | None = None  # lines indented deeper than this are the text of a block
    closer: str = ""  # what ends the quote or bracket that is still open

    def __post_init__(self) -> None:
        self.block = 0 if self.top.shape is Shape.BLOCK else None

    @property
    def kind(self) -> str:
        """The kind of value allowed below: "line" once the key has a value on its own line."""
        return self.top.key.kind if self.top.key and self.top.shape is Shape.EMPTY else "line"

    def mend(self, index: int, line: str) -> None:
        if self.closer:
            self.closer = "" if self.closer in line else self.closer
        elif not self._is_block_text(index, line):
            self._mend_line(index, line)

    def _is_block_text(self, index: int, line: str) -> bool:
        """Whether the line is text of a block, which YAML recognises by its leading spaces alone."""
        if self.block is None:
            return False
        indent = len(line) - len(line.lstrip(" "))
        if not indent and line[0].isspace():
            wide = len(line) - len(line.lstrip())
            self.mending.slip("HD06", index, (0, wide), [(0, wide, " " * self._depth_of_block(index))])
        elif indent <= self.block:
            self.block = None
            return False
        return True

    def _depth_of_block(self, index: int) -> int:
        """The indentation of the block around line `index`: that of its first correctly indented line, or two more."""
        if not self.depth:
            assert self.block is not None
            lines = self.mending.source.lines[index : self.end]
            depths = (len(line) - len(line.lstrip(" ")) for line in lines if not line.isspace())
            self.depth = next((depth for depth in depths if depth > self.block), self.block + 2)
        return self.depth

    def _mend_line(self, index: int, line: str) -> None:
        start = prefix_end(line, with_dashes=self.kind != "line")
        key_line = self._key_line(index, line, start)
        if key_line:
            self._mend_key(line, key_line, start)
            return
        mend_prefix(self.mending, index, start)
        value = without_note(line[start:].rstrip(), self.top.key)
        mend_trailing(self.mending, index, start + len(value))
        if self.kind == "list" and line[:start].strip():
            self._mend_value(index, start, value, depth(line[:start]) - 1)

    def _mend_key(self, line: str, key_line: KeyLine, start: int) -> None:
        """A key of a record; all keys of a record are moved to one column, however the editor indented them."""
        column = depth(line[:start])
        if line[:start].strip() or key_line.key is None:
            self.column = column if key_line.key else None
            mend_prefix(self.mending, key_line.row, start)
        else:
            self.column = column = column if self.column is None else self.column
            mend_prefix(self.mending, key_line.row, start, column)
        mend_key_line(self.mending, key_line, start)
        self._mend_value(key_line.row, key_line.value_start, key_line.value, column)

    def _mend_value(self, index: int, start: int, value: str, column: int) -> None:
        """column: that of the key, or of the last space before an item; lines indented deeper continue the value."""
        shape = shape_of(value)
        if shape is Shape.TROUBLED and self._is_continued(index, column):
            place = self.mending.source.place(self.mending.source.starts[index] + start, len(value))
            self.mending.problems.append(problem("HD01", place, {"detail": TROUBLE_OVER_LINES}))
        elif shape is Shape.TROUBLED:
            self.mending.quote(index, start, value)
        elif shape is Shape.BLOCK:
            self.block, self.depth = column, 0
        elif shape is Shape.OPEN:
            self.closer = _CLOSERS[value[0]]

    def _is_continued(self, index: int, column: int) -> bool:
        """Whether the next line continues a value whose key or dash is in `column`."""
        lines = self.mending.source.lines
        line = next((lines[below] for below in range(index + 1, self.end) if lines[below].strip()), "")
        start = prefix_end(line, with_dashes=True)
        return depth(line[:start]) > column and not line[:start].strip() and not self._key_line(index, line, start)

    def _key_line(self, index: int, line: str, start: int) -> KeyLine | None:
        """The key of a record on `line`, if records are allowed here."""
        if self.kind not in ("records", "map"):
            return None
        assert self.top.key is not None
        return take_apart(line, index, NESTED[self.top.key.name], start)
