"""Parses dates and times as editors write them, and formats them for readers. Always Asia/Shanghai; reads no clock."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ..findings.catalogue import problem
from ..findings.problems import Edit, Place, Problem
from .marked import Marked

SHANGHAI = ZoneInfo("Asia/Shanghai")
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_DAYS = "一二三四五六日"

_DIGITS = "〇零○OＯ一二三四五六七八九"
_TO_ASCII = str.maketrans(
    "０１２３４５６７８９：／－．（）　\xa0\t﹣–—‐‑−", "0123456789:/-.()   ------"
)  # character for character, so that columns stay the same
_NUMBER = r"\d{1,2}|[一二三四五六七八九十廿卅〇零]{1,4}"
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?)?", re.ASCII)
_WEEKDAY = r"(?:\(\ *)?(?P<{0}>(?:星期|周|礼拜)[一二三四五六日天])(?:\ *\))?"
_ANY = re.compile(
    rf"""
    (?: (?P<year>\d{{4}}) (?P<mark>[-/.]) (?P<month>\d{{1,2}}) (?P=mark) (?P<day>\d{{1,2}})
      | (?P<year_c>\d{{4}}|[{_DIGITS}]{{4}}) \ *年\ * (?P<month_c>{_NUMBER}) \ *月\ * (?P<day_c>{_NUMBER}) \ *[日号]?
      | (?P<year_8>\d{{4}}) (?P<month_8>\d\d) (?P<day_8>\d\d) (?!\d)
    )
    \ * (?: {_WEEKDAY.format("weekday")} )? \ *
    (?: [T,，]? \ *
      (?P<half>上午|下午)? \ * (?P<hour>{_NUMBER})
      (?: :(?P<minute>\d{{1,2}}) (?: :(?P<second>\d{{1,2}}) (?:\.0+)? )?
        | [时点] (?: (?P<half_past>半) | (?P<sharp>整) | \ *(?P<minute_c>{_NUMBER})分? (?: \ *(?P<second_c>{_NUMBER})秒 )? )?
      )
      \ * (?P<zone>Z|[+-]\d\d:?\d\d)?
    )?
    \ * (?: {_WEEKDAY.format("weekday_after")} )?
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time of day. value: aware, Asia/Shanghai; midnight, with has_time False, if only the day was written."""

    value: datetime
    has_time: bool

    @property
    def iso(self) -> str:
        """The form used in a head: 2017-08-16, 2017-08-16 09:30 or, with seconds, 2017-08-16 09:30:15."""
        if not self.has_time:
            return f"{self.value:%Y-%m-%d}"
        return f"{self.value:%Y-%m-%d %H:%M:%S}" if self.value.second else f"{self.value:%Y-%m-%d %H:%M}"

    @property
    def end(self) -> datetime:
        """The instant at which something valid until then is over: the time as written, or the midnight that ends the day."""
        return self.value if self.has_time else self.value + timedelta(days=1)


def parse(marked: Marked) -> tuple[Moment | None, tuple[Problem, ...]]:
    """The moment an editor wrote, or None with an error that says which part is wrong.

    Any form but `2017-08-16`, `2017-08-16 09:30` and `2017-08-16 09:30:15` is a warning; if its span is known, with an edit.
    """
    written = (marked.text or "").strip()
    match = _ISO.fullmatch(written)
    if match:
        year, month, day, hour, minute, second = (int(number or 0) for number in match.groups())
        try:
            value = datetime(year, month, day, hour, minute, second, tzinfo=SHANGHAI)
        except ValueError:
            pass  # reported below, with the reason
        else:
            if _FIRST_YEAR <= value.year <= _LAST_YEAR:
                return Moment(value, match.group(4) is not None), ()
    return _parse_freely(written, marked)


def _parse_freely(written: str, marked: Marked) -> tuple[Moment | None, tuple[Problem, ...]]:
    match = _ANY.fullmatch(written.translate(_TO_ASCII))
    numbers = _numbers(match) if match else {}
    if match is None or -1 in numbers.values():
        return None, (problem("DT01", marked.place, {"written": written}),)

    def at(part: str) -> Place:
        """The place of one part of the date."""
        name = next(name for name in _spellings(part) if match.group(name))
        return marked.place.within(match.start(name), len(match.group(name)))

    problems = _day_slip(numbers, at) or _time_slip(numbers, match.group("half"), at) or _zone_slip(match, at)
    if problems:
        return None, problems
    day = datetime(numbers["year"], numbers["month"], numbers["day"], tzinfo=SHANGHAI)
    problems = _weekday_slips(match, day.date(), at)
    if problems:
        return None, problems
    moment = _moment(day, numbers, match)
    if _ISO.fullmatch(written):
        return moment, ()
    edits = (Edit(*marked.span, moment.iso),) if marked.span else ()
    return moment, (problem("DT05", marked.place, {"iso": moment.iso}, edits=edits),)


def _moment(day: datetime, numbers: dict[str, int], match: re.Match[str]) -> Moment:
    hour = numbers["hour"] + (12 if match.group("half") == "下午" and numbers["hour"] < 12 else 0)
    minute = 30 if match.group("half_past") else numbers["minute"]
    return Moment(day + timedelta(hours=hour, minutes=minute, seconds=numbers["second"]), bool(match.group("hour")))


def _spellings(part: str) -> tuple[str, ...]:
    """The groups of the pattern that may hold a part of the date."""
    return tuple(name for name in (part, f"{part}_c", f"{part}_8") if name in _ANY.groupindex)


def _numbers(match: re.Match[str]) -> dict[str, int]:
    """The numbers of the date: 0 for a part that was not written, -1 for one that is not a number."""
    parts = ("year", "month", "day", "hour", "minute", "second")
    written = {part: next((match.group(name) for name in _spellings(part) if match.group(name)), "0") for part in parts}
    return {part: number(text) for part, text in written.items()}


def _day_slip(numbers: dict[str, int], at: Callable[[str], Place]) -> tuple[Problem, ...]:
    year, month, day = numbers["year"], numbers["month"], numbers["day"]
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return (problem("DT06", at("year"), {"year": year}),)
    if not 1 <= month <= 12:
        return (problem("DT02", at("month"), {"reason": f"一年没有{month}月"}),)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        reason = f"{year}年{month}月只有{last}天" if day else "一个月没有0日"
        return (problem("DT02", at("day"), {"reason": reason}),)
    return ()


def _time_slip(numbers: dict[str, int], half: str | None, at: Callable[[str], Place]) -> tuple[Problem, ...]:
    hour = numbers["hour"]
    if hour > 23:
        return (problem("DT03", at("hour"), {"reason": f"一天没有{hour}时"}),)
    if half and not (1 <= hour <= 11 or (half == "下午" and hour >= 12)):
        return (problem("DT03", at("hour"), {"reason": f"{half}没有{hour}时"}),)
    if numbers["minute"] > 59:
        return (problem("DT03", at("minute"), {"reason": f"一小时没有{numbers['minute']}分"}),)
    if numbers["second"] > 59:
        return (problem("DT03", at("second"), {"reason": f"一分钟没有{numbers['second']}秒"}),)
    return ()


def _zone_slip(match: re.Match[str], at: Callable[[str], Place]) -> tuple[Problem, ...]:
    zone = match.group("zone")
    return () if zone in (None, "+0800", "+08:00") else (problem("DT07", at("zone"), {"zone": zone}),)


def _weekday_slips(match: re.Match[str], day: date, at: Callable[[str], Place]) -> tuple[Problem, ...]:
    right = chinese_weekday(day)
    wrong = (name for name in ("weekday", "weekday_after") if _is_wrong(match.group(name), right))
    return tuple(
        problem("DT04", at(name), {"day": chinese_date(day), "right": right, "written": match.group(name)})
        for name in wrong
    )


def _is_wrong(weekday: str | None, right: str) -> bool:
    return weekday is not None and weekday[-1].replace("天", "日") != right[-1]


def number(written: str) -> int:
    """二〇一七 is 2017 (digit by digit), 二十一 is 21 (by tens); -1 for anything else."""
    if written.isdecimal():
        return int(written)
    digits = {character: max(0, place - 4) for place, character in enumerate(_DIGITS)}
    tens = re.fullmatch(r"([二三]?)十([一二三四五六七八九]?)|([廿卅])([一二三四五六七八九]?)", written)
    if tens:
        ten = digits[tens.group(1)] if tens.group(1) else {"廿": 2, "卅": 3, None: 1}[tens.group(3)]
        return 10 * ten + digits.get(tens.group(2) or tens.group(4), 0)
    if all(character in digits for character in written):
        return int("".join(str(digits[character]) for character in written))
    return -1


def chinese_date(day: date) -> str:
    """2017年8月16日; takes a date or a datetime."""
    return f"{day.year}年{day.month}月{day.day}日"


def last_day(end: datetime) -> str:
    """The last day on which something that is over at `end` was available: 2017年8月16日."""
    return chinese_date(end - timedelta(seconds=1))


def chinese_datetime(moment: datetime) -> str:
    """2017年8月16日 09:30."""
    return f"{chinese_date(moment)} {moment:%H:%M}"


def chinese_weekday(day: date) -> str:
    """星期三."""
    return "星期" + _DAYS[day.weekday()]


def chinese_month(year: int, month: int) -> str:
    """2017年8月."""
    return f"{year}年{month}月"
