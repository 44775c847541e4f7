"""Finds characters without a meaning of their own, which only the typesetting program they come from can print. `text.source` finds lost ones."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_PRIVATE = Pattern("[\ue000-\uf8ff]+")


def _found(copy: Copy) -> Iterator[Slip]:
    for lost in _PRIVATE.finditer(copy.text):
        yield Slip(*lost.span(), {"code": f"U+{ord(lost.group()[0]):04X}"})


RULE = Rule(
    code="PF34",
    find=_found,
    wrong="郑州建设国家中心城\ue5e5。",
    right="郑州建设国家中心城市。",
    silent=("郑州建设国家中心城市。",),
    source=Source("GB 18030—2022《信息技术　中文编码字符集》", "2023-08-01"),
)
