"""Calendars: the weeks and days of a month with their stories, and stories grouped by year and month. No templates."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from plugins.newsroom.pages.listing import Listed, Listing, Signpost

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a calendar. stories: their number."""

    number: int
    stories: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month as shown on its page. weeks: seven days each from Monday, None outside the month.

    days: (day, its stories), newest first; earlier, later: the nearest months that have stories, None at the ends.
    """

    listing: Listing
    weeks: tuple[tuple[Day | None, ...], ...]
    days: tuple[tuple[date, tuple[Listed, ...]], ...]
    earlier: Signpost | None = None
    later: Signpost | None = None


def month_of(listing: Listing, earlier: Listing | None = None, later: Listing | None = None) -> Month:
    """The month of a listing of kind month."""
    days = tuple(_by(listing.stories, lambda listed: listed.brief.published.date()))
    stories = {day.day: len(found) for day, found in days}
    year, month = map(int, listing.id.split("-"))
    weeks = tuple(
        tuple(Day(number, stories.get(number, 0)) if number else None for number in week)
        for week in Calendar().monthdayscalendar(year, month)
    )
    return Month(listing, weeks, days, *(other.signpost if other else None for other in (earlier, later)))


def around(listings: Sequence[Listing]) -> Iterator[tuple[Listing, Listing | None, Listing | None]]:
    """Every month with the nearest before and after it, None at the ends. listings: newest first."""
    return zip(listings, (*listings[1:], None), (None, *listings), strict=False)


def by_month(stories: Iterable[Listed]) -> tuple[tuple[int, tuple[tuple[int, tuple[Listed, ...]], ...]], ...]:
    """(year, ((month, stories), …)) of each year, in the order of `stories`."""
    return tuple(
        (year, tuple(_by(found, lambda listed: listed.brief.published.month)))
        for year, found in _by(stories, lambda listed: listed.brief.published.year)
    )


def _by(stories: Iterable[Listed], key: Callable[[Listed], _Key]) -> Iterator[tuple[_Key, tuple[Listed, ...]]]:
    return ((value, tuple(found)) for value, found in groupby(stories, key))
