"""Times of day that no clock shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_BEFORE = "(?P<before>[日号]|凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜里)"
_TIME = Pattern(
    rf"{_BEFORE} ?(?P<hour>[0-9]{{1,2}})"
    "(?:[:：](?P<minute>[0-9]{2})(?![0-9])|[时点](?:(?P<minutes>[0-9]{1,2})分)?(?![代期速候间段常年]|[0-9]))"
    "|(?<![0-9.])(?P<an_hour>[0-9]{1,2})时(?P<its_minutes>[0-9]{1,2})分"
)
_MORNING = ("凌晨", "清晨", "早上", "早晨", "上午")


def _find(copy: Copy) -> Iterator[Slip]:
    for match in _TIME.finditer(copy.text):
        if not _exists(match):
            start = match.start("hour") if match["before"] in ("日", "号") else match.start()
            yield Slip(start, match.end(), {"written": copy.text[start : match.end()]})


def _exists(match: re.Match[str]) -> bool:
    hour = int(match["hour"] or match["an_hour"])
    minute = int(match["minute"] or match["minutes"] or match["its_minutes"] or 0)
    last = (12, 59) if match["before"] in _MORNING else (24, 0)
    return (hour, minute) <= last and minute < 60


RULE = Rule(
    code="PF42",
    find=_find,
    wrong="会议于8月16日上午9:75开始。",
    right="会议于8月16日上午9:15开始。",
    silent=("8月16日24时", "上午12时30分", "下午15时", "以25:23拿下第一局", "8月16日0时", "上证指数收报30点"),
    source=Source("一日24时，一时60分"),
    signs=":：时点",
)
