"""The day in the names of a story's folders: 2017/08/16-shangdu. Which address the rest of the name gives is left to `addresses`."""

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
    """The day for which a story is filed, as far as its folders say it; 0 for what they do not say."""

    year: int
    month: int
    day: int

    def is_on(self, day: date) -> bool:
        """Whether `day` may be the one that is meant."""
        return all(
            mine in (0, its)
            for mine, its in zip((self.year, self.month, self.day), (day.year, day.month, day.day), strict=True)
        )

    def __str__(self) -> str:
        said = ((self.year, "年"), (self.month, "月"), (self.day, "日"))
        return "".join(f"{number}{unit}" for number, unit in said if number)


def filed_day(source: str) -> FiledDay | None:
    """What `2017/08/16-shangdu/index.md` says of the day; None when its folders say nothing."""
    above, _, name = source.removesuffix("/index.md").rpartition("/")
    folders = _FOLDERS.match(f"{above}/" if above else "")
    year, month = (int(number or 0) for number in folders.groups()) if folders else (0, 0)
    name = unicodedata.normalize("NFKC", name).strip()
    found = _DAY_OF_FOLDER.match(name)
    day = 0
    if found:
        written = _DATE_IN_FOLDER.fullmatch(found.group().rstrip("-_ "))
        own = [int(number or 0) for number in written.groups()] if written else [0, 0, 0]
        year, month, day = own[0] or year, own[1] or month, own[2]
    return FiledDay(year, month, day) if year or month or day else None


def without_day(name: str) -> str:
    """The name of a folder without the day: "16-shangdu" and "2017-08-16-shangdu" both give "shangdu". Never to change its answers."""
    name = unicodedata.normalize("NFKC", name).strip()
    day = _DAY_OF_FOLDER.match(name)
    return name[day.end() :] if day else name
