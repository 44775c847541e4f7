"""Applies edits to a body while keeping the original position of every character. Choosing the edits is left to others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..findings.catalogue import problem
from ..findings.problems import Edit, Place, Problem

PlaceAt = Callable[[int, int, int], Place]  # a line and a column of a body, both from 1, and a length in characters


class Corrected:
    """text: the text with the edits applied from left to right; an edit that overlaps its predecessor is skipped."""

    def __init__(self, original: str, edits: Iterable[Edit]) -> None:
        pieces: list[str] = []
        self._new, self._old = [0], [0]  # start of each kept or inserted stretch, after and before
        self._length = [len(original)]  # the stretch's length in the original
        self._original = original
        done = length = 0
        for edit in sorted(set(edits)):
            if edit.start < done:
                continue
            pieces += [original[done : edit.start], edit.replacement]
            length += edit.start - done
            self._begin(length, edit.start, edit.end)
            length += len(edit.replacement)
            self._begin(length, edit.end, len(original))
            done = edit.end
        self.text = "".join([*pieces, original[done:]])

    def _begin(self, new: int, old: int, old_end: int) -> None:
        self._new.append(new)
        self._old.append(old)
        self._length.append(old_end - old)

    def before(self, offset: int) -> int:
        """The original offset of the character at `offset`; for an inserted one, an offset within what it replaced."""
        stretch = bisect_right(self._new, offset) - 1
        return self._old[stretch] + min(offset - self._new[stretch], self._length[stretch])

    def places(self, place_at: PlaceAt) -> PlaceAt:
        """The original's `place_at` adapted to lines and columns (both from 1) of the edited text."""
        starts = [0]
        for line in self.text.split("\n")[:-1]:
            starts.append(starts[-1] + len(line) + 1)

        def at(line: int, column: int, length: int = 1) -> Place:
            start = starts[min(line, len(starts)) - 1]
            offset = self.before(start + max(0, column - 1))
            old_line = self._original.count("\n", 0, offset) + 1
            old_column = offset - self._original.rfind("\n", 0, offset)
            return place_at(old_line, old_column if column else 0, length)

        return at


class Copy(NamedTuple):
    """A body, possibly corrected before it is parsed. text: as it is parsed; place_at: maps a line and column of `text`.

    offset: where the body begins in the text of its file; steps: the corrections made to it, last first. Edits count
    characters of `text`, and become fixes only where nothing was corrected: the next check finds them again.
    """

    text: str
    place_at: PlaceAt
    offset: int
    steps: tuple[Corrected, ...] = ()

    def after(self, step: Corrected) -> Copy:
        return Copy(step.text, step.places(self.place_at), self.offset, (step, *self.steps))

    def origin(self, offset: int) -> int:
        """The offset in the text of the file where the character at `offset` of `text` is written, or would be."""
        for step in self.steps:
            offset = step.before(offset)
        return offset + self.offset

    def in_file(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Edits of `text` translated into edits of the file; none once the body was corrected."""
        if self.steps:
            return ()
        return tuple(Edit(edit.start + self.offset, edit.end + self.offset, edit.replacement) for edit in edits)

    def problem(
        self, code: str, start: int, end: int, values: Mapping[str, object], edits: Iterable[Edit] = ()
    ) -> Problem:
        """A finding about [start, end) of `text`."""
        line = self.text.count("\n", 0, start) + 1
        place = self.place_at(line, start - self.text.rfind("\n", 0, start), max(1, end - start))
        return problem(code, place, values, edits=self.in_file(edits))
