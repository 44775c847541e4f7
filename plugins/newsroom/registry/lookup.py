"""All registries together, and the lookup of an entry by what an editor writes. Never guesses between two entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from ..text.names import closed_up, closest, tag_key
from .values import Membership, Person, Project, Section, Site, Term, Unit, Wording

Entry = Section | Unit | Project | Person | Term
_Kind = TypeVar("_Kind", bound=Entry)


@dataclass(frozen=True, slots=True)
class Registries:
    """All entries of content/data, in file order. Two with the same entries are equal; hashable and picklable.

    The kinds, by name, are section, unit, project, person and term. Entries are found by id (except people) and by each of
    their names, however spaced; terms also regardless of width, case and quotes.
    """

    site: Site
    sections: tuple[Section, ...] = ()
    units: tuple[Unit, ...] = ()
    projects: tuple[Project, ...] = ()
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    wording: tuple[Wording, ...] = ()
    people_names: tuple[str, ...] = field(init=False, repr=False, compare=False)  # every name that people have or had
    _shelves: _Shelves = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shelves = _Shelves(
            _shelf(self.sections),
            _shelf(self.units),
            _shelf(self.projects),
            _shelf(self.people),
            _shelf(self.terms, tag_key),
        )
        object.__setattr__(self, "_shelves", shelves)
        names = dict.fromkeys(name for person in self.people for name in calls(person))
        object.__setattr__(self, "people_names", tuple(names))

    def section(self, text: str) -> Section | None:
        return _only(self._shelves.section.by_name.get(closed_up(text), ()))

    def project(self, text: str) -> Project | None:
        return _only(self._shelves.project.by_name.get(closed_up(text), ()))

    def term(self, text: str) -> Term | None:
        return _only(self._shelves.term.by_name.get(tag_key(text), ()))

    def unit(self, text: str) -> Unit | None:
        """The unit with this id, full or short name; None if there is none, or several at different times."""
        return _only(self._shelves.unit.by_name.get(closed_up(text), ()))

    def units_named(self, text: str) -> tuple[Unit, ...]:
        """All units with this id, full or short name, at any time."""
        return self._shelves.unit.by_name.get(closed_up(text), ())

    def unit_on(self, text: str, day: date) -> Unit | None:
        """The one unit with this name on `day`, or None. `units_named` has the others, with their dates and successors."""
        existing = [unit for unit in self.units_named(text) if unit.stands_on(day)]
        return existing[0] if len(existing) == 1 else None

    def people_named(self, name: str, on: date) -> tuple[Person, ...]:
        """Everybody who has or had `name`: those active on the day `on`, or else all of them.

        More than one means that the name alone does not identify the person.
        """
        namesakes = self._shelves.person.by_name.get(closed_up(name), ())
        return tuple(person for person in namesakes if person.is_about_on(on)) or namesakes

    def qualified_name(self, person: Person) -> str:
        """The name of `person`, followed by their units if others have the same name: 张伟（北下街）."""
        known = self._shelves.person.by_name.get(closed_up(person.name), ())
        namesakes = [other for other in known if other.name == person.name]
        homes = [self._home(membership) for membership in person.memberships] if len(namesakes) > 1 else []
        return f"{person.name}（{'、'.join(dict.fromkeys(homes))}）" if homes else person.name

    def _home(self, membership: Membership) -> str:
        unit = self.unit(membership.unit)
        return unit.short if unit else membership.unit

    def names(self, kind: str) -> tuple[str, ...]:
        """The names by which the entries of `kind` should be written, in file order, without duplicates."""
        return tuple(dict.fromkeys(_written(entry) for entry in self._shelf(kind).entries))

    def nearest(self, kind: str, text: str) -> str:
        """The name that `text` was probably meant to be, as it should be written; "" unless exactly one is close."""
        by_name = self._shelf(kind).by_name
        return closest(_key(kind)(text), {name: _written(entry) for name, found in by_name.items() for entry in found})

    def _shelf(self, kind: str) -> _Shelf[Entry]:
        shelf: _Shelf[Entry] = getattr(self._shelves, kind)
        return shelf


@dataclass(frozen=True, slots=True)
class _Shelf(Generic[_Kind]):
    """All entries of one kind, in file order, and by each of their names in the form used to compare names of this kind."""

    entries: tuple[_Kind, ...]
    by_name: dict[str, tuple[_Kind, ...]]


@dataclass(frozen=True, slots=True)
class _Shelves:
    """The entries of all kinds, by the name of the kind."""

    section: _Shelf[Section]
    unit: _Shelf[Unit]
    project: _Shelf[Project]
    person: _Shelf[Person]
    term: _Shelf[Term]


def _only(found: tuple[_Kind, ...]) -> _Kind | None:
    return found[0] if len(found) == 1 else None


def _key(kind: str) -> Callable[[str], str]:
    """The normalisation for names of a kind. Not kept in the shelf, because shelves are pickled between builds."""
    return tag_key if kind == "term" else closed_up


def _shelf(entries: tuple[_Kind, ...], key: Callable[[str], str] = closed_up) -> _Shelf[_Kind]:
    by_name: dict[str, tuple[_Kind, ...]] = {}
    for entry in entries:
        for name in dict.fromkeys(key(name) for name in calls(entry)):
            by_name[name] = (*by_name.get(name, ()), entry)
    return _Shelf(entries, by_name)


def calls(entry: Entry) -> tuple[str, ...]:
    """Every id and name by which `entry` can be found."""
    if isinstance(entry, Person):
        return (entry.name, *entry.other_names)
    if isinstance(entry, Unit):
        return (entry.id, entry.name, entry.short)
    return (entry.id, entry.name, *(entry.other_names if isinstance(entry, Term) else ()))


def _written(entry: Entry) -> str:
    return entry.short if isinstance(entry, Unit) else entry.name
