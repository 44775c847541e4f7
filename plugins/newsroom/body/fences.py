"""Finds fenced code blocks and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

_OPENING = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_CLOSING = re.compile(r"(?P<margin>[ >]*)(?P<fence>`{3,}|~{3,})[ ]*")

_MARKER = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]+[.)])[ ]+)*")
Key = tuple[str, bool]  # the sign of a fence, and whether it is in a quote


class Fences:
    """Index of all lines of a body that could close a fence, so that the search stays fast when there are many."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._longest_below: dict[Key, list[tuple[int, int]]] = {}  # (line, longest fence from there on), from below
        for number in range(len(lines) - 1, -1, -1):
            closing = _CLOSING.fullmatch(lines[number]) if "```" in lines[number] or "~~~" in lines[number] else None
            if closing is not None:
                found = self._longest_below.setdefault(_key(closing["fence"], closing["margin"]), [])
                found.append((number, max(len(closing["fence"]), found[-1][1] if found else 0)))

    def opens(self, words: str) -> bool:
        """Whether a line begins like an opening fence."""
        return words.startswith(("```", "~~~")) and _OPENING.match(words) is not None

    def end_of(self, number: int, words: str, *, is_quoted: bool) -> int | None:
        """The number of the line that closes the code block opened in line `number` by `words`; None when it opens none."""
        opening = _OPENING.match(words) if words.startswith(("```", "~~~")) else None
        if opening is None:
            return None
        fence = opening["fence"]
        below = self._longest_below.get((fence[0], is_quoted), [])
        while below and below[-1][0] <= number:
            below.pop()
        if not below or below[-1][1] < len(fence):
            return None
        for end in range(number + 1, len(self._lines)):
            closing = _CLOSING.fullmatch(self._lines[end])
            is_long_enough = closing is not None and len(closing["fence"]) >= len(fence)
            if closing and is_long_enough and _key(closing["fence"], closing["margin"]) == (fence[0], is_quoted):
                return end
        return None


def spans(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Fenced code blocks as offsets in `text`: start of the opening fence, of the code, of the closing fence, and the end."""
    if "```" not in text and "~~~" not in text:
        return
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    fences, number = Fences(lines), 0
    while number < len(lines):
        margin = _MARKER.match(lines[number])
        words = lines[number][margin.end() if margin else 0 :]
        end = fences.end_of(number, words, is_quoted=">" in lines[number][: len(lines[number]) - len(words)])
        if end is not None:
            yield starts[number], starts[number + 1], starts[end], min(starts[end + 1], len(text))
        number = number + 1 if end is None else end + 1


def _key(fence: str, margin: str) -> Key:
    return fence[0], ">" in margin
