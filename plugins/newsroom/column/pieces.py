"""What readers got in a stretch of days, piece by piece: stories, photos, drawings and films, each with the people who made it.

Adding them up is left to `counting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..byline import Contributor, parse
from ..byline.words import DRAWING, PHOTO, TEXT, TITLE_OF_ROLE, VIDEO
from ..findings.problems import Place
from ..media.attachment import AttachmentUse, Medium
from ..media.photo import PhotoUse
from ..registry import Person, Registries
from ..story.attribution import sign
from ..story.brief import Brief
from ..story.model import Attribution, Story
from ..text.dates import SHANGHAI
from ..text.names import closed_up
from .column import Column
from .visibility import Held


class Kind(StrEnum):
    """What a piece is; the value is the word that the office uses."""

    STORY = "稿件"
    PHOTO = "照片"
    DRAWING = "制图"
    FILM = "视频"


_ROLES = {
    **TITLE_OF_ROLE,
    "author": "作者",
    "photographer": "摄影",
    "artist": "制图",
    "videographer": "摄像",
    "provider": "供图",
}
PAID_ROLES = ("记者", "通讯员", "实习生", "作者", "摄影", "制图", "摄像", "供图")


@dataclass(frozen=True, slots=True)
class Made:
    """One person's part in a piece. role: 记者, 通讯员 …, the one of the byline where the person stands in it."""

    person: Person
    role: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One story, photo, drawing or film. source: of its story; section, units, outlet: names, as printed; makers: each once."""

    kind: Kind
    source: str
    section: str
    units: tuple[str, ...]
    outlet: str
    is_repost: bool
    makers: tuple[Made, ...]


def published_in(column: Column, first: date, last: date) -> tuple[Brief, ...]:
    """The stories that readers may see and whose 日期 lies in these days, both included."""
    return tuple(brief for brief in column.visible if first <= _day(brief) <= last)


def held_in(column: Column, first: date, last: date) -> Iterator[Held]:
    """Why each of the other stories of these days is not counted."""
    for brief in column.briefs:
        if brief.source in column.held and first <= _day(brief) <= last:
            yield column.held[brief.source]


def pieces(column: Column, first: date, last: date) -> Iterator[Piece]:
    """Every piece of these days, story by story. Photos that may no longer be shown and posters of films are none."""
    for story in column.library.stories([brief.source for brief in published_in(column, first, last)]):
        lapsed = column.lapsed(story.source)
        photos = (use for use in column.photos.get(story.source, ()) if not use.is_poster and use not in lapsed)
        yield from _Desk(story, column.registries).pieces(photos, column.attachments.get(story.source, ()))


def _day(brief: Brief) -> date:
    return brief.published.astimezone(SHANGHAI).date()


class _Desk:
    """Takes one story apart."""

    def __init__(self, story: Story, registries: Registries) -> None:
        self._story, self._registries = story, registries
        self._signed = tuple(entry for entry in story.attributions if entry.person)
        self._roles = _roles(self._signed)
        self._called = _called(self._signed)

    def pieces(self, photos: Iterable[PhotoUse], files: Iterable[AttachmentUse]) -> Iterator[Piece]:
        yield self._piece(Kind.STORY, self._authors(TEXT))
        for photo in photos:
            yield from self._pictures(photo)
        films = {use.path: use for use in files if use.path and use.kind.medium is Medium.FILM}
        for film in films.values():
            yield self._piece(Kind.FILM, self._credited(film.credit, VIDEO) if film.credit else self._authors(VIDEO))
        if not films and any(VIDEO in entry.contributor.does for entry in self._story.attributions):
            yield self._piece(Kind.FILM, self._authors(VIDEO))

    def _piece(self, kind: Kind, makers: Iterable[Attribution]) -> Piece:
        story = self._story
        made = {
            entry.person.id: Made(entry.person, self._roles.get(entry.person.id) or _role(entry.contributor))
            for entry in makers
            if entry.person
        }
        section = story.section.name if story.section else ""
        units = tuple(unit.short for unit in story.units)
        return Piece(
            kind, story.source, section, units, story.origin.name, story.origin.is_repost, tuple(made.values())
        )

    def _authors(self, craft: str) -> tuple[Attribution, ...]:
        return tuple(entry for entry in self._signed if craft in entry.contributor.does)

    def _pictures(self, photo: PhotoUse) -> Iterator[Piece]:
        """The photo, the drawing, or both where one credit names a photographer and a draughtsman."""
        by_kind: dict[Kind, list[Attribution]] = {}
        for entry in self._credited(photo.credit, PHOTO):
            for kind in _kinds_of_picture(entry.contributor):
                by_kind.setdefault(kind, []).append(entry)
        for kind, makers in (by_kind or {Kind.PHOTO: []}).items():
            yield self._piece(kind, makers)

    def _credited(self, line: str, unnamed_work: str) -> tuple[Attribution, ...]:
        """Everybody named in a credit, with the person meant: first who has the name in the byline, then who has it at all."""
        if not line:
            return ()
        story, day = self._story, self._story.published.astimezone(SHANGHAI).date()
        credit = parse(line, Place(""), unnamed_work=(unnamed_work,))[0]
        entries = sign(credit, Place(""), day, story.units, self._registries)[0]
        return tuple(Attribution(entry.contributor, self._person(entry)) for entry in entries)

    def _person(self, entry: Attribution) -> Person | None:
        found = self._called.get(closed_up(entry.contributor.name), ())
        return found[0] if len(found) == 1 else entry.person


def _called(signed: Iterable[Attribution]) -> Mapping[str, tuple[Person, ...]]:
    """The people of a byline by the names they have there."""
    called: dict[str, tuple[Person, ...]] = {}
    for entry in signed:
        name = closed_up(entry.contributor.name)
        if entry.person and entry.person not in called.get(name, ()):
            called[name] = (*called.get(name, ()), entry.person)
    return called


def _roles(signed: Iterable[Attribution]) -> Mapping[str, str]:
    """The role of each person of a byline: the first that is written, else the first that follows from the work."""
    roles: dict[str, str] = {}
    for entry in sorted(signed, key=lambda entry: not entry.contributor.title):
        if entry.person:
            roles.setdefault(entry.person.id, _role(entry.contributor))
    return roles


def _role(contributor: Contributor) -> str:
    return _ROLES.get(contributor.role, "")


def _kinds_of_picture(contributor: Contributor) -> Iterator[Kind]:
    """A still out of a film is a photo."""
    if DRAWING in contributor.does:
        yield Kind.DRAWING
    if PHOTO in contributor.does or VIDEO in contributor.does:
        yield Kind.PHOTO
