"""Finds the year of a document's number in brackets other than 〔〕."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import HAN_LIKE

_YEAR = Pattern(
    rf"(?<=[{HAN_LIKE}])(?<![年第于在从])[\[(（【［〔〖][ \u3000]?([0-9０-９]{{4}})[ \u3000]?[\])）】］〕〗](?=[ \u3000]?[0-9０-９]+号)"
)


def _found(copy: Copy) -> Iterator[Slip]:
    for year in _YEAR.finditer(copy.text):
        right = f"〔{normalize('NFKC', year[1])}〕"
        if year.group() != right:
            yield Slip(*year.span(), {"written": year.group(), "right": right}, right)


RULE = Rule(
    code="PF24",
    find=_found,
    wrong="《政府网站发展指引》（国办发[2017]47号）",
    right="《政府网站发展指引》（国办发〔2017〕47号）",
    silent=("国办发〔2017〕47号", "今年（2017）4号台风", "（2017）豫01民终47号"),
    source=Source("GB/T 9704—2012《党政机关公文格式》第7.2.5条", "2012-07-01"),
    signs="0123456789０１２３４５６７８９",
)
