"""What a feed says, as values: independent of any feed format."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from plugins.newsroom.article import Story
from plugins.newsroom.dates import SHANGHAI
from plugins.newsroom.places import Places
from plugins.newsroom.relations import Relations
from plugins.newsroom.typography import split_at_gap

from .full_text import full_text

# Made once for this column and never changed: entry ids are UUIDs named by a story's first address (RFC 9562, version 5).
_NAMESPACE = uuid.UUID("6f0c8f0e-2d59-5d0c-9a0b-6b1f4a7f2c11")
_STORY_ADDRESS = re.compile(r"\d{4}/\d{2}/[a-z0-9-]+/")


@dataclass(frozen=True, slots=True)
class Entry:
    """One story. identifier: a URN; url: absolute; content: HTML with absolute addresses; authors in printed order."""

    identifier: str
    url: str
    title: str
    summary: str
    content: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. entries: newest first; home, address: absolute URLs."""

    title: str
    description: str
    home: str
    address: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime | None:
        """The last change of any entry; None for an empty feed. Never the clock, so that nothing changed is the same bytes."""
        return max((entry.updated for entry in self.entries), default=None)


def entry(article: Any, places: Places, relations: Relations) -> Entry:
    """`article` (with story, figures, byline) as a feed entry."""
    story: Story = article.story
    authors = (signature.contributor.name for signature in story.signatures if signature.contributor.does)
    section = (story.section.name,) if story.section else ()
    return Entry(
        identifier=identifier(story),
        url=places.absolute(story.address),
        title="\u3000".join(split_at_gap(story.title)),
        summary=story.summary,
        content=full_text(article, places, relations),
        authors=tuple(dict.fromkeys(authors)),
        categories=(*section, *(term.name for term in story.tags)),
        published=story.published,
        updated=_updated(story),
    )


def identifier(story: Story) -> str:
    """The same for ever: named by the first address the story had here, so title, section and host may change."""
    former = next((alias for alias in story.aliases if _STORY_ADDRESS.fullmatch(alias)), story.address)
    return uuid.uuid5(_NAMESPACE, former).urn


def _updated(story: Story) -> datetime:
    days = [datetime.combine(correction.day, time(), SHANGHAI) for correction in story.corrections]
    return max([story.published, *days])
