"""Checks how recently each section was updated, by the rule that government inspectors apply. Reporting is left to the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..story.brief import Brief
from .column import Column

WINDOW = timedelta(days=14)  # home and news columns without update for two weeks fail (国办秘函〔2019〕19号)
THIN = 3  # a section with fewer stories looks deserted; our own limit, not an official one


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh the home page or one section is. id: the section's, "" for home; latest: time of the newest story, or None."""

    id: str
    name: str
    stories: int
    latest: datetime | None

    @property
    def due(self) -> datetime | None:
        """The time by which something new must be published there; None where nothing has been published yet."""
        return self.latest + WINDOW if self.latest else None

    @property
    def is_thin(self) -> bool:
        return 0 < self.stories < THIN

    def is_overdue(self, now: datetime) -> bool:
        return self.due is not None and self.due <= now


def freshness(column: Column) -> tuple[Freshness, ...]:
    """The home page, then every registered section, including empty ones, in the order of the registry."""
    by_section: dict[str, list[Brief]] = {section.id: [] for section in column.registries.sections}
    for brief in column.visible:
        if brief.section:
            by_section[brief.section.id].append(brief)
    sections = (_of(section.id, section.name, by_section[section.id]) for section in column.registries.sections)
    return (_of("", "首页", column.visible), *sections)


def untimed(column: Column) -> Iterator[Brief]:
    """Visible stories without a clock time: the page is required to show the time to the minute."""
    return (brief for brief in column.visible if not brief.has_time)


def _of(identity: str, name: str, briefs: Iterable[Brief]) -> Freshness:
    newest_first = tuple(briefs)
    return Freshness(identity, name, len(newest_first), newest_first[0].published if newest_first else None)
