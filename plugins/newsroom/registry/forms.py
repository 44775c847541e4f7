"""Parses a registry's YAML into records with known keys, each value with its place. Which files exist is left to `files`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem, has_errors
from ..schema import Key, table_of
from ..text import conflicts, source
from ..text.files import read_bytes
from ..text.marked import Marked
from ..text.names import closest
from .layout import LAYOUT
from .readers import Findings, Value, pieces, read_value


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as read: the values by the English name of their key, and where each was written.

    Keys without a valid value are absent: `text`, `texts` and `day` give "", () and None for them. keys: the allowed keys.
    """

    place: Place
    keys: tuple[Key, ...]
    values: Mapping[str, Value]
    marks: Mapping[str, Marked]

    def place_of(self, key: str) -> Place:
        """Where `key` was written; the record's own place if it was not."""
        mark = self.marks.get(key)
        return mark.place if mark else self.place

    def text(self, key: str) -> str:
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()

    def day(self, key: str) -> date | None:
        value = self.values.get(key)
        return value if isinstance(value, date) else None


def read_yaml(path: Path, shown_as: str, problems: Findings) -> tuple[tuple[Marked, ...], bool]:
    """The content of the file, () if it is empty; and whether it could be read at all.

    A file with a merge conflict has two versions, and both count: otherwise every story would get findings about unknown
    names that are registered in one of them.
    """
    try:
        data = read_bytes(path)
    except OSError:
        problems.append(problem("RG03", Place(shown_as), {"file": shown_as}))
        return (), False
    problems.extend(conflicts.find(data, shown_as))
    readings = [_parsed(version, shown_as, problems) for version in conflicts.versions(data)]
    return tuple(value for value, _ in readings if value is not None), all(is_read for _, is_read in readings)


def _parsed(data: bytes, shown_as: str, problems: Findings) -> tuple[Marked | None, bool]:
    text, findings = source.decode(data, shown_as, LAYOUT)

    def locate(line: int, column: int, length: int = 1) -> Place:
        return text.place_at(line + 1, column + 1, length)

    def offset(line: int, column: int) -> int:
        return text.offset_at(line + 1, column + 1)

    problems.extend(findings)
    if has_errors(findings):
        return None, False
    from ..text import yaml_text  # noqa: PLC0415  unchanged registries are not read again

    value, findings = yaml_text.parse(text.text, locate, offset)
    problems.extend(findings)
    return value, value is not None or not findings


def read_records(said: Marked | None, keys: tuple[Key, ...], problems: Findings) -> tuple[Row, ...]:
    """The records of a file that contains a list of them. An empty file is an empty list."""
    if said is None or said.is_empty:
        return ()
    if said.items is None:
        problems.append(problem("RG10", said.place, {"shape": "一条一条的，每条以“- ”开头"}))
        return ()
    records = (read_record(item, keys, problems) for item in said.items)
    return tuple(record for record in records if record is not None)


def read_record(said: Marked, keys: tuple[Key, ...], problems: Findings) -> Row | None:
    """One record, with a finding for every key that is unknown, missing, repeated or wrong; None if it is not a mapping.

    A key with nested records is only located, in `marks`: reading it is left to the caller.
    """
    if said.entries is None:
        problems.append(problem("RG10", said.place, {"shape": "“键: 值”的几行，缩进对齐"}))
        return None
    marks = _marks(said, keys, problems)
    values: dict[str, Value] = {}
    for key in keys:
        mark = marks.get(key.alias)
        if mark is None or _says_nothing(mark):
            if key.is_required:
                problems.append(problem("RG05", mark.place if mark else said.place, {"field": key.name}))
            continue
        value = read_value(key, mark, problems) if not key.keys else None
        if value is not None:
            values[key.alias] = value
    return Row(said.place, keys, values, marks)


def below(key: Key, record: Row, problems: Findings) -> tuple[Marked, ...]:
    """What is written under a key with nested records: one name, a list of names, one record or a list of records."""
    mark = record.marks.get(key.alias)
    if mark is None or _says_nothing(mark):
        return ()
    return mark.items or ((pieces(key, mark, problems) or ()) if mark.entries is None else (mark,))


def _marks(said: Marked, keys: tuple[Key, ...], problems: Findings) -> dict[str, Marked]:
    """The written value of each known key, by its English name."""
    table = table_of(keys)
    marks: dict[str, Marked] = {}
    first: dict[str, Marked] = {}
    for name, value in said.entries or ():
        written = "".join((name.text or "").split())
        key = table.get(written.casefold())
        if key is None:
            problems.append(_unknown(name, written, keys))
        elif key.alias in marks:
            seen = first[key.alias]
            twice = {"field": written, "other": seen.text, "first": seen.place.line}
            problems.append(problem("RG16", name.place, twice))
        else:
            marks[key.alias], first[key.alias] = value, name
    return marks


def _unknown(name: Marked, written: str, keys: tuple[Key, ...]) -> Problem:
    spellings = {spelling.casefold(): key.spelt_like(spelling) for key in keys for spelling in key.spellings}
    near = closest(written.casefold(), spellings)
    hint = f"是不是“{near}”？" if near else ""
    return problem("RG04", name.place, {"field": written, "hint": hint, "known": "、".join(key.name for key in keys)})


def _says_nothing(mark: Marked) -> bool:
    return mark.is_empty or (mark.text is not None and not mark.text.strip())
