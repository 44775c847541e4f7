"""The searchable content of one story, as a value: its words in order of weight, and the facets to filter results by."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from datetime import datetime

from plugins.newsroom.column.visibility import lapsed
from plugins.newsroom.registry import Registries
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.typography import split_at_gap


@dataclass(frozen=True, slots=True)
class Entry:
    """One story. day: 2017-08-16; headline: kicker, main headline and decks, a line each; names: byline, section, units,
    projects and tags, a line each; text: body, captions and file names, a paragraph each; facets: (id, name) of what the story
    belongs to, by kind."""

    address: str
    title: str
    day: str
    headline: tuple[str, ...]
    names: tuple[str, ...]
    text: tuple[str, ...]
    facets: dict[str, tuple[tuple[str, str], ...]]


def entry_of(story: Story, registries: Registries, now: datetime) -> Entry:
    """registries: to distinguish people of the same name; now: expired photos are not searchable."""
    sections = (story.section,) if story.section else ()
    byline = "".join(piece.text for piece in story.signed)
    named = (*story.people, *sections, *story.units, *story.projects, *story.tags)
    over = lapsed(story.photos, now)
    captions = (words for photo in story.photos if photo not in over for words in (photo.caption, photo.credit))
    files = (
        posixpath.splitext(posixpath.basename(file.target))[0] for file in story.document.attachments if file.words
    )
    return Entry(
        address=story.address,
        title="\u3000".join(split_at_gap(story.title)),
        day=story.published.date().isoformat(),
        headline=_lines(story.title, story.kicker, *story.decks),
        names=_lines(byline, *(subject.name for subject in named)),
        text=_lines(*story.document.text.split("\n"), *captions, *files),
        facets={
            "section": tuple((section.id, section.name) for section in sections),
            "unit": tuple((unit.id, unit.name) for unit in story.units),
            "person": tuple((person.id, registries.qualified_name(person)) for person in story.people),
        },
    )


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, lines))))
