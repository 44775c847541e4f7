"""Finds corner brackets used as quotation marks, which belong to vertical and to traditional setting."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_PAIR = Pattern(r"「(?:[^「」『』\n]|『[^『』「」\n]*』)*」")  # 『』 alone stand for ‘’ in older files of newspapers
_CORNER = Pattern("[「」『』]")
_RIGHT = {"「": "“", "」": "”", "『": "‘", "』": "’"}


def _found(copy: Copy) -> Iterator[Slip]:
    for pair in _PAIR.finditer(copy.text):
        for corner in _CORNER.finditer(copy.text, *pair.span()):
            right = _RIGHT[corner.group()]
            yield Slip(*corner.span(), {"written": corner.group(), "right": right}, right)


RULE = Rule(
    code="PF18",
    find=_found,
    wrong="专栏名为「建设国家中心城市」。",
    right="专栏名为“建设国家中心城市”。",
    silent=("专栏名为“建设国家中心城市”。", "他说『三个一』好。"),
    source=Source("GB/T 15834—2011《标点符号用法》第4.8条、第5.2条", "2012-06-01"),
    signs="「",
)
