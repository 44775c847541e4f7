"""What readers can find of one story, as a value: its words in the order of their weight, and what results are sorted out by."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.article import Story
from plugins.newsroom.typography import split_at_gap


@dataclass(frozen=True, slots=True)
class Entry:
    """One story. day: 2017-08-16; headline: kicker, main headline and decks, a line each; names: byline, section, units,
    projects and tags, a line each; text: body and captions, a paragraph each; facets: names by kind, in the story's order."""

    address: str
    title: str
    day: str
    headline: tuple[str, ...]
    names: tuple[str, ...]
    text: tuple[str, ...]
    facets: dict[str, tuple[str, ...]]


def entry_of(story: Story) -> Entry:
    section = (story.section.name,) if story.section else ()
    units = tuple(unit.name for unit in story.units)
    people = tuple(person.name for person in story.people)
    byline = "".join(piece.text for piece in story.signed)
    subjects = (*story.projects, *story.tags)
    names = (byline, *people, *section, *units, *(subject.name for subject in subjects))
    captions = (words for photo in story.photos for words in (photo.caption, photo.credit))
    return Entry(
        address=story.address,
        title="\u3000".join(split_at_gap(story.title)),
        day=story.published.date().isoformat(),
        headline=_lines(story.title, story.kicker, *story.decks),
        names=_lines(*names),
        text=_lines(*story.document.text.split("\n"), *captions),
        facets={"section": section, "unit": units, "person": people},
    )


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, lines))))
