"""A story in short: what other pages print of it and what the rules between stories ask. Its body stays where it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar, cast

from ..registry import Person, Project, Section, Term, Unit
from ..text.fingerprint import SHORT, digest
from .model import Correction, Status, Story, Withdrawal
from .work import Work, work_of

FINGERPRINTS = ("fingerprint", "listing_fingerprint", "reference_fingerprint")  # what changes with the words of a story
_WORDS = ("title", "kicker", "summary", *FINGERPRINTS)
_Shared = TypeVar("_Shared", Person, Term, Work)


@dataclass(frozen=True)
class Brief:
    """A Story without its body, byline and places; fields of one name mean the same. No slots: they pickle at half the speed.

    links: (target, fragment) of each link, index for index as Document.links; anchors: ids that may be linked, sorted;
    photo_paths: originals below the content folder, index for index as Story.photos; work: what they did, index for index
    as people.
    fingerprint: changes whenever anything in the story does; listing_fingerprint: whenever anything else that stands here does;
    relation_fingerprint: whenever anything does by which stories are found to have something in common; reference_fingerprint:
    whenever its headline, day or address does.
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
        """Whether both are one story at one place: whatever differs, differs in words that are printed where the story stands
        already (headline, kicker, summary, body)."""
        return not self.is_page and replace(self, **{name: getattr(other, name) for name in _WORDS}) == other

    def become(self, other: Brief) -> None:
        """Say from now on what `other` says, for all who hold this one. Only where one `stands_as` the other."""
        self.__dict__.update(other.__dict__)


def brief_of(story: Story, fingerprint: str = "") -> Brief:
    """`story` in short. fingerprint: any text that changes with the story, "" where nobody compares fingerprints."""
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
        tuple(map(_one, story.tags)),
        tuple(map(_one, story.people)),
        tuple(map(_one, work_of(story))),
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
    """`brief` with other tags; whatever changes with the story changes with them."""
    names = [(term.id, term.name) for term in tags]
    whole, of_listing = (mark and digest((mark, names)) for mark in (brief.fingerprint, brief.listing_fingerprint))
    changed = replace(brief, tags=tuple(map(_one, tags)), fingerprint=whole, listing_fingerprint=of_listing)
    return replace(changed, relation_fingerprint=_of_relations(changed))


def _of_relations(story: Story | Brief) -> str:
    shared = (story.projects, story.units, story.tags, story.people)
    ids = [[thing.id for thing in things] for things in shared]
    return digest(f"{story.published} {ids}", SHORT)


def reference_fingerprint(story: Story) -> str:
    """Changes whenever the headline, the day or the address does."""
    return digest(f"{story.title}\n{story.address}\n{story.published}", SHORT)


def _one(value: _Shared) -> _Shared:
    """The same value in all briefs, so that ten thousand of them are kept and loaded in a fraction of the time."""
    return cast("_Shared", _KNOWN.setdefault(value, value))


_KNOWN: dict[object, object] = {}
