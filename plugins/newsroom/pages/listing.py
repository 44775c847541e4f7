"""Paginated lists of stories by section, unit, project, person, tag or month. Their design is left to the theme."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..media.photo import Figure
from ..registry import Person, Project, Section, Term, Unit
from ..story.brief import Brief
from ..text.fingerprint import digest

Subject = Section | Unit | Project | Person | Term


@dataclass(frozen=True, slots=True)
class Signpost:
    """A navigation link to a list: its name and address, and nothing that changes with the stories on it."""

    id: str
    title: str
    address: str


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A story on a list. cover: its photo or None; preview_note: the note a preview prints with it, "" for published ones.

    fingerprint: changes whenever anything that a list can print of the story does.
    """

    brief: Brief
    cover: Figure | None = None
    preview_note: str = ""
    fingerprint: str = field(init=False)

    def __post_init__(self) -> None:
        photo = self.cover.fingerprint if self.cover else ""
        object.__setattr__(self, "fingerprint", f"{self.brief.listing_fingerprint} {photo} {self.preview_note}")


@dataclass(frozen=True, slots=True)
class Listing:
    """All stories under one heading. kind: section, unit, project, person, tag or month; subject: the registry entry (or None).

    address: site-relative, ends in "/"; stories: newest first.
    """

    kind: str
    id: str
    title: str
    address: str
    stories: tuple[Listed, ...]
    description: str = ""
    subject: Subject | None = None

    @property
    def signpost(self) -> Signpost:
        return Signpost(self.id, self.title, self.address)

    @property
    def name_fingerprint(self) -> str:
        """A hash that changes with the list's own data: kind, id, title, address, description or subject."""
        return digest((self.kind, self.id, self.title, self.address, self.description, self.subject))

    @property
    def heading_fingerprint(self) -> str:
        """`name_fingerprint` with the number of stories."""
        return f"{self.name_fingerprint} {len(self.stories)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a paginated listing. Pages are numbered from the oldest, so that the stories on page 1 never change.

    newer, older: addresses of the neighbouring sheets, "" where there is none; the newest sheet has the listing's own address.
    """

    number: int
    of: int
    address: str
    stories: tuple[Listed, ...]
    newer: str = ""
    older: str = ""


def sheets(listing: Listing, size: int) -> tuple[Sheet, ...]:
    """`listing` split into sheets of `size` stories, newest sheet first. A month is one sheet, so that its calendar is complete.

    Sheets are filled from the oldest story, so that a new story changes only the newest sheet: older ones stay full, and
    the newest holds between `size` and 2 * size - 1 stories (all of them when there are fewer).
    """
    total = 1 if listing.kind == "month" else max(1, len(listing.stories) // size)
    older = (total - 1) * size
    newest = len(listing.stories) - older
    cut = [listing.stories[:newest]]
    cut += [listing.stories[start : start + size] for start in range(newest, len(listing.stories), size)]
    address = {
        number: listing.address if number == total else f"{listing.address}page/{number}/"
        for number in range(1, total + 1)
    }
    return tuple(
        Sheet(number, total, address[number], stories, address.get(number + 1, ""), address.get(number - 1, ""))
        for number, stories in zip(range(total, 0, -1), cut, strict=True)
    )
