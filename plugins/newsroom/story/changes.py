"""When a story last changed for its readers: the modification date of feeds, sitemaps and structured data."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from ..text.dates import SHANGHAI
from .brief import Brief
from .model import Story

_STEP = timedelta(minutes=1)


def last_change(story: Story | Brief) -> datetime:
    """The time of publication, or of the last correction if there is one; aware, Asia/Shanghai.

    A correction has a day and no time: it counts from the start of its day, but always after the publication and any
    earlier correction, so that each one moves the time forward.
    """
    instant = story.published
    for day in sorted(correction.day for correction in story.corrections):
        instant = max(instant + _STEP, datetime.combine(day, time(), SHANGHAI))
    return instant


def last_changed(story: Story | Brief) -> str:
    """`last_change` as a W3C date: a day alone for a story without a clock time that was never corrected."""
    return day_or_instant(last_change(story), has_time=story.has_time or bool(story.corrections))


def day_or_instant(moment: datetime, *, has_time: bool) -> str:
    """An aware datetime as W3C date and time (ISO 8601); the day alone where no clock time is known."""
    return moment.isoformat(timespec="seconds") if has_time else moment.date().isoformat()
