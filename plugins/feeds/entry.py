"""Feeds and their entries as values, independent of any format."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.newsroom.column.relations import Relations
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.media.photo import Figure, cover_of
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.story.changes import last_change
from plugins.newsroom.story.model import Attribution, Story
from plugins.newsroom.text.typography import one_line, printable
from plugins.site.site import LengthOf

from .enclosures import Enclosure, enclosures
from .full_text import full_text

# Generated once for this column, never to be changed: entry ids are UUIDs derived from a story's first address (RFC 9562, v5).
_NAMESPACE = uuid.UUID("6f0c8f0e-2d59-5d0c-9a0b-6b1f4a7f2c11")
_STORY_ADDRESS = re.compile(r"\d{4}/\d{2}/[a-z0-9-]+/")


@dataclass(frozen=True, slots=True)
class Contributor:
    """One name of the byline with one kind of work. role: as in newsroom.byline; work: text, photo, drawing or video;
    title: printed before the name, "" for none; url: of their page, absolute, "" for none."""

    name: str
    role: str
    work: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LeadPhoto:
    """The photo that represents the story. url: absolute; length: in bytes; sizes in pixels."""

    url: str
    media_type: str
    length: int
    width: int
    height: int
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One story. identifier: a URN; url: absolute; content: HTML with absolute addresses; contributors: in printed order.

    files: its attachments; origin: the visible 来源; original: the address of a repost's original, "" for none.
    No string contains a character that XML forbids.
    """

    identifier: str
    url: str
    title: str
    summary: str
    content: str
    contributors: tuple[Contributor, ...]
    categories: tuple[str, ...]
    published: datetime
    updated: datetime
    photo: LeadPhoto | None = None
    files: tuple[Enclosure, ...] = ()
    origin: str = ""
    original: str = ""

    @property
    def authors(self) -> tuple[tuple[str, str], ...]:
        """(name, url) of everybody in the byline, each once."""
        return tuple(dict.fromkeys((person.name, person.url) for person in self.contributors))


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. home: absolute URL of the page it belongs to; address: of that page, site-relative; entries: newest first."""

    title: str
    description: str
    home: str
    address: str
    publisher: str
    entries: tuple[Entry, ...]

    @property
    def identifier(self) -> str:
        return uuid.uuid5(_NAMESPACE, f"feed {self.address}").urn

    @property
    def updated(self) -> datetime | None:
        """The last change of any entry; None for an empty feed. Never the clock, so that unchanged feeds keep their bytes."""
        return max((entry.updated for entry in self.entries), default=None)


def entry(
    story: Story,
    figures: Sequence[Figure],
    relations: Relations,
    places: Urls,
    length_of: LengthOf,
    attachments: Sequence[Attachment] = (),
) -> Entry:
    """`story` as a feed entry. figures: index for index as its photos; length_of: bytes of a rendition's file; attachments: index
    for index as its document's."""
    url = places.absolute(story.address)
    section = (story.section.name,) if story.section else ()
    cover = cover_of(figures, story.cover)
    return Entry(
        identifier=identifier(story),
        url=url,
        title=printable(one_line(story.title)),
        summary=printable(story.summary),
        content=printable(full_text(story, figures, relations, places, attachments)),
        contributors=tuple(_contributors(story.attributions, places)),
        categories=tuple(dict.fromkeys(printable(name) for name in (*section, *(term.name for term in story.tags)))),
        published=story.published,
        updated=last_change(story),
        photo=_lead(cover, places, length_of) if cover else None,
        files=enclosures(attachments, places),
        origin=printable(story.origin.name),
        original=printable(story.origin.url),
    )


def identifier(story: Story) -> str:
    """A permanent id, derived from the story's first address here, so that title, section and host may change."""
    former = next((alias for alias in story.aliases if _STORY_ADDRESS.fullmatch(alias)), story.address)
    return uuid.uuid5(_NAMESPACE, former).urn


def _contributors(attributions: Sequence[Attribution], places: Urls) -> Iterator[Contributor]:
    for attribution in attributions:
        who = attribution.contributor
        url = places.absolute_of(attribution.person) if attribution.person else ""
        for work in who.does:
            yield Contributor(printable(who.name), who.role, work, printable(who.title), url)


def _lead(cover: Figure, places: Urls, length_of: LengthOf) -> LeadPhoto:
    shown, use = cover.fallback, cover.use
    return LeadPhoto(
        places.absolute(shown.address),
        shown.media_type,
        length_of(cover, shown),
        shown.width,
        shown.height,
        printable(use.caption or use.alternative),
        printable(use.credit),
    )
