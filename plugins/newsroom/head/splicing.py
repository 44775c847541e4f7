"""Replaces ranges and rows of a file's text and leaves every other byte alone. What to write is left to `editing`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from ..text.marked import Marked
from ..text.source import Source, unmended
from .layout import LAYOUT

_END_OF_LINE = re.compile("\r\n|\r|\n")


class OnlyAsAWholeError(Exception):
    """The parts of a value have no separate ranges in the file, so the value must be rewritten as a whole."""


class Slot(NamedTuple):
    """One item of a list or entry of a mapping. start, end: its offsets in the file, without dash, comma and note."""

    name: str
    start: int
    end: int
    mark: Marked


@dataclass(frozen=True, slots=True)
class File:
    """The decoded text of a file. source: the normalised text, in which every character keeps its offset."""

    text: str
    source: Source
    end_of_line: str

    @classmethod
    def of(cls, text: str) -> File:
        ending = _END_OF_LINE.search(text)
        return cls(text, unmended(text, LAYOUT), ending.group() if ending else "\n")

    def splice(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    def row(self, offset: int) -> int:
        return bisect_right(self.source.starts, offset) - 1

    def before(self, offset: int) -> str:
        """The part of the line before `offset`."""
        return self.source.text[self.source.starts[self.row(offset)] : offset]

    def end_of_text(self, row: int) -> int:
        return self.source.starts[row] + len(self.source.lines[row].rstrip())

    def start_of_row(self, row: int) -> int:
        return self.source.starts[row] if row < len(self.source.starts) else len(self.text)

    def insert_rows(self, row: int, lines: list[str]) -> str:
        """The text with new lines inserted before `row`."""
        start = self.start_of_row(row)
        is_open = row == len(self.source.starts)  # the last line has no line ending
        new = "".join(self.end_of_line * is_open + line + self.end_of_line * (not is_open) for line in lines)
        return self.splice(start, start, new)

    def without_rows(self, first: int, last: int) -> str:
        """The text without the rows from `first` to `last`; unindented comments and empty lines among them stay."""
        text = self.text
        for row in range(last, first - 1, -1):
            line = self.source.lines[row]
            if line.strip() and not line.startswith("#"):
                text = text[: self.start_of_row(row)] + text[self.start_of_row(row + 1) :]
        return text

    def text_of_block(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text in a block (| or >) found at [start, end), without its indentation."""
        rows = range(self.row(start) + 1, self.row(start + len(self.source.text[start:end].rstrip())) + 1)
        first = next(row for row in rows if self.source.lines[row].strip())
        margin = len(self.source.lines[first]) - len(self.source.lines[first].lstrip())
        return self.source.starts[first] + margin, self.end_of_text(rows[-1])

    def is_flow(self, mark: Marked) -> bool:
        """Whether a list or mapping is written in brackets."""
        return mark.span is not None and self.source.text[mark.span[0]] in "[{"

    def slots(self, mark: Marked) -> list[Slot]:
        """The items or entries of a list or mapping. Raises OnlyAsAWholeError if they have no ranges of their own."""
        if mark.items is not None:
            return [Slot("", self._start(item), self._end(item), item) for item in mark.items]
        return [
            Slot(name.text or "", self._start(name), max(self._end(name), self._end(value, name)), value)
            for name, value in mark.entries or ()
        ]

    def _start(self, mark: Marked) -> int:
        if mark.span is None:
            raise OnlyAsAWholeError
        return mark.span[0]

    def _end(self, mark: Marked, name: Marked | None = None) -> int:
        """The end of a value; YAML itself would include what follows a block."""
        if (mark.items or mark.entries) and not self.is_flow(mark):
            return max(slot.end for slot in self.slots(mark))
        if mark.span is None and name is not None:
            return self._end(name)
        end = mark.span[1] if mark.span else self._start(mark)
        return self._start(mark) + len(self.source.text[self._start(mark) : end].rstrip())
