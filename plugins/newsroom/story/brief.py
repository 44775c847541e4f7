"""Brief: a story without its body, holding what other pages print and what the rules between stories need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar, cast

from ..registry import Person, Project, Section, Term, Unit
from ..text.fingerprint import SHORT, digest
from .model import Correction, Status, Story, Withdrawal
from .work import Work, work_of

FINGERPRINTS = (
    "fingerprint",
    "listing_fingerprint",
    "reference_fingerprint",
)  # these change with the wording of a story
_WORDS = ("title", "kicker", "summary", *FINGERPRINTS)
_Shared = TypeVar("_Shared", Person, Term, Work)


@dataclass(frozen=True)
class Brief:
    """A Story without body, byline and places; fields of the same name mean the same. No slots, which would slow pickling.

    links: (target, fragment) of each link, parallel to Document.links; anchors: ids that may be linked to, sorted;
    photo_paths: originals below the content folder, parallel to Story.photos; work: what each person did, parallel to people.
    fingerprint: changes with anything in the story; listing_fingerprint: with any other field of the brief;
    relation_fingerprint: with anything that decides which stories are related; reference_fingerprint: with the headline,
    the day or the address.
    """

    source: str
    is_page: bool
    title: str
    kicker: str
    published: datetime
    has_time: bool
    address: str
    summary: str
    section: Section | None
    units: tuple[Unit, ...]
    projects: tuple[Project, ...]
    tags: tuple[Term, ...]
    people: tuple[Person, ...]
    work: tuple[Work, ...]
    aliases: tuple[str, ...]
    status: Status
    expires: datetime | None
    withdrawal: Withdrawal | None
    corrections: tuple[Correction, ...]
    cover: int | None
    photo_paths: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    anchors: tuple[str, ...]
    fingerprint: str = ""
    listing_fingerprint: str = ""
    relation_fingerprint: str = ""
    reference_fingerprint: str = ""

    def stands_as(self, other: Brief) -> bool:
        """Whether both are the same story at the same address and differ at most in wording (headline, kicker, summary, body)."""
        return not self.is_page and replace(self, **{name: getattr(other, name) for name in _WORDS}) == other

    def become(self, other: Brief) -> None:
        """Take over all values of `other` in place, for every holder of this brief. Only valid where one `stands_as` the other."""
        self.__dict__.update(other.__dict__)


def brief_of(story: Story, fingerprint: str = "") -> Brief:
    """The brief of `story`. fingerprint: any string that changes with the story, "" where nobody compares fingerprints."""
    facts = (  # in the order of the fields
        story.source,
        story.is_page,
        story.title,
        story.kicker,
        story.published,
        story.has_time,
        story.address,
        story.summary,
        story.section,
        story.units,
        story.projects,
        tuple(map(_interned, story.tags)),
        tuple(map(_interned, story.people)),
        tuple(map(_interned, work_of(story))),
        story.aliases,
        story.status,
        story.expires,
        story.withdrawal,
        story.corrections,
        story.cover,
        tuple(photo.path for photo in story.photos),
        tuple((link.target, link.fragment) for link in story.document.links),
        story.document.anchors,
    )
    of_listing = fingerprint and digest(facts)
    return Brief(*facts, fingerprint, of_listing, _of_relations(story), reference_fingerprint(story))


def respelt(brief: Brief, tags: tuple[Term, ...]) -> Brief:
    """`brief` with other tags, its fingerprints updated to match."""
    names = [(term.id, term.name) for term in tags]
    whole, of_listing = (old and digest((old, names)) for old in (brief.fingerprint, brief.listing_fingerprint))
    changed = replace(brief, tags=tuple(map(_interned, tags)), fingerprint=whole, listing_fingerprint=of_listing)
    return replace(changed, relation_fingerprint=_of_relations(changed))


def _of_relations(story: Story | Brief) -> str:
    shared = (story.projects, story.units, story.tags, story.people)
    ids = [[entry.id for entry in entries] for entries in shared]
    return digest(f"{story.published} {ids}", SHORT)


def reference_fingerprint(story: Story) -> str:
    """A hash that changes whenever the headline, the day or the address does."""
    return digest(f"{story.title}\n{story.address}\n{story.published}", SHORT)


def _interned(value: _Shared) -> _Shared:
    """The interned value: one object shared by all briefs, so that ten thousand of them are stored and loaded much faster."""
    return cast("_Shared", _KNOWN.setdefault(value, value))


_KNOWN: dict[object, object] = {}
