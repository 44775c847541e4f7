"""Finds characters that nobody sees: zero-width and control characters, soft hyphens, marks of direction."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import INVISIBLE

_INVISIBLE = Pattern(f"[{INVISIBLE}]+")
_JOINER = "\u200d"  # between emojis it makes one of two


def _found(copy: Copy) -> Iterator[Slip]:
    for found in _INVISIBLE.finditer(copy.text):
        if found.group() != _JOINER or not _is_beside_emoji(copy.text, found.start()):
            yield Slip(*found.span(), {"code": _codes(found.group())}, "")


def _is_beside_emoji(text: str, at: int) -> bool:
    return text[at - 1 : at] > "\u2100" and text[at + 1 : at + 2] > "\u2100" and not text[at - 1].isalpha()


def _codes(characters: str) -> str:
    return "、".join(dict.fromkeys(f"U+{ord(character):04X}" for character in characters))


RULE = Rule(
    code="PF10",
    find=_found,
    wrong="郑州建设国家\u200b中心城市。",
    right="郑州建设国家中心城市。",
    silent=("一家人👨\u200d👩\u200d👧出游。",),
    source=Source("GB 18030—2022《信息技术　中文编码字符集》", "2023-08-01"),
)
