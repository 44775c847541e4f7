"""The days that are counted: a month, a quarter or a year, as written on the command line."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.dates import chinese_date

_MONTH, _QUARTER, _YEAR = r"(\d{4})-(0[1-9]|1[0-2])", r"(\d{4})-Q([1-4])", r"(\d{4})"
_ASCII = re.ASCII | re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Span:
    """name: 2017年8月, 2017年第3季度 or 2017年; first, last: both included."""

    name: str
    first: date
    last: date

    def __str__(self) -> str:
        return f"{chinese_date(self.first)}至{chinese_date(self.last)}"


def span_of(month: str, quarter: str, year: str, today: date) -> Span:
    """The one stretch that is written, the month of `today` where none is. Refuses two of them, and whatever is no date."""
    written = [("month", month), ("quarter", quarter), ("year", year)]
    given = [(option, value) for option, value in written if value]
    if len(given) > 1:
        raise Refusal.of("TK16")
    option, value = given[0] if given else ("month", f"{today:%Y-%m}")
    return {"month": _month, "quarter": _quarter, "year": _year}[option](value)


def _month(written: str) -> Span:
    year, month = _numbers(_MONTH, written, "月份", "--month 2017-08")
    return _months(f"{year}年{month}月", year, month, month)


def _quarter(written: str) -> Span:
    year, quarter = _numbers(_QUARTER, written, "季度", "--quarter 2017-Q3")
    return _months(f"{year}年第{quarter}季度", year, quarter * 3 - 2, quarter * 3)


def _year(written: str) -> Span:
    (year,) = _numbers(_YEAR, written, "年份", "--year 2017")
    return _months(f"{year}年", year, 1, 12)


def _numbers(pattern: str, written: str, what: str, example: str) -> tuple[int, ...]:
    found = re.fullmatch(pattern, written, _ASCII)
    if found is None or written.startswith("0000"):
        raise Refusal.of("TK15", written=written, what=what, example=example)
    return tuple(map(int, found.groups()))


def _months(name: str, year: int, first: int, last: int) -> Span:
    return Span(name, date(year, first, 1), date(year, last, monthrange(year, last)[1]))
