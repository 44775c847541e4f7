"""Decides whether a story, or a photo in it, may be seen at a given moment. The only place where that is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from ..findings.problems import Problem
from ..media.photo import PhotoUse
from ..story.brief import Brief
from ..story.model import Status

FAR_AHEAD = timedelta(days=60)  # a later date is more likely a slip than a plan
NEWS = timedelta(hours=48)  # how long after its publication a story counts as news (Google's news sitemaps)


class Held(StrEnum):
    """Why a story is held back; the value is the Chinese word that editors see."""

    DRAFT = "草稿"
    REVIEW = "待审"
    EMBARGO = "未到发布时间"
    EXPIRED = "已下线"
    WITHDRAWN = "撤稿"
    UNSEEN = "未发布即撤稿"


HELD_BY = {Status.DRAFT: Held.DRAFT, Status.REVIEW: Held.REVIEW}  # reasons that follow from the status alone
_BODY_UNSEEN = frozenset({Held.DRAFT, Held.REVIEW, Held.WITHDRAWN, Held.UNSEEN})


def held_back(story: Brief, now: datetime, seen: Collection[str] | None = None) -> Held | None:
    """The reason why `story` is not published at `now` (aware), or None when it is.

    A withdrawn story stays withdrawn whatever its dates say, and a draft stays a draft. seen: the addresses in the release
    that readers have, None when unknown.
    """
    if story.status is Status.WITHDRAWN:
        return Held.WITHDRAWN if _was_public(story, now, seen) else Held.UNSEEN
    if story.status in HELD_BY:
        return HELD_BY[story.status]
    if story.published > now:
        return Held.EMBARGO
    if story.expires is not None and story.expires <= now:
        return Held.EXPIRED
    return None


def _was_public(story: Brief, now: datetime, seen: Collection[str] | None) -> bool:
    """Whether readers may have seen a withdrawn story: only then does a notice replace it, else it would reveal the story.

    The last release decides; without one, a story whose date has passed may have been public.
    """
    if seen is not None:
        return any(address in seen for address in (story.address, *story.aliases))
    return story.published <= now and not (story.withdrawal and story.withdrawal.day < story.published.date())


def weighed(problems: Iterable[Problem], content: Path, held: Mapping[str, Held]) -> tuple[Problem, ...]:
    """The same findings about bodies and photos, with those in stories hidden from readers marked unseen: they block nothing.

    held: as in `Column.held`, by source below the folder `content`.
    """
    files = {f"{content.name}/{source}" for source, reason in held.items() if reason in _BODY_UNSEEN}
    return tuple(replace(problem, is_unseen=True) if problem.place.file in files else problem for problem in problems)


def is_news(story: Brief, now: datetime) -> bool:
    """Whether a visible `story` was published in the 48 hours before `now` (aware)."""
    return now - NEWS < story.published <= now


def is_far_ahead(story: Brief, now: datetime) -> bool:
    """Whether `story` is dated more than 60 days after `now` (aware). A draft may have any date."""
    return story.status in (Status.PUBLISHED, Status.REVIEW) and story.published > now + FAR_AHEAD


def has_lapsed(photo: PhotoUse, now: datetime) -> bool:
    """Whether the licence of `photo` has expired at `now` (aware). Its story stays; the photo is removed from the page."""
    return photo.ends is not None and photo.ends <= now


def lapsed(photos: Iterable[PhotoUse], now: datetime) -> tuple[PhotoUse, ...]:
    """The `photos` whose licence has expired at `now` (aware): neither the picture nor its words may appear in any file."""
    return tuple(photo for photo in photos if has_lapsed(photo, now))


def next_change(stories: Collection[Brief], now: datetime, photos: Iterable[PhotoUse] = ()) -> datetime | None:
    """The first moment after `now` at which `held_back`, `is_news`, `is_far_ahead` or `has_lapsed` changes, or None."""
    ahead = [story for story in stories if is_far_ahead(story, now)]
    recent = now - NEWS  # an older story changes no more, unless it expires
    moments = [
        moment
        for story in stories
        if story.status is Status.PUBLISHED and (story.published > recent or story.expires)
        for moment in (story.published, story.expires, None if story.is_page else story.published + NEWS)
        if moment is not None and moment > now
    ]
    moments += [story.published - FAR_AHEAD for story in ahead]
    moments += [story.published for story in stories if story.status is Status.WITHDRAWN and story.published > now]
    moments += [photo.ends for photo in photos if photo.ends is not None and photo.ends > now]
    return min(moments, default=None)
