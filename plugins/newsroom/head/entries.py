"""Groups the lines of a head by key: a key line with the lines that continue its value. Parsing it is left to `frontmatter`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .slips import DASHES, KeyLine, Shape

_BULLET = re.compile(r"\s*[-－–—](?:\s|$)")


@dataclass(slots=True)
class Entry:
    """One key of the head with the lines that belong to it; `end` is the index after the last of them."""

    line: KeyLine
    end: int
    shape: Shape

    @property
    def is_one_line(self) -> bool:
        return self.end == self.line.row + 1

    @property
    def may_hold_keys(self) -> bool:
        """Whether an indented `key:` below can be part of this value."""
        key = self.line.key
        if self.shape is Shape.EMPTY:
            return key is None or key.kind in ("records", "map")
        return self.shape in (Shape.BLOCK, Shape.OPEN)

    @property
    def may_hold_text(self) -> bool:
        """Whether any indented line below can continue this value."""
        key = self.line.key
        return self.shape is Shape.EMPTY or key is None or key.wraps

    @property
    def may_hold_items(self) -> bool:
        return self.shape in (Shape.EMPTY, Shape.OPEN, Shape.BLOCK)


def begins_entry(line: KeyLine, before: Entry | None) -> bool:
    """Whether a line with a key starts a new entry, rather than continuing the value above."""
    if line.key_start == 0:
        return True
    if line.key is None:
        return before is not None and not before.may_hold_text and not before.may_hold_keys
    return before is None or not before.may_hold_keys


def belongs(line: str, entry: Entry) -> bool:
    """Whether a line without a key of its own continues the value above."""
    if _BULLET.match(line):
        return entry.may_hold_items
    return line[0].isspace() or entry.shape is Shape.OPEN or (line[0] in DASHES and entry.shape is Shape.EMPTY)
