"""How long ago anything was published, held against the rule that inspectors apply. What people are told is left to the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..story.brief import Brief
from .column import Column

WINDOW = timedelta(days=14)  # home and news columns without update for two weeks fail (国办秘函〔2019〕19号)
THIN = 3  # a section with fewer stories looks deserted; a custom of ours, no rule


@dataclass(frozen=True, slots=True)
class Freshness:
    """The stories of the home page or of one section. id: of the section, "" for home; latest: the newest publication, or None."""

    id: str
    name: str
    stories: int
    latest: datetime | None

    @property
    def due(self) -> datetime | None:
        """The instant by which something new must stand there; None where nothing has stood yet."""
        return self.latest + WINDOW if self.latest else None

    @property
    def is_thin(self) -> bool:
        return 0 < self.stories < THIN

    def is_overdue(self, now: datetime) -> bool:
        return self.due is not None and self.due <= now


def freshness(column: Column) -> tuple[Freshness, ...]:
    """Home first, then every registered section, also the empty ones, in the order of the registry."""
    by_section: dict[str, list[Brief]] = {section.id: [] for section in column.registries.sections}
    for brief in column.visible:
        if brief.section:
            by_section[brief.section.id].append(brief)
    sections = (_of(one.id, one.name, by_section[one.id]) for one in column.registries.sections)
    return (_of("", "首页", column.visible), *sections)


def untimed(column: Column) -> Iterator[Brief]:
    """Visible stories for which no clock time was written: the page must show it to the minute."""
    return (brief for brief in column.visible if not brief.has_time)


def _of(identity: str, name: str, briefs: Iterable[Brief]) -> Freshness:
    newest_first = tuple(briefs)
    return Freshness(identity, name, len(newest_first), newest_first[0].published if newest_first else None)
