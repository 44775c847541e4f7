"""Reads days in running text: 2017年8月16日, 8月16日, 二〇一七年八月十六日. What is wrong with them is left to the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..text.dates import number
from ..text.patterns import Pattern
from .copy import Copy

_SMALL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_YEAR = "[0-9]{4}|[〇零○一二三四五六七八九]{4}"
DAY = (
    rf"(?<![0-9./-])(?:(?P<year>{_YEAR})年|(?P<relative>[去前今明]年)|(?P<unclear>年))?"
    rf"(?P<month>{_SMALL})月(?P<day>{_SMALL})[日号]"
)
_END = Pattern(rf"月(?:{_SMALL})[日号]")  # found fast, for it begins with one certain character
_WHOLE = Pattern(rf"{DAY}\Z")
_LONGEST = len("二〇一七年十二")
_YEARS = Pattern(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_RELATIVE = {"前年": -2, "去年": -1, "今年": 0, "明年": 1}
_MOON = ("农历", "阴历", "旧历", "夏历", "闰")


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it was written. years: in which it may lie, the likeliest first; none when nothing is known about them."""

    years: tuple[int, ...]
    month: int
    day: int

    def exists(self) -> bool:
        """Whether there is such a day in one of the years, or, when none is known, in a leap year."""
        return any(day_or_none(year, self.month, self.day) for year in self.years or (2000,))

    def days(self) -> tuple[date, ...]:
        found = (day_or_none(year, self.month, self.day) for year in self.years)
        return tuple(day for day in found if day)


def day_matches(text: str) -> Iterator[re.Match[str]]:
    """Every day written in the text, with the groups of `DAY`."""
    for end in _END.finditer(text):
        match = _WHOLE.search(text, max(0, end.start() - _LONGEST), end.end())
        if match:
            yield match


def written(match: re.Match[str], copy: Copy) -> Written | None:
    """The day that the groups of `DAY` hold; None where it may be one of the lunar calendar, or is no number."""
    if _is_lunar(match, copy):
        return None
    month, day = number(match["month"]), number(match["day"])
    return None if min(month, day) < 0 else Written(tuple(_years(match, copy, month)), month, day)


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_lunar(match: re.Match[str], copy: Copy) -> bool:
    before = copy.text[max(0, match.start("month") - 6) : match.start("month")]
    return any(word in before for word in _MOON)


def _years(match: re.Match[str], copy: Copy, month: int) -> Iterable[int]:
    if match["year"]:
        return (number(match["year"]),)
    if match["unclear"] or not copy.day:
        return ()
    if match["relative"]:
        return (copy.day.year + _RELATIVE[match["relative"]],)
    return dict.fromkeys((_nearest_year(copy.day, month), *_years_named(match, copy)))


def _nearest_year(day: date, month: int) -> int:
    """The year in which a month is nearest to the day: 12月 in a story of January is last year's."""
    return day.year + (month - day.month < -6) - (month - day.month > 6)


def _years_named(match: re.Match[str], copy: Copy) -> Iterable[int]:
    passage = copy.passage_at(match.start())
    return (int(year) for year in _YEARS.findall(copy.text, passage.start, passage.end))
