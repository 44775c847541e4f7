"""Reads which titles a person held, and when. Which titles go together is left to the editors."""

from __future__ import annotations

from ..findings.catalogue import problem
from ..schema import Key
from ..text.marked import Marked
from . import checks
from .forms import Row, below, read_record
from .readers import Findings, name_line
from .values import Office


def offices(key: Key, record: Row, problems: Findings) -> tuple[Office, ...]:
    """The titles in a person's record under `key`: one title, a list of titles, or records with 职务, 起, 止, 位次 and 出处."""
    read = (_office(key, item, problems) for item in below(key, record, problems))
    return tuple(office for office in read if office)


def _office(key: Key, mark: Marked, problems: Findings) -> Office | None:
    if mark.is_empty:
        problems.append(problem("RG05", mark.place, {"field": key.name}))
        return None
    if mark.entries is None:
        title = name_line(key, mark, problems)
        return Office(title) if title else None
    record = read_record(mark, key.keys, problems)
    if record is None or not record.text("title"):
        return None
    problems.extend(checks.periods([record]))
    rank = int(record.text("rank") or 0)
    return Office(record.text("title"), record.day("since"), record.day("until"), rank, record.text("source"))
