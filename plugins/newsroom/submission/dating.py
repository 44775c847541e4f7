"""Finds the day of the story: in a line of its own, in the dateline, in the name of the file. A day asked for goes before all."""

from __future__ import annotations

import re
from datetime import date

from ..byline.words import is_body
from ..findings.problems import Place, has_errors
from ..text import dates
from ..text.dates import chinese_date
from ..text.marked import Marked
from .cuts import words_of
from .draft import Draft
from .signing import DATELINE

_LABEL = re.compile(
    r"(?:日\s*期|时\s*间|(?:发布|发稿|发表|见报|刊发|写稿|投稿)(?:日期|时间))\s*[：:]\s*(?P<day>.{6,40})"
)
_ALONE = re.compile(
    r"[（(]?(?P<day>(?:\d{4}|[〇零○一二三四五六七八九]{4}) ?[年./-] ?[\d一二三四五六七八九十]{1,3} ?[月./-] ?[\d一二三四五六七八九十]{1,3}[^，。；]{0,24}?)[)）]?"
)
_BESIDE = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?) +\S{2,12}")  # an account's name, on WeChat
_SHORT = re.compile(r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")
_IN_NAME = re.compile(r"(?<!\d)(\d{4})(?:[-._年 ]?)(\d{1,2})(?:[-._月 ]?)(\d{1,2})日?(?!\d)")
_IN_TEXT = re.compile(r"(?<![\d月])(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_LONGEST_HOUSE = 24  # characters
_EDGE = 6  # paragraphs at the top and at the end


def date_story(draft: Draft) -> None:
    found = _alone(draft) or _in_dateline(draft)
    if found is None and draft.day is None:
        found = _in_name(draft.submission.file)
        if found:
            draft.doubt("SB27", "", {"day": chinese_date(found), "file": draft.submission.file})
    if draft.day is None:
        draft.day = found
    elif found is not None and found != draft.day:
        draft.doubt("SB28", "", {"day": chinese_date(draft.day), "found": chinese_date(found)})
    if draft.day is None:
        _ask(draft)


def _ask(draft: Draft) -> None:
    """Without a day: name the first one in the text, which is often near it."""
    first = next((day for _, part in draft.paragraphs() if (day := _IN_TEXT.search(part.text))), None)
    draft.doubt("SB29", "", {"hint": f"，文中最先写到的是{first.group()}" if first else ""})


def _alone(draft: Draft) -> date | None:
    """The day in a line that holds nothing else, near the top or the end; the line goes."""
    paragraphs = draft.paragraphs()
    for at, paragraph in dict([*paragraphs[:_EDGE], *paragraphs[-_EDGE:]]).items():
        text = words_of(paragraph)
        line = _LABEL.fullmatch(text) or _BESIDE.fullmatch(text) or _ALONE.fullmatch(text)
        day = read(line["day"]) if line else None
        if day is not None:
            draft.drop(at, "SB72")
            _drop_house_above(draft, at)
            return day
    return None


def _drop_house_above(draft: Draft, at: int) -> None:
    """At the end, the house that delivered the text stands above the day."""
    above = [each for each in draft.paragraphs() if each[0] < at]
    is_last = not any(each[0] > at for each in draft.paragraphs())
    if is_last and len(above) > 1 and is_body(words_of(above[-1][1])) and len(words_of(above[-1][1])) <= _LONGEST_HOUSE:
        draft.drop(above[-1][0], "SB75")


def _in_dateline(draft: Draft) -> date | None:
    for _, paragraph in draft.paragraphs():
        dateline = DATELINE.match(words_of(paragraph))
        if dateline and dateline["day"]:
            return _with_year(draft, dateline["day"], paragraph.place)
    return None


def _with_year(draft: Draft, written: str, place: str) -> date | None:
    parts = _SHORT.fullmatch(written)
    near = draft.day or draft.today
    if parts is None or not parts["month"] or not (parts["year"] or near):
        return None
    month, day = int(parts["month"]), int(parts["day"])
    if parts["year"]:
        return _day(int(parts["year"]), month, day)
    assert near is not None
    possible = [found for year in (near.year - 1, near.year, near.year + 1) if (found := _day(year, month, day))]
    nearest = min(possible, key=lambda each: abs((each - near).days), default=None)
    if nearest:
        draft.doubt("SB26", place, {"written": written, "day": chinese_date(nearest)})
    return nearest


def _in_name(file: str) -> date | None:
    found = _IN_NAME.search(file)
    return _day(*(int(number) for number in found.groups())) if found else None


def read(written: str) -> date | None:
    """The day that these words say, with or without a time of day; None for anything else."""
    moment, problems = dates.parse(Marked(Place(""), written.strip()))
    return None if moment is None or has_errors(problems) else moment.value.date()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1949 <= year <= 2100 else None
    except ValueError:
        return None
