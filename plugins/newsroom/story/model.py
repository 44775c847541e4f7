"""The Story and its parts as frozen dataclasses. Nothing here touches the disk.

None of them has slots: dataclasses with slots are pickled by Python code, which takes twice as long.
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


UNSEEN = frozenset({Status.DRAFT, Status.REVIEW})  # hidden from readers until an editor changes the status


@dataclass(frozen=True)
class Origin:
    """来源, where a story comes from. is_repost: republished from another outlet; url: 原文, the original's address."""

    name: str
    url: str = ""
    is_repost: bool = False


@dataclass(frozen=True)
class Attribution:
    """One contributor of the byline with the person it refers to (None for agencies, sources, 资料图片)."""

    contributor: Contributor
    person: Person | None


@dataclass(frozen=True)
class SignedPiece:
    """A piece of the printed byline; person is None for words between names and for names without a page."""

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
    """One well-formed story or standing page. source: POSIX path below the content folder.

    address: site-relative, ends in "/"; published: aware, Asia/Shanghai; has_time: whether a clock time was written.
    signed: the printed byline in pieces; empty without one.
    photos: in the order of the text, parallel to Document.photos; cover: index into photos or None.
    places: the position of each key's value in the head, by the key's Chinese name.
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
        """The people in the byline, each once, in order."""
        return tuple(dict.fromkeys(s.person for s in self.attributions if s.person))
