"""Groups stories into listings by section, unit, project, person, tag and month. No templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from plugins.newsroom.pages.listing import Listed, Listing
from plugins.newsroom.registry import Person, Project, Registries, Section, Term, Unit
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text import addresses
from plugins.newsroom.text.dates import chinese_month

_Subject = TypeVar("_Subject", Section, Unit, Project, Person, Term)
_Group = tuple[_Subject, tuple[Listed, ...]]
_Groups = dict[str, _Group[_Subject]]


class Lists:
    """All listings of a column, without empty ones. articles: newest first."""

    def __init__(self, articles: Sequence[Listed], registries: Registries) -> None:
        sections = _group(articles, lambda story: (story.section,) if story.section else ())
        self.sections = tuple(
            Listing("section", s.id, s.name, addresses.section_address(s.id), sections[s.id][1], s.description, s)
            for s in registries.sections
            if s.id in sections
        )
        units = _group(articles, lambda story: story.units)
        self.units = tuple(
            Listing("unit", unit.id, unit.name, addresses.unit_address(unit.id), found, "", unit)
            for unit, found in _in_registry_order(units, registries.units)
        )
        projects = _group(articles, lambda story: story.projects)
        self.projects = tuple(
            Listing("project", p.id, p.name, addresses.project_address(p.id), found, p.description, p)
            for p, found in _in_registry_order(projects, registries.projects)
        )
        people = _group(articles, lambda story: story.people)
        self.people = tuple(
            Listing(
                "person",
                person.id,
                registries.qualified_name(person),
                addresses.person_address(person.id),
                found,
                "",
                person,
            )
            for person, found in _by_id(people)
        )
        tags = _group(articles, lambda story: story.tags)
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


def _group(articles: Iterable[Listed], subjects_of: Callable[[Brief], Iterable[_Subject]]) -> _Groups[_Subject]:
    """id -> (subject, its articles in the given order). subjects_of: the subjects of one story."""
    subjects: dict[str, _Subject] = {}
    groups: defaultdict[str, list[Listed]] = defaultdict(list)
    for article in articles:
        for subject in subjects_of(article.brief):
            subjects.setdefault(subject.id, subject)
            groups[subject.id].append(article)
    return {key: (subject, tuple(groups[key])) for key, subject in subjects.items()}


def _in_registry_order(groups: _Groups[_Subject], registered: Iterable[_Subject]) -> list[_Group[_Subject]]:
    return [groups[entry.id] for entry in registered if entry.id in groups]


def _by_id(groups: _Groups[_Subject]) -> list[_Group[_Subject]]:
    return [groups[key] for key in sorted(groups)]


def _months(articles: Sequence[Listed]) -> tuple[Listing, ...]:
    """One listing per month, newest first; its id is like `2017-08`."""
    groups: defaultdict[tuple[int, int], list[Listed]] = defaultdict(list)
    for article in articles:
        day = article.brief.published
        groups[day.year, day.month].append(article)
    return tuple(
        Listing("month", f"{y:04}-{m:02}", chinese_month(y, m), addresses.month_address(y, m), tuple(found))
        for (y, m), found in sorted(groups.items(), reverse=True)
    )
