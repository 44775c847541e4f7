"""Whether a story may be seen at one instant, and when that will be otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.body.document import Document
from plugins.newsroom.column.visibility import NEWS, Held, has_lapsed, held_back, is_news, next_change
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.media.photo import PhotoDetail, PhotoUse
from plugins.newsroom.story.brief import Brief, brief_of
from plugins.newsroom.story.credits import credit_of
from plugins.newsroom.story.model import Status, Story, Withdrawal
from plugins.newsroom.text.dates import SHANGHAI

NOW = datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)
STORY = brief_of(Story("a/index.md", False, "标题", NOW, "2017/08/a/", Document()))


def test_a_story_is_public_from_the_very_instant_it_names():
    assert held_back(STORY, NOW) is None
    assert held_back(STORY, NOW - timedelta(seconds=1)) is Held.EMBARGO


def test_an_expired_story_is_gone_from_the_very_instant():
    story = replace(STORY, expires=NOW + timedelta(days=1))
    assert held_back(story, NOW) is None
    assert held_back(story, NOW + timedelta(days=1)) is Held.EXPIRED


@pytest.mark.parametrize(
    ("status", "reason"),
    [(Status.DRAFT, Held.DRAFT), (Status.REVIEW, Held.REVIEW), (Status.WITHDRAWN, Held.UNSEEN)],
)
def test_a_status_outweighs_every_date(status, reason):
    story = replace(STORY, status=status, published=NOW + timedelta(days=9), expires=NOW - timedelta(days=9))
    assert held_back(story, NOW) is reason


_WITHDRAWN = replace(STORY, status=Status.WITHDRAWN, withdrawal=Withdrawal(NOW.date(), "重复。"))


def test_a_notice_stands_only_where_readers_can_have_seen_the_story():
    assert held_back(_WITHDRAWN, NOW) is Held.WITHDRAWN
    assert held_back(_WITHDRAWN, NOW - timedelta(seconds=1)) is Held.UNSEEN
    early = replace(_WITHDRAWN, withdrawal=Withdrawal(NOW.date() - timedelta(days=1), "重复。"))
    assert held_back(early, NOW) is Held.UNSEEN


def test_what_the_last_release_says_decides_whether_a_withdrawn_story_was_public():
    story = replace(_WITHDRAWN, aliases=("xw/1.html",), published=NOW + timedelta(days=1))
    assert held_back(story, NOW, {"2017/08/b/"}) is Held.UNSEEN
    assert held_back(replace(story, published=NOW), NOW, frozenset()) is Held.UNSEEN
    assert held_back(story, NOW, {"2017/08/a/"}) is held_back(story, NOW, {"xw/1.html"}) is Held.WITHDRAWN


def test_a_story_is_news_for_two_days_and_the_column_changes_when_it_ceases_to_be():
    assert is_news(STORY, NOW)
    assert is_news(STORY, NOW + timedelta(hours=47))
    assert not is_news(STORY, NOW + timedelta(hours=48))
    assert next_change([STORY], NOW) == NOW + timedelta(hours=48)
    assert next_change([replace(STORY, is_page=True)], NOW) is None


_HOURS = st.integers(-50, 5).map(lambda hours: NOW + timedelta(hours=hours))
_STORIES = st.lists(
    st.builds(
        lambda status, published, expires: replace(STORY, status=status, published=published, expires=expires),
        st.sampled_from(Status),
        _HOURS,
        st.none() | _HOURS,
    ),
    max_size=5,
)


def _said(story: Brief, moment: datetime) -> tuple[Held | None, bool]:
    """News is asked only of what readers may see."""
    return held_back(story, moment), story.status is Status.PUBLISHED and is_news(story, moment)


@given(_STORIES)
def test_until_the_next_change_every_story_stays_what_it_is(stories):
    change = next_change(stories, NOW)
    reasons = [_said(story, NOW) for story in stories]
    for half_hours in range(13):
        moment = NOW + timedelta(minutes=30 * half_hours)
        if change is None or moment < change:
            assert [_said(story, moment) for story in stories] == reasons


@given(_STORIES)
def test_the_next_change_lies_ahead_and_concerns_a_story_that_was_let_go(stories):
    change = next_change(stories, NOW)
    if change is not None:
        assert change > NOW
        assert any(
            change in (story.published, story.expires, story.published + NEWS)
            and story.status in (Status.PUBLISHED, Status.WITHDRAWN)
            for story in stories
        )


def _photo(ends: datetime | None) -> PhotoUse:
    return PhotoUse("01.jpg", "a/01.jpg", "", credit_of("张三 摄"), "", Place(""), PhotoDetail("01.jpg", expires=ends))


@given(_STORIES, st.lists(st.builds(_photo, st.none() | _HOURS), max_size=5))
def test_until_the_next_change_every_photo_stays_or_stays_away(stories, photos):
    change = next_change(stories, NOW, photos)
    before = [has_lapsed(photo, NOW) for photo in photos]
    for half_hours in range(13):
        moment = NOW + timedelta(minutes=30 * half_hours)
        if change is None or moment < change:
            assert [has_lapsed(photo, moment) for photo in photos] == before


def test_a_photo_may_be_shown_up_to_the_instant_it_ends():
    photo = _photo(NOW)
    assert not has_lapsed(photo, NOW - timedelta(seconds=1))
    assert has_lapsed(photo, NOW)
    assert not has_lapsed(replace(photo, detail=None), NOW)


def test_a_column_without_dates_ahead_never_changes_by_itself():
    old = replace(STORY, published=NOW - NEWS)
    assert next_change([old, replace(old, status=Status.DRAFT, expires=NOW + timedelta(days=1))], NOW) is None
    assert next_change([], NOW) is None
