"""Days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from ..copy import Copy
from ..days_written import day_matches, written
from ..rule import Rule, Slip, Source


def _find(copy: Copy) -> Iterator[Slip]:
    for match in day_matches(copy.text):
        day = written(match, copy)
        if day and not day.exists():
            start = match.start("year") if match["year"] else match.start("month")
            yield Slip(start, match.end(), {"written": copy.text[start : match.end()]})


RULE = Rule(
    code="PF41",
    find=_find,
    wrong="拆迁工作于6月31日完成。",
    right="拆迁工作于6月30日完成。",
    silent=("2016年2月29日", "十二月三十一日", "农历二月三十日", "婴儿13月龄", "1月31日24时"),
    source=Source("公历；每月的天数"),
    signs="月",
)
