"""Whether a story may be seen at one instant. The only place where that is decided."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from .article import Status, Story


class Held(StrEnum):
    """Why a story is held back; the value is the word people see."""

    DRAFT = "草稿"
    REVIEW = "待审"
    EMBARGO = "未到发布时间"
    EXPIRED = "已下线"
    WITHDRAWN = "撤稿"


def held_back(story: Story, now: datetime) -> Held | None:
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
