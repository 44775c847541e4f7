"""What each person in a byline contributed to a story, and their totals. Identifying them is left to `attribution`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..byline.words import DRAWING, PHOTO, TEXT, TITLE_OF_ROLE, VIDEO
from ..text.names import closed_up
from .model import Story


@dataclass(frozen=True)
class Work:
    """One person's contribution to one story. role: as printed before the name (首席记者), "" for none.

    does: any of text, photo, drawing, video, each once; photos, drawings: number of the story's pictures credited to the person.
    """

    role: str
    does: tuple[str, ...]
    photos: int = 0
    drawings: int = 0


def work_of(story: Story) -> tuple[Work, ...]:
    """The work of each person in the byline, parallel to Story.people."""
    credits = _credits(story)
    return tuple(_work(story, person.id, credits) for person in story.people)


def _work(story: Story, person: str, credits: list[tuple[str, str]]) -> Work:
    named = [entry.contributor for entry in story.attributions if entry.person and entry.person.id == person]
    roles = (contributor.rank + (contributor.title or TITLE_OF_ROLE.get(contributor.role, "")) for contributor in named)
    does = {craft for contributor in named for craft in contributor.does}
    names = {closed_up(contributor.name) for contributor in named}
    count = {craft: sum(1 for name, did in credits if did == craft and name in names) for craft in (PHOTO, DRAWING)}
    crafts = tuple(craft for craft in (TEXT, PHOTO, DRAWING, VIDEO) if craft in does or count.get(craft))
    return Work(next(filter(None, roles), ""), crafts, count[PHOTO], count[DRAWING])


def _credits(story: Story) -> list[tuple[str, str]]:
    """(name, craft) for every name under every picture of the story."""
    makers = (maker for photo in story.photos for maker in photo.credited.makers)
    return [(closed_up(maker.name), craft) for maker in makers for craft in maker.does]


@dataclass(frozen=True, slots=True)
class Contributions:
    """Totals for one person. roles: each once, most frequent first; texts, videos: stories; photos, drawings: pictures."""

    roles: tuple[str, ...]
    texts: int
    photos: int
    drawings: int
    videos: int


def contributions_of(works: Iterable[Work]) -> Contributions:
    """The totals over one person's work, story by story."""
    works = tuple(works)
    roles: dict[str, int] = {}
    for work in works:
        if work.role:
            roles[work.role] = roles.get(work.role, 0) + 1
    return Contributions(
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        texts=sum(TEXT in work.does for work in works),
        photos=sum(work.photos for work in works),
        drawings=sum(work.drawings for work in works),
        videos=sum(VIDEO in work.does for work in works),
    )
