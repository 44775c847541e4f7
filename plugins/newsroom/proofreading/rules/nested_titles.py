"""Finds double title marks within double ones."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_NESTED = Pattern(r"《[^《》〈〉\n]*《[^《》〈〉\n]*》[^《》〈〉\n]*(?:《[^《》〈〉\n]*》[^《》〈〉\n]*)*》")
_MARK = Pattern("[《》]")
_SINGLE = {"《": "〈", "》": "〉"}


def _found(copy: Copy) -> Iterator[Slip]:
    for title in _NESTED.finditer(copy.text):
        for mark in _MARK.finditer(copy.text, title.start() + 1, title.end() - 1):
            yield Slip(*mark.span(), {"right": _SINGLE[mark.group()]}, _SINGLE[mark.group()])


RULE = Rule(
    code="PF26",
    find=_found,
    wrong="《关于印发《项目管理办法》的通知》",
    right="《关于印发〈项目管理办法〉的通知》",
    silent=("《关于印发〈项目管理办法〉的通知》", "《通知》《办法》"),
    source=Source("GB/T 15834—2011《标点符号用法》第4.15条", "2012-06-01"),
    signs="《",
)
