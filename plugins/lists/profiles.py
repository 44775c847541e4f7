"""Facts shown on pages of units and people: from the registry, and a person's work for the column. No templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.pages.listing import Listing
from plugins.newsroom.registry import Person, Registries, Unit
from plugins.newsroom.story.work import Contributions, Work, contributions_of
from plugins.newsroom.text import addresses
from plugins.newsroom.text.dates import chinese_date
from plugins.newsroom.text.fingerprint import digest

from .grouping import Lists


@dataclass(frozen=True, slots=True)
class Named:
    """words: a name; address: of the page about it, "" without one; note: shown in brackets after it."""

    words: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of facts: 后继: the units that followed."""

    label: str
    values: tuple[Named, ...]


class Profiles:
    """The facts of every listing; empty for kinds other than units and people."""

    def __init__(self, lists: Lists, registries: Registries) -> None:
        self._units = {unit.id: unit for unit in registries.units}
        self._listed = {listing.id for listing in lists.units}

    def facts(self, listing: Listing) -> tuple[Fact, ...]:
        if isinstance(listing.subject, Unit):
            return tuple(self._of_unit(listing.subject))
        if isinstance(listing.subject, Person):
            record = contributions_of(_works(listing))
            return (*_of_record(record), *self._affiliations(listing.subject))
        return ()

    def depends(self, listing: Listing) -> tuple[str, ...]:
        """Strings that change whenever the facts could, without adding up a person's work."""
        if isinstance(listing.subject, Person):
            stories = "".join([listed.brief.listing_fingerprint for listed in listing.stories])
            return digest(stories), digest(tuple(self._affiliations(listing.subject)))
        return (digest(self.facts(listing)),) if isinstance(listing.subject, Unit) else ()

    def _of_unit(self, unit: Unit) -> Iterator[Fact]:
        if unit.short != unit.name:
            yield Fact("简称", (Named(unit.short),))
        if period := _period(unit.since, unit.until):
            yield Fact("名称使用", (Named(period),))
        before = tuple(self._named(other) for other in self._units.values() if other.successor == unit.id)
        if before:
            yield Fact("前身", before)
        if unit.successor in self._units:
            yield Fact("后继", (self._named(self._units[unit.successor]),))

    def _affiliations(self, person: Person) -> Iterator[Fact]:
        """The affiliations of a person: units of the registry, or outlets by name."""
        affiliations = []
        for membership in person.memberships:
            note = _period(membership.since, membership.until)
            unit = self._units.get(membership.unit)
            affiliations.append(self._named(unit, note) if unit else Named(membership.unit, note=note))
        if affiliations:
            yield Fact("所属", tuple(affiliations))

    def _named(self, unit: Unit, note: str = "") -> Named:
        return Named(unit.name, addresses.unit_address(unit.id) if unit.id in self._listed else "", note)


def _works(listing: Listing) -> Iterator[Work]:
    for listed in listing.stories:
        story = listed.brief
        yield from (work for person, work in zip(story.people, story.work, strict=True) if person.id == listing.id)


def _of_record(record: Contributions) -> Iterator[Fact]:
    if record.roles:
        yield Fact("身份", (Named("、".join(record.roles)),))
    counted = (
        ("文字", record.texts, "篇"),
        ("图片", record.photos, "幅"),
        ("制图", record.drawings, "幅"),
        ("视频", record.videos, "篇"),
    )
    works = [f"{word} {number} {measure}" for word, number, measure in counted if number]
    if works:
        yield Fact("作品", (Named("、".join(works)),))


def _period(since: date | None, until: date | None) -> str:
    if since and until:
        return f"{chinese_date(since)}至{chinese_date(until)}"
    if since:
        return f"{chinese_date(since)}起"
    return f"至{chinese_date(until)}" if until else ""
