"""Loads the registries from content/data, collecting the findings of all files. The fields are defined in `schema`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..schema import REGISTRIES, Registry
from ..text import conflicts
from ..text.marked import Marked
from ..text.names import closest
from . import checks
from .forms import Row, read_record, read_records, read_yaml
from .lookup import Entry, Registries
from .memberships import Known, known_units, memberships
from .offices import offices
from .readers import Findings
from .values import Person, Project, Section, Site, Term, Unit, Wording

_FILES = {registry.file: registry for registry in REGISTRIES}

_Made = TypeVar("_Made", bound=Entry)
_Entries = tuple[tuple[Row, _Made], ...]


def load(folder: Path, shown_as: str) -> tuple[Registries, tuple[Problem, ...]]:
    """The registries in the data `folder`, and everything wrong with them. Never raises for bad input.

    shown_as: the folder as editors know it, e.g. "content/data". An entry without id or name is left out, and so is the
    second of two with the same id; a wrong value counts as not given.
    """
    data = _Folder(folder, shown_as, [])
    data.report_strangers()
    site = data.site()
    sections = data.entries("sections.yaml", _section)
    units = data.entries("units.yaml", _unit)
    projects = data.entries("projects.yaml", _project)
    terms = data.entries("terms.yaml", _term)
    wording = tuple((record, _wording(record)) for record in data.rows("wording.yaml"))
    known = known_units(unit for _, unit in units)
    people = data.entries("people.yaml", lambda record: _person(record, known, data.problems))
    for kind in (sections, units, projects, terms):
        data.problems.extend(checks.shared_names(kind))
    data.problems.extend(checks.periods(record for record, _ in (*units, *wording)))
    data.problems.extend(checks.successions(units))
    data.problems.extend(checks.wording(wording))
    data.problems.extend(checks.counted(terms))
    words = tuple(row for _, row in wording if row.wrong and row.right)
    known_as = Registries(site, _made(sections), _made(units), _made(projects), _made(people), _made(terms), words)
    return known_as, _sound(data.problems)


def _made(entries: _Entries[_Made]) -> tuple[_Made, ...]:
    return tuple(entry for _, entry in entries)


def _sound(problems: Findings) -> tuple[Problem, ...]:
    """`problems` without those that only follow from a merge conflict in the same file."""
    unmerged = {finding.place.file for finding in problems if finding.code in conflicts.CODES}
    return tuple(p for p in problems if p.place.file not in unmerged or p.code in conflicts.CODES)


@dataclass(frozen=True, slots=True)
class _Folder:
    """The data folder while it is being read."""

    path: Path
    shown_as: str
    problems: Findings

    def report_strangers(self) -> None:
        """Reports YAML files that nothing reads: a misspelt name would silently lose a whole registry."""
        names = sorted(path.relative_to(self.path).as_posix() for path in self.path.rglob("*") if _is_yaml(path))
        for name in names:
            if name not in _FILES:
                self.problems.extend(conflicts.look(self.path / name, f"{self.shown_as}/{name}"))
                near = closest(name, {known: known for known in _FILES})
                hint = f"是不是 {near}？" if near else ""
                self.problems.append(
                    problem("RG02", self._place(name), {"name": name, "hint": hint, "known": "、".join(_FILES)})
                )

    def site(self) -> Site:
        """The site; fields that are missing or wrong are empty."""
        registry = _FILES["site.yaml"]
        versions, is_read = self._parsed(registry)
        if versions:
            record = read_record(versions[0], registry.keys, self.problems)
            return _site(record) if record else Site("", "", "")
        if is_read:
            place = self._place(registry.file, 1)
            missing = (key for key in registry.keys if key.is_required)
            self.problems.extend(problem("RG05", place, {"field": key.name}) for key in missing)
        return Site("", "", "")

    def entries(self, file: str, make: Callable[[Row], _Made]) -> _Entries[_Made]:
        """The entries of one file with the records they were made from, in file order."""
        made: dict[str, tuple[Row, _Made]] = {}
        for record in self.rows(file):
            entry = make(record)
            if entry.id in made:
                first = made[entry.id][0].place_of("id").line
                self.problems.append(problem("RG07", record.place_of("id"), {"id": entry.id, "first": first}))
            elif entry.id and entry.name:
                made[entry.id] = record, entry
        return tuple(made.values())

    def rows(self, file: str) -> Iterator[Row]:
        """The records of one file, in file order, as written."""
        registry = _FILES[file]
        versions, is_read = self._parsed(registry)
        yield from chain.from_iterable(read_records(version, registry.keys, self.problems) for version in versions)
        if registry.must_exist and is_read and all(version.is_empty for version in versions):
            self.problems.append(problem("RG18", self._place(file, 1)))

    def _parsed(self, registry: Registry) -> tuple[tuple[Marked, ...], bool]:
        path = self.path / registry.file
        if path.exists():
            return read_yaml(path, f"{self.shown_as}/{registry.file}", self.problems)
        if registry.must_exist:
            missing = {"file": registry.file, "what": registry.about}
            self.problems.append(problem("RG01", self._place(registry.file), missing))
        return (), False

    def _place(self, name: str, line: int = 0) -> Place:
        return Place(f"{self.shown_as}/{name}", line)


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith((".", "~"))


def _site(record: Row) -> Site:
    texts = {key.alias: record.text(key.alias) for key in record.keys if key.kind == "line"}
    return Site(keywords=record.texts("keywords"), **{**texts, "title": texts["title"] or texts["name"]})


def _section(record: Row) -> Section:
    column_type = record.text("column_type") or Section.column_type
    return Section(*_named(record), record.text("description"), record.texts("keywords"), column_type)


def _unit(record: Row) -> Unit:
    short, since, until = record.text("short"), record.day("since"), record.day("until")
    return Unit(*_named(record), short or record.text("name"), since, until, record.text("successor"))


def _project(record: Row) -> Project:
    return Project(*_named(record), record.text("description"))


def _person(record: Row, known: Known, problems: Findings) -> Person:
    units, titles = (key for key in record.keys if key.keys)
    homes = memberships(units, record, known, problems)
    held = offices(titles, record, problems)
    return Person(*_named(record), record.texts("other_names"), homes, offices=held)


def _term(record: Row) -> Term:
    return Term(*_named(record), record.texts("other_names"), record.texts("items"), record.text("source"))


def _wording(record: Row) -> Wording:
    return Wording(
        record.texts("wrong"),
        record.text("right"),
        record.text("source"),
        record.texts("unless"),
        record.day("since"),
        record.day("until"),
        record.day("source_date"),
    )


def _named(record: Row) -> tuple[str, str]:
    return record.text("id"), record.text("name")
