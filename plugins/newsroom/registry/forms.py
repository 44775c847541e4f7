"""A registry's YAML as records of known fields, each value with its place. Which registries there are is left to `files`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem, has_errors
from ..text import conflicts, source
from ..text.files import read_bytes
from ..text.marked import Marked
from ..text.names import closest
from .readers import Findings, Reader


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record. name: what the code calls it; spellings: what editors write, first the one shown to them.

    read: from what was written to the value, or None when it cannot be one (and a finding says why).
    """

    name: str
    spellings: tuple[str, ...]
    read: Reader
    is_required: bool = False

    @property
    def label(self) -> str:
        return self.spellings[0]

    def spelt_like(self, word: str) -> str:
        """The spelling to advise to somebody who wrote `word`: Chinese to Chinese, English to English."""
        return next(spelling for spelling in self.spellings if spelling.isascii() == word.isascii())


@dataclass(frozen=True, slots=True)
class Record:
    """One entry as read: the values by field name, and where each was written. Fields without a good value are absent."""

    place: Place
    values: Mapping[str, Any]
    marks: Mapping[str, Marked]

    def place_of(self, field: str) -> Place:
        """Where `field` was written; the record's own place if it was not."""
        mark = self.marks.get(field)
        return mark.place if mark else self.place


def read_yaml(path: Path, shown_as: str, problems: Findings) -> tuple[tuple[Marked, ...], bool]:
    """What the file says, nothing if it says nothing; and whether it could be read at all.

    A file in which Git left a conflict says two things, and both count: else every story would be told that names which
    stand in it are unknown.
    """
    try:
        data = read_bytes(path)
    except OSError:
        problems.append(problem("RG03", Place(shown_as), {"file": shown_as}))
        return (), False
    problems.extend(conflicts.find(data, shown_as))
    readings = [_parsed(version, shown_as, problems) for version in conflicts.versions(data)]
    return tuple(said for said, _ in readings if said is not None), all(is_read for _, is_read in readings)


def _parsed(data: bytes, shown_as: str, problems: Findings) -> tuple[Marked | None, bool]:
    text, findings = source.decode(data, shown_as)

    def locate(line: int, column: int, length: int = 1) -> Place:
        return text.place_at(line + 1, column + 1, length)

    def offset(line: int, column: int) -> int:
        return text.offset_at(line + 1, column + 1)

    problems.extend(findings)
    if has_errors(findings):
        return None, False
    from ..text import yaml_text  # noqa: PLC0415  registries that have not changed are not read again

    said, findings = yaml_text.parse(text.text, locate, offset)
    problems.extend(findings)
    return said, said is not None or not findings


def read_records(said: Marked | None, fields: tuple[Field, ...], problems: Findings) -> tuple[Record, ...]:
    """The records of a file that is a list of them. An empty file is an empty list."""
    if said is None or said.is_empty:
        return ()
    if said.items is None:
        problems.append(problem("RG10", said.place, {"shape": "一条一条的，每条以“- ”开头"}))
        return ()
    records = (read_record(item, fields, problems) for item in said.items)
    return tuple(record for record in records if record is not None)


def read_record(said: Marked, fields: tuple[Field, ...], problems: Findings) -> Record | None:
    """One record, with a finding for every field that is unknown, missing, repeated or wrong; None if it is no record."""
    if said.entries is None:
        problems.append(problem("RG10", said.place, {"shape": "“键: 值”的几行，缩进对齐"}))
        return None
    marks = _marks(said, fields, problems)
    values: dict[str, Any] = {}
    for field in fields:
        mark = marks.get(field.name)
        if mark is None or _says_nothing(mark):
            if field.is_required:
                problems.append(problem("RG05", mark.place if mark else said.place, {"field": field.label}))
            continue
        value = field.read(mark, field.label, problems)
        if value is not None:
            values[field.name] = value
    return Record(said.place, values, marks)


def _marks(said: Marked, fields: tuple[Field, ...], problems: Findings) -> dict[str, Marked]:
    """What was written for each known field."""
    known = {spelling.casefold(): field for field in fields for spelling in field.spellings}
    marks: dict[str, Marked] = {}
    first: dict[str, Marked] = {}
    for key, value in said.entries or ():
        written = "".join((key.text or "").split())
        field = known.get(written.casefold())
        if field is None:
            problems.append(_unknown_field(key, written, fields))
        elif field.name in marks:
            seen = first[field.name]
            twice = {"field": written, "other": seen.text, "first": seen.place.line}
            problems.append(problem("RG16", key.place, twice))
        else:
            marks[field.name], first[field.name] = value, key
    return marks


def _unknown_field(key: Marked, written: str, fields: tuple[Field, ...]) -> Problem:
    spellings = {spelling.casefold(): field.spelt_like(spelling) for field in fields for spelling in field.spellings}
    near = closest(written.casefold(), spellings)
    hint = f"是不是“{near}”？" if near else ""
    return problem(
        "RG04", key.place, {"field": written, "hint": hint, "known": "、".join(field.label for field in fields)}
    )


def _says_nothing(mark: Marked) -> bool:
    return mark.is_empty or (mark.text is not None and not mark.text.strip())
