"""A text after edits, which still knows where each of its characters stood before. What is edited, and why, is left to others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from ..findings.problems import Edit, Place


class Corrected:
    """text: the text with the edits made, from left to right; one that begins inside its predecessor is left out."""

    def __init__(self, original: str, edits: Iterable[Edit]) -> None:
        pieces: list[str] = []
        self._new, self._old = [0], [0]  # where stretches begin that were kept or put in, after and before
        self._length = [len(original)]  # how far the stretch goes on in the original
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
        """Where the character at `offset` of the text stood; for one that was put in, within what it was put in for."""
        stretch = bisect_right(self._new, offset) - 1
        return self._old[stretch] + min(offset - self._new[stretch], self._length[stretch])

    def places(self, place_at: Callable[[int, int, int], Place]) -> Callable[[int, int, int], Place]:
        """`place_at` of the original as one that takes lines and columns (both from 1) of the text."""
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
