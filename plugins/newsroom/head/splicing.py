"""A file's text in which stretches and rows are replaced while all other bytes stay. What is to be written is left to `editing`."""

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
    """One part of a value cannot be told from the next: the value must be written anew."""


class Slot(NamedTuple):
    """One item of a list or one entry of a mapping. start, end: offsets of what was written, without dash, comma and note."""

    name: str
    start: int
    end: int
    mark: Marked


@dataclass(frozen=True, slots=True)
class File:
    """text: as it was decoded; source: the same with every character at its own offset."""

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
        """What stands on the line before `offset`."""
        return self.source.text[self.source.starts[self.row(offset)] : offset]

    def end_of_text(self, row: int) -> int:
        return self.source.starts[row] + len(self.source.lines[row].rstrip())

    def start_of_row(self, row: int) -> int:
        return self.source.starts[row] if row < len(self.source.starts) else len(self.text)

    def insert_rows(self, row: int, lines: list[str]) -> str:
        """The text with new lines before `row`."""
        start = self.start_of_row(row)
        is_open = row == len(self.source.starts)  # the last line has no end
        new = "".join(self.end_of_line * is_open + line + self.end_of_line * (not is_open) for line in lines)
        return self.splice(start, start, new)

    def without_rows(self, first: int, last: int) -> str:
        """The text without the rows from `first` to `last`; notes and empty lines at the margin between them stay."""
        text = self.text
        for row in range(last, first - 1, -1):
            line = self.source.lines[row]
            if line.strip() and not line.startswith("#"):
                text = text[: self.start_of_row(row)] + text[self.start_of_row(row + 1) :]
        return text

    def text_of_block(self, start: int, end: int) -> tuple[int, int]:
        """Where the text of a block (| or >) stands that was found at [start, end), without its margin."""
        rows = range(self.row(start) + 1, self.row(start + len(self.source.text[start:end].rstrip())) + 1)
        first = next(row for row in rows if self.source.lines[row].strip())
        margin = len(self.source.lines[first]) - len(self.source.lines[first].lstrip())
        return self.source.starts[first] + margin, self.end_of_text(rows[-1])

    def is_flow(self, mark: Marked) -> bool:
        """Whether a list or mapping is written in brackets."""
        return mark.span is not None and self.source.text[mark.span[0]] in "[{"

    def slots(self, mark: Marked) -> list[Slot]:
        """What stands in a list or mapping. Raises OnlyAsAWholeError where the pieces have no place of their own."""
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
        """The end of a value; YAML itself counts what follows a block to it."""
        if (mark.items or mark.entries) and not self.is_flow(mark):
            return max(slot.end for slot in self.slots(mark))
        if mark.span is None and name is not None:
            return self._end(name)
        end = mark.span[1] if mark.span else self._start(mark)
        return self._start(mark) + len(self.source.text[self._start(mark) : end].rstrip())
