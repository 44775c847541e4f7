"""The registries together, and how an entry is found by what an editor writes. Never guesses between two entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from ..text.names import closed_up, closest, tag_key
from .values import Membership, Person, Project, Section, Site, Term, Unit

Entry = Section | Unit | Project | Person | Term
_Kind = TypeVar("_Kind", bound=Entry)


@dataclass(frozen=True, slots=True)
class Registries:
    """What content/data knows, in the order of the files. Two with the same entries are equal; may be hashed and pickled.

    The kinds asked for by name are section, unit, project, person and term. Entries are found by id (people excepted) and by
    every name they carry, however the names are spaced; terms also in whatever width, case and quotes.
    """

    site: Site
    sections: tuple[Section, ...] = ()
    units: tuple[Unit, ...] = ()
    projects: tuple[Project, ...] = ()
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    people_names: tuple[str, ...] = field(init=False, repr=False, compare=False)  # all that people are or were called
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
        """The unit with this id, full or short name; None when there is none, or several at different times."""
        return _only(self._shelves.unit.by_name.get(closed_up(text), ()))

    def units_named(self, text: str) -> tuple[Unit, ...]:
        """All units with this id, full or short name, whenever they carried it."""
        return self._shelves.unit.by_name.get(closed_up(text), ())

    def unit_on(self, text: str, day: date) -> Unit | None:
        """The unit that carried this name on `day`, or None. `units_named` says when the others did, and who followed them."""
        standing = [unit for unit in self.units_named(text) if unit.stands_on(day)]
        return standing[0] if len(standing) == 1 else None

    def people_named(self, name: str, on: date) -> tuple[Person, ...]:
        """Everybody who bears or bore `name`: those about on the day `on`, or else all of them.

        More than one means that the name alone does not say who is meant.
        """
        namesakes = self._shelves.person.by_name.get(closed_up(name), ())
        return tuple(person for person in namesakes if person.is_about_on(on)) or namesakes

    def told_apart(self, person: Person) -> str:
        """The name of `person`, with where they belong behind it when others bear the same: 张伟（北下街）."""
        known = self._shelves.person.by_name.get(closed_up(person.name), ())
        namesakes = [other for other in known if other.name == person.name]
        homes = [self._home(membership) for membership in person.memberships] if len(namesakes) > 1 else []
        return f"{person.name}（{'、'.join(dict.fromkeys(homes))}）" if homes else person.name

    def _home(self, membership: Membership) -> str:
        unit = self.unit(membership.unit)
        return unit.short if unit else membership.unit

    def names(self, kind: str) -> tuple[str, ...]:
        """How the entries of `kind` are to be written, in the order of the file; each name once."""
        return tuple(dict.fromkeys(_written(entry) for entry in self._shelf(kind).entries))

    def nearest(self, kind: str, text: str) -> str:
        """The name that `text` was probably meant to be, as it is to be written; "" unless exactly one is close."""
        by_name = self._shelf(kind).by_name
        return closest(_key(kind)(text), {name: _written(entry) for name, found in by_name.items() for entry in found})

    def _shelf(self, kind: str) -> _Shelf[Entry]:
        shelf: _Shelf[Entry] = getattr(self._shelves, kind)
        return shelf


@dataclass(frozen=True, slots=True)
class _Shelf(Generic[_Kind]):
    """All entries of one kind, in the order of their file, and each by what it is called, as names of its kind are compared."""

    entries: tuple[_Kind, ...]
    by_name: dict[str, tuple[_Kind, ...]]


@dataclass(frozen=True, slots=True)
class _Shelves:
    """The entries of all kinds, each kind by the name under which it is asked for."""

    section: _Shelf[Section]
    unit: _Shelf[Unit]
    project: _Shelf[Project]
    person: _Shelf[Person]
    term: _Shelf[Term]


def _only(found: tuple[_Kind, ...]) -> _Kind | None:
    return found[0] if len(found) == 1 else None


def _key(kind: str) -> Callable[[str], str]:
    """How names of a kind are compared. A shelf is kept from build to build, and functions cannot be."""
    return tag_key if kind == "term" else closed_up


def _shelf(entries: tuple[_Kind, ...], key: Callable[[str], str] = closed_up) -> _Shelf[_Kind]:
    by_name: dict[str, tuple[_Kind, ...]] = {}
    for entry in entries:
        for name in dict.fromkeys(key(name) for name in calls(entry)):
            by_name[name] = (*by_name.get(name, ()), entry)
    return _Shelf(entries, by_name)


def calls(entry: Entry) -> tuple[str, ...]:
    """All that `entry` answers to."""
    if isinstance(entry, Person):
        return (entry.name, *entry.other_names)
    if isinstance(entry, Unit):
        return (entry.id, entry.name, entry.short)
    return (entry.id, entry.name, *(entry.other_names if isinstance(entry, Term) else ()))


def _written(entry: Entry) -> str:
    return entry.short if isinstance(entry, Unit) else entry.name
