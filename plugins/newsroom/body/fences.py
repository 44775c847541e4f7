"""Where code between two fences ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_CLOSING = re.compile(r"(?P<margin>[ >]*)(?P<fence>`{3,}|~{3,})[ ]*")

Key = tuple[str, bool]  # the sign of a fence, and whether it stands in a quote


class Fences:
    """All lines of a body that could end code, so that looking for one takes no longer where there are many."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._longest_below: dict[Key, list[tuple[int, int]]] = {}  # (line, longest fence from there on), from below
        for number in range(len(lines) - 1, -1, -1):
            closing = _CLOSING.fullmatch(lines[number]) if "```" in lines[number] or "~~~" in lines[number] else None
            if closing is not None:
                found = self._longest_below.setdefault(_key(closing["fence"], closing["margin"]), [])
                found.append((number, max(len(closing["fence"]), found[-1][1] if found else 0)))

    def opens(self, words: str) -> bool:
        """Whether a line begins as a fence does."""
        return words.startswith(("```", "~~~")) and _OPENING.match(words) is not None

    def end_of(self, number: int, words: str, *, is_quoted: bool) -> int | None:
        """The number of the line that ends the code which line `number` opens with `words`; None when it opens none."""
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


def _key(fence: str, margin: str) -> Key:
    return fence[0], ">" in margin
