"""The soft-return layout of a registry's file: every line belongs to a key, and some keys take a list."""

from __future__ import annotations

import re

from ..schema import REGISTRIES
from ..text.soft_returns import Layout

_KEY = re.compile(r"\s*(?:-\s+)?([^\s:：]+)\s*:(?:\s|$)")
_ITEM = re.compile(r"\s*(?:[-－–—]\s|#|$)")
_LISTS = frozenset(
    spelling for registry in REGISTRIES for key in registry.keys if key.kind == "list" for spelling in key.spellings
)


def _joint(line: str, _: bool) -> str | None:
    key = _KEY.match(line)
    if key:
        return "、" if key.group(1) in _LISTS else ""
    return "" if _ITEM.match(line) and line.strip() else None


LAYOUT = Layout(lambda lines: (0, len(lines)), _joint)
