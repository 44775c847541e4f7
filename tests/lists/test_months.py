"""The calendar of a month and the months around it."""

from __future__ import annotations

import calendar
from datetime import datetime
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from plugins.lists.months import around, by_month, month_of
from plugins.newsroom.pages.listing import Listing


def _listed(year, month, day):
    return SimpleNamespace(brief=SimpleNamespace(published=datetime(year, month, day)))


def _listing(year, month, days):
    stories = tuple(_listed(year, month, day) for day in sorted(days, reverse=True))
    return Listing("month", f"{year}-{month:02}", f"{year}年{month}月", f"{year}/{month:02}/", stories)


@given(st.integers(1949, 2100), st.integers(1, 12), st.data())
def test_every_day_stands_under_its_weekday_with_the_number_of_its_stories(year, month, data):
    last = calendar.monthrange(year, month)[1]
    days = data.draw(st.lists(st.integers(1, last), min_size=1))
    weeks = month_of(_listing(year, month, days)).weeks
    assert {len(week) for week in weeks} == {7}
    found = [(day, place) for week in weeks for place, day in enumerate(week) if day]
    assert [day.number for day, _ in found] == list(range(1, last + 1))
    assert all(datetime(year, month, day.number).weekday() == place for day, place in found)
    assert [day.stories for day, _ in found] == [days.count(day.number) for day, _ in found]


def test_the_neighbours_of_a_month_are_the_nearest_with_stories():
    listings = [_listing(2018, 1, [3]), _listing(2017, 8, [3]), _listing(2017, 7, [3])]
    months = [month_of(*neighbours) for neighbours in around(listings)]
    assert [(one.earlier and one.earlier.id, one.later and one.later.id) for one in months] == [
        ("2017-08", None),
        ("2017-07", "2018-01"),
        (None, "2017-08"),
    ]


def test_a_column_without_stories_has_no_months():
    assert list(around([])) == []


def test_a_list_falls_into_years_and_months_in_its_own_order():
    stories = [_listed(2018, 1, 2), _listed(2017, 12, 30), _listed(2017, 12, 1), _listed(2017, 8, 1)]
    counted = [(year, [(month, len(found)) for month, found in months]) for year, months in by_month(stories)]
    assert counted == [(2018, [(1, 1)]), (2017, [(12, 2), (8, 1)])]
