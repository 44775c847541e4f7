"""A story as one frozen value. Nothing here touches the disk.

None of the values that make up a story has slots: those with slots are pickled by Python code, which takes twice as long.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from ..body.document import Document
from ..byline import Byline, Contributor
from ..findings.problems import Place
from ..media.photo import PhotoUse
from ..registry import Person, Project, Section, Term, Unit


class Status(StrEnum):
    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


UNSEEN = frozenset({Status.DRAFT, Status.REVIEW})  # of these, readers see nothing until an editor says otherwise


@dataclass(frozen=True)
class Origin:
    """来源. is_repost: taken over from another outlet; url: 原文, the original's address."""

    name: str
    url: str = ""
    is_repost: bool = False


@dataclass(frozen=True)
class Attribution:
    """One name of the byline together with the person it stands for (None for agencies, sources, 资料图片)."""

    contributor: Contributor
    person: Person | None


@dataclass(frozen=True)
class SignedPiece:
    """A stretch of the printed byline; person is None for words between names and for names without a page."""

    text: str
    person: Person | None = None


@dataclass(frozen=True)
class DeskRole:
    """责编, 校对 or 审核, shown at the end of the story."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class SignOff:
    stage: str
    name: str
    time: datetime | None
    fingerprint: str


@dataclass(frozen=True)
class Correction:
    day: date
    text: str


@dataclass(frozen=True)
class Withdrawal:
    day: date
    reason: str


@dataclass(frozen=True)
class Story:
    """One story (or standing page) that obeys the format. source: POSIX path below the content folder.

    address: site-relative, ends in "/"; published: aware, Asia/Shanghai; has_time: whether a clock time was written.
    signed: the byline as it is printed, piece by piece; empty without one.
    photos: in the order of the text, index for index as Document.photos; cover: index into photos or None.
    places: where each key of the head stands, by its Chinese name.
    """

    source: str
    is_page: bool
    title: str
    published: datetime
    address: str
    document: Document
    has_time: bool = False
    kicker: str = ""
    decks: tuple[str, ...] = ()
    section: Section | None = None
    byline: Byline | None = None
    attributions: tuple[Attribution, ...] = ()
    signed: tuple[SignedPiece, ...] = ()
    origin: Origin = Origin("")
    units: tuple[Unit, ...] = ()
    projects: tuple[Project, ...] = ()
    tags: tuple[Term, ...] = ()
    summary: str = ""
    photos: tuple[PhotoUse, ...] = ()
    cover: int | None = None
    aliases: tuple[str, ...] = ()
    status: Status = Status.PUBLISHED
    withdrawal: Withdrawal | None = None
    expires: datetime | None = None
    desk: tuple[DeskRole, ...] = ()
    sign_off: tuple[SignOff, ...] = ()
    corrections: tuple[Correction, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @property
    def editors(self) -> tuple[str, ...]:
        """The names of the responsible editors."""
        return tuple(name for role in self.desk if role.label == "责编" for name in role.names)

    @property
    def people(self) -> tuple[Person, ...]:
        """The people of the byline, each once, in order."""
        return tuple(dict.fromkeys(s.person for s in self.attributions if s.person))
