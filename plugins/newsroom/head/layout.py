"""The soft-return layout of a story's file: where its head is, and which lines begin a key or an item."""

from __future__ import annotations

import re

from ..schema import NESTED, TOP, Key
from ..text.soft_returns import Layout
from ..text.source import Source
from . import fences, slips

_ITEM = re.compile(r"\s*(?:[-－–—]\s|#|$)")


def _keys(lines: list[str]) -> tuple[int, int]:
    span, _ = fences.locate(Source("", "\n".join(lines)))
    return (span.start, span.end) if span else (0, 0)


def _joint(line: str, is_pasted: bool) -> str | None:
    """If all lines are pasted, any word followed by a colon begins a line, whether or not it is a key."""
    if _ITEM.match(line) and line.strip():
        return ""
    tables = NESTED.values() if line[:1].isspace() else (TOP,)
    for table in tables:
        key_line = slips.take_apart(line, 0, table, slips.prefix_end(line, with_dashes=False))
        if key_line and (key_line.key or is_pasted or key_line.written.isascii()):
            return _joint_of(key_line.key) if key_line.key else ""
    return None


def _joint_of(key: Key) -> str:
    return key.joint or ("、" if key.kind == "list" else "")


LAYOUT = Layout(_keys, _joint)
