"""Finds bullets and other dots where the dot between the parts of a name belongs."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import HAN_LIKE

_DOT = Pattern(
    rf"(?<=[{HAN_LIKE}A-Za-z0-9》”])[\u2022\u30fb\u2027\u2219\u22c5\uff65\u16eb\u0387](?=[{HAN_LIKE}A-Za-z0-9《“])"
)


def _found(copy: Copy) -> Iterator[Slip]:
    for dot in _DOT.finditer(copy.text):
        yield Slip(*dot.span(), {"written": dot.group()}, "·")


RULE = Rule(
    code="PF23",
    find=_found,
    wrong="“建设国家中心城市•管城在行动”专栏",
    right="“建设国家中心城市·管城在行动”专栏",
    silent=("“建设国家中心城市·管城在行动”专栏", "• 学习贯彻"),
    source=Source("GB/T 15834—2011《标点符号用法》第4.14条（间隔号，U+00B7）", "2012-06-01"),
    signs="\u2022\u30fb\u2027\u2219\u22c5\uff65\u16eb\u0387",
)
