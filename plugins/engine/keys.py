"""On what a file depends, as one short text: the program, the settings, the template, and what its maker names.

Two builds that give a file the same key would write the same bytes. Keeping and comparing keys is left to `ledger` and `press`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from .editions import Editions

_HALF = 16  # hex digits: of a page's key the first say on what its frame depends, the others on what its own parts do


class Keys:
    """Makes the keys of one build. ground: a text for all that every file depends on, the program and its settings."""

    def __init__(self, ground: str) -> None:
        self._ground = ground
        self._of_ground = _digest((ground,))
        self._frames: dict[str, tuple[str, str]] = {}

    def of_file(self, depends: Iterable[str]) -> str:
        parts = (self._ground, *depends)
        return _digest(parts) if len(parts) > 1 else self._of_ground

    def of_page(self, template: str, editions: Editions, frame: str, depends: Iterable[str]) -> str:
        """frame: a text for what every page shows around its own matter."""
        if template not in self._frames:
            around, own = editions.whole(template), editions.own(template)
            self._frames[template] = _digest((self._ground, frame, around)), _digest((self._ground, frame, own))
        around, own = self._frames[template]
        return around[:_HALF] + _digest((own, *depends))[:_HALF]


def differ_in_frame_alone(one: str, other: str) -> bool:
    """Whether two keys of one page differ in nothing on which its own parts depend."""
    return one[_HALF:] == other[_HALF:] != ""


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
