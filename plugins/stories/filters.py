"""Template filters for Chinese text and dates. Story bodies are typeset in `newsroom/body`, on the Markdown tree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from types import MappingProxyType

from plugins.newsroom.text import dates, reading_time
from plugins.newsroom.text.typography import one_line, split_at_gap, split_at_pauses


def iso(moment: date | datetime) -> str:
    """ISO 8601 to the second with offset (`2017-08-16T09:30:00+08:00`), or the day alone for a date."""
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()


FILTERS: MappingProxyType[str, Callable[..., object]] = MappingProxyType(
    {
        "chinese_date": dates.chinese_date,
        "chinese_datetime": dates.chinese_datetime,
        "chinese_weekday": dates.chinese_weekday,
        "iso": iso,
        "halves": split_at_gap,
        "one_line": one_line,
        "clauses": split_at_pauses,
        "reading_minutes": reading_time.minutes,
    }
)
