"""Days in the text that contradict the day of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...text.dates import chinese_date
from ...text.patterns import Pattern
from ..copy import Copy
from ..days_written import DAY, written
from ..rule import Rule, Slip, Source

_WIRE = Pattern(rf"(?:新华社|中新社|中新网|本报|本网)[^，。；\n0-9]{{0,8}}{DAY}[讯电]")
_RELATIVE = Pattern(rf"(?P<word>[今昨前明](?:日|天|晚))(?:上午|中午|下午|晚|晚上)?[（(]{DAY}[）)，]")
_FROM_TODAY = {"前": -2, "昨": -1, "今": 0, "明": 1}
_SLACK = timedelta(days=1)  # a story written in the evening may be dated the next day
_NEAR = timedelta(days=20)  # what lies further off is from another time: an old report, printed again


def _wires(copy: Copy) -> Iterator[Slip]:
    """A report cannot have been sent after the day on which it was published."""
    for match in _WIRE.finditer(copy.text):
        day = _nearest(match, copy)
        if day and copy.day and copy.day < day < copy.day + _NEAR:
            yield Slip(match.start(), match.end(), {"written": match.group(), "day": chinese_date(copy.day)})


def _relatives(copy: Copy) -> Iterator[Slip]:
    for match in _RELATIVE.finditer(copy.text):
        day = _nearest(match, copy)
        if day and copy.day and _contradicts(copy.day - day + timedelta(days=_FROM_TODAY[match["word"][0]])):
            yield Slip(match.start(), match.end(), {"written": match.group(), "day": chinese_date(copy.day)})


def _contradicts(late: timedelta) -> bool:
    """late: by how much the story's day is later than the text says."""
    return abs(late) < _NEAR and not timedelta() <= late <= _SLACK


def _nearest(match: re.Match[str], copy: Copy) -> date | None:
    """The day that was written, in the year in which it is nearest to the story's."""
    day = written(match, copy)
    return min(day.days(), key=lambda one: abs(one - (copy.day or one)), default=None) if day else None


WIRES = Rule(
    code="PF44",
    find=_wires,
    wrong="本报8月26日讯 全区召开动员大会。",
    right="本报8月16日讯 全区召开动员大会。",
    silent=("新华社北京8月15日电", "去年12月30日新华社电"),
    source=Source("电头日期不晚于见报日期"),
    signs="讯电",
)
RELATIVES = Rule(
    code="PF45",
    find=_relatives,
    wrong="今天（8月19日）上午，项目开工。",
    right="今天（8月16日）上午，项目开工。",
    silent=("今天（8月15日）", "昨日（8月15日）", "明天（8月17日）"),
    source=Source("“今天”“昨日”从稿件日期算起"),
    signs="今昨前明",
)
RULES = (WIRES, RELATIVES)
