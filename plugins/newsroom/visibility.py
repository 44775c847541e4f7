"""Whether a story, or a photo in it, may be seen at one instant. The only place where that is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from .article import Status
from .brief import Brief
from .photo import PhotoUse

FAR_AHEAD = timedelta(days=60)  # a day later than that is more likely a slip than a plan
NEWS = timedelta(hours=48)  # how long after its publication a story counts as news (Google's news sitemaps)


class Held(StrEnum):
    """Why a story is held back; the value is the word people see."""

    DRAFT = "草稿"
    REVIEW = "待审"
    EMBARGO = "未到发布时间"
    EXPIRED = "已下线"
    WITHDRAWN = "撤稿"


def held_back(story: Brief, now: datetime) -> Held | None:
    """The reason why `story` is not published at `now` (aware), or None when it is.

    A withdrawn story stays withdrawn whatever its dates say, and a draft stays a draft.
    """
    if story.status is Status.WITHDRAWN:
        return Held.WITHDRAWN
    if story.status is Status.DRAFT:
        return Held.DRAFT
    if story.status is Status.REVIEW:
        return Held.REVIEW
    if story.published > now:
        return Held.EMBARGO
    if story.expires is not None and story.expires <= now:
        return Held.EXPIRED
    return None


def is_news(story: Brief, now: datetime) -> bool:
    """Whether `story`, which readers may see, was published in the 48 hours before `now` (aware)."""
    return now - NEWS < story.published <= now


def is_far_ahead(story: Brief, now: datetime) -> bool:
    """Whether `story` waits for a day more than 60 days after `now` (aware). A draft may bear any day."""
    return story.status in (Status.PUBLISHED, Status.REVIEW) and story.published > now + FAR_AHEAD


def has_lapsed(photo: PhotoUse, now: datetime) -> bool:
    """Whether the right to show `photo` has ended at `now` (aware). Its story stays; the photo leaves the page."""
    return photo.ends is not None and photo.ends <= now


def next_change(stories: Collection[Brief], now: datetime, photos: Iterable[PhotoUse] = ()) -> datetime | None:
    """The first instant after `now` at which `held_back`, `is_news`, `is_far_ahead` or `has_lapsed` says something else, or None."""
    ahead = [story for story in stories if is_far_ahead(story, now)]
    recent = now - NEWS  # nothing more becomes of a story older than that, unless it ends
    moments = [
        moment
        for story in stories
        if story.status is Status.PUBLISHED and (story.published > recent or story.expires)
        for moment in (story.published, story.expires, None if story.is_page else story.published + NEWS)
        if moment is not None and moment > now
    ]
    moments += [story.published - FAR_AHEAD for story in ahead]
    moments += [photo.ends for photo in photos if photo.ends is not None and photo.ends > now]
    return min(moments, default=None)
