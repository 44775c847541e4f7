"""Reads which titles a person held, and when. Which titles go together is left to the editors."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.catalogue import problem
from ..schema import Key
from ..text.marked import Marked
from . import checks
from .forms import Row, below, read_record
from .readers import Findings, name_line
from .values import Office


def offices(key: Key, record: Row, problems: Findings) -> tuple[Office, ...]:
    """The titles in a person's record under `key`: one title, a list of titles, or records with 职务, 起, 止, 位次 and 出处.

    Several titles in one record, with 、 between them, are as many offices.
    """
    return tuple(office for item in below(key, record, problems) for office in _offices(key, item, problems))


def _offices(key: Key, mark: Marked, problems: Findings) -> Iterator[Office]:
    if mark.is_empty:
        problems.append(problem("RG05", mark.place, {"field": key.name}))
    elif mark.entries is None:
        yield from map(Office, _titles(name_line(key, mark, problems) or ""))
    elif record := read_record(mark, key.keys, problems):
        problems.extend(checks.periods([record]))
        said = record.day("since"), record.day("until"), int(record.text("rank") or 0), record.text("source")
        yield from (Office(title, *said) for title in _titles(record.text("title")))


def _titles(text: str) -> tuple[str, ...]:
    return tuple(title.strip() for title in text.split("、") if title.strip())
