"""Reads the day in a story's folder names: 2017/08/16-shangdu. The address made of the rest is left to `addresses`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_DAY, _DAY_2 = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0[1-9]|[12]\d|3[01])"
_MONTH, _MONTH_2 = r"(?:0?[1-9]|1[0-2])", r"(?:0[1-9]|1[0-2])"
_DAY_OF_FOLDER = re.compile(
    rf"(?:\d{{4}}([-_.]){_MONTH}\1{_DAY}|\d{{4}}{_MONTH_2}{_DAY_2}|{_MONTH_2}-{_DAY_2}|{_DAY})(?:[-_ ]|$)"
    rf"|(?:(?:\d{{4}}年)?{_MONTH}月)?{_DAY}日"
)
_DATE_IN_FOLDER = re.compile(r"(?:(\d{4})\D?)??(?:(\d{1,2})\D?)??(\d{1,2})\D?")
_FOLDERS = re.compile(r"(?:(\d{4})/(?:(\d{1,2})/)?)?")


@dataclass(frozen=True, slots=True)
class FiledDay:
    """The day a story is filed under, as far as its folders give it; 0 for a part they do not give."""

    year: int
    month: int
    day: int

    def is_on(self, day: date) -> bool:
        """Whether `day` is compatible with the parts that are given."""
        return all(
            mine in (0, its)
            for mine, its in zip((self.year, self.month, self.day), (day.year, day.month, day.day), strict=True)
        )

    def __str__(self) -> str:
        parts = ((self.year, "年"), (self.month, "月"), (self.day, "日"))
        return "".join(f"{number}{unit}" for number, unit in parts if number)


def filed_day(source: str) -> FiledDay | None:
    """The day that a path like `2017/08/16-shangdu/index.md` gives; None when its folders give none of it."""
    above, _, name = source.removesuffix("/index.md").rpartition("/")
    folders = _FOLDERS.match(f"{above}/" if above else "")
    year, month = (int(number or 0) for number in folders.groups()) if folders else (0, 0)
    name = unicodedata.normalize("NFKC", name).strip()
    prefix = _DAY_OF_FOLDER.match(name)
    day = 0
    if prefix:
        written = _DATE_IN_FOLDER.fullmatch(prefix.group().rstrip("-_ "))
        own = [int(number or 0) for number in written.groups()] if written else [0, 0, 0]
        year, month, day = own[0] or year, own[1] or month, own[2]
    return FiledDay(year, month, day) if year or month or day else None


def without_day(name: str) -> str:
    """A folder's name without the day: "16-shangdu" and "2017-08-16-shangdu" both give "shangdu".

    Addresses depend on it, so its results must never change.
    """
    name = unicodedata.normalize("NFKC", name).strip()
    day = _DAY_OF_FOLDER.match(name)
    return name[day.end() :] if day else name
