"""Which lists there are: stories grouped by section, unit, project, person, tag and month. No templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from plugins.newsroom.pages.listing import Listing
from plugins.newsroom.registry import Registries
from plugins.newsroom.text import addresses
from plugins.newsroom.text.dates import chinese_month


class Lists:
    """All listings of a column. articles: newest first, each with `.story`; a listing without stories does not exist."""

    def __init__(self, articles: Sequence[Any], registries: Registries) -> None:
        sections = _group(articles, lambda story: (story.section,))
        self.sections = tuple(
            Listing("section", s.id, s.name, addresses.section_address(s.id), sections[s.id][1], s.description, s)
            for s in registries.sections
            if s.id in sections
        )
        units = _group(articles, attrgetter("units"))
        self.units = tuple(
            Listing("unit", unit.id, unit.name, addresses.unit_address(unit.id), found, "", unit)
            for unit, found in _in_registry_order(units, registries.units)
        )
        projects = _group(articles, attrgetter("projects"))
        self.projects = tuple(
            Listing("project", p.id, p.name, addresses.project_address(p.id), found, p.description, p)
            for p, found in _in_registry_order(projects, registries.projects)
        )
        people = _group(articles, attrgetter("people"))
        self.people = tuple(
            Listing(
                "person",
                person.id,
                registries.told_apart(person),
                addresses.person_address(person.id),
                found,
                "",
                person,
            )
            for person, found in _by_id(people)
        )
        tags = _group(articles, attrgetter("tags"))
        self.tags = tuple(
            Listing("tag", term.id, term.name, addresses.tag_address(term.id), found, "", term)
            for term, found in _by_id(tags)
        )
        self.months = _months(articles)

    @property
    def all(self) -> tuple[Listing, ...]:
        return (*self.sections, *self.units, *self.projects, *self.people, *self.tags, *self.months)

    @property
    def years(self) -> tuple[tuple[int, tuple[Listing, ...]], ...]:
        """The months by year, newest first."""
        years: dict[int, list[Listing]] = {}
        for month in self.months:
            years.setdefault(int(month.id[:4]), []).append(month)
        return tuple((year, tuple(months)) for year, months in years.items())


def _group(
    articles: Iterable[Any], subjects_of: Callable[[Any], Iterable[Any]]
) -> dict[str, tuple[Any, tuple[Any, ...]]]:
    """id -> (subject, its articles in the given order). subjects_of: those of one story."""
    subjects: dict[str, Any] = {}
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for article in articles:
        for subject in subjects_of(article.story):
            subjects.setdefault(subject.id, subject)
            groups[subject.id].append(article)
    return {key: (subject, tuple(groups[key])) for key, subject in subjects.items()}


def _in_registry_order(groups: dict[str, tuple[Any, tuple[Any, ...]]], registered: Iterable[Any]) -> list[Any]:
    return [groups[entry.id] for entry in registered if entry.id in groups]


def _by_id(groups: dict[str, tuple[Any, tuple[Any, ...]]]) -> list[Any]:
    return [groups[key] for key in sorted(groups)]


def _months(articles: Sequence[Any]) -> tuple[Listing, ...]:
    """A listing a month, newest first; the id is `2017-08`."""
    groups: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
    for article in articles:
        day = article.story.published
        groups[day.year, day.month].append(article)
    return tuple(
        Listing("month", f"{y:04}-{m:02}", chinese_month(y, m), addresses.month_address(y, m), tuple(found))
        for (y, m), found in sorted(groups.items(), reverse=True)
    )
