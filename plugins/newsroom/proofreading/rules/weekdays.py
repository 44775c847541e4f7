"""A weekday that is not the one of the day beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.dates import chinese_date, chinese_weekday
from ...text.patterns import Pattern
from ..copy import Copy
from ..days_written import DAY, written
from ..rule import Rule, Slip, Source

_HOURS = "(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜里|夜间)?"
_NAME = Pattern("(?P<long>星期|礼拜|周)(?P<weekday>[一二三四五六日天])")
_BEFORE = Pattern(rf"{DAY}{_HOURS} ?(?:(?P<open>[（(])(?:本|上|下)?|[，,])?\Z")
_AFTER = Pattern(rf"{_HOURS}[（(，]{DAY}(?=[）)，。凌清早上中下傍晚夜\s])")
_CLOSING = Pattern(rf"{_HOURS}[）)，,]")
_LIST = Pattern(" ?[、至到和及与—～~-]")
_TIME = Pattern(r"[，。；上中下早晚凌夜\s]")
_FAR = 24  # characters: the longest day with the time of day


def _find(copy: Copy) -> Iterator[Slip]:
    for name in _NAME.finditer(copy.text):
        match = _day_before(name, copy.text) or _day_after(name, copy.text)
        if match:
            yield from _slips(name, match, copy)


def _day_before(name: re.Match[str], text: str) -> re.Match[str] | None:
    """The day that the weekday follows: 8月16日（星期三）, 8月16日星期三. 周三 may begin a name, as in 周三保."""
    match = _BEFORE.search(text, max(0, name.start() - _FAR), name.start())
    if match and match["open"]:
        return match if _CLOSING.match(text, name.end()) else None
    is_weekday = name["long"] != "周" or _TIME.match(text, name.end())
    return match if is_weekday and not _LIST.match(text, name.end()) else None


def _day_after(name: re.Match[str], text: str) -> re.Match[str] | None:
    """The day that follows the weekday: 星期三（8月16日）."""
    return None if text[name.start() - 1 : name.start()] in ("每", "个") else _AFTER.match(text, name.end())


def _slips(name: re.Match[str], match: re.Match[str], copy: Copy) -> Iterator[Slip]:
    """None if the weekday is right in any of the years in which the day may lie."""
    day = written(match, copy)
    days = day.days() if day else ()
    weekday = "星期" + name["weekday"].replace("天", "日")
    if days and all(chinese_weekday(day) != weekday for day in days):
        values = {"day": chinese_date(days[0]), "right": chinese_weekday(days[0]), "written": name.group()}
        yield Slip(min(name.start(), match.start()), max(name.end(), match.end()), values)


RULE = Rule(
    code="PF40",
    find=_find,
    wrong="2017年8月16日（星期二）上午，区委召开会议。",
    right="2017年8月16日（星期三）上午，区委召开会议。",
    silent=(
        "8月12日、8月13日（星期六、星期日）",
        "2017年8月16日周二狗来到社区。",
        "2017年农历8月16日（星期五）",
        "每周三（8月16日除外）",
        "1976年7月28日，星期三",
    ),
    source=Source("公历；日期与星期对应"),
    signs="周期拜",
)
