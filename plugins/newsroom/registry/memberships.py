"""Reads where a person works and when: at a registered unit, stored by id, or at an outlet, stored by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..findings.catalogue import problem
from ..schema import Key
from ..text.addresses import is_slug
from ..text.marked import Marked
from ..text.names import closed_up, closest
from . import checks
from .forms import Row, below, read_record
from .lookup import calls
from .readers import Findings, name_line
from .values import Membership, Unit

Known = Mapping[str, tuple[str, ...]]  # the ids of the units with each name


def known_units(units: Iterable[Unit]) -> Known:
    """The ids of the units by each of their names."""
    known: dict[str, tuple[str, ...]] = {}
    for unit in units:
        for name in dict.fromkeys(closed_up(called) for called in calls(unit)):
            known[name] = (*known.get(name, ()), unit.id)
    return known


def memberships(key: Key, record: Row, known: Known, problems: Findings) -> tuple[Membership, ...]:
    """The memberships in a person's record under `key`: one name, a list of names, or records with 单位, 起 and 止."""
    read = (_membership(key, item, known, problems) for item in below(key, record, problems))
    return tuple(membership for membership in read if membership)


def _membership(key: Key, mark: Marked, known: Known, problems: Findings) -> Membership | None:
    if mark.is_empty:
        problems.append(problem("RG05", mark.place, {"field": key.name}))
        return None
    if mark.entries is None:
        unit = name_line(key, mark, problems)
        return Membership(_meant(unit, mark, known, problems)) if unit else None
    record = read_record(mark, key.keys, problems)
    if record is None or not record.text("unit"):
        return None
    problems.extend(checks.periods([record]))
    unit = _meant(record.text("unit"), record.marks["unit"], known, problems)
    return Membership(unit, record.day("since"), record.day("until"))


def _meant(unit: str, mark: Marked, known: Known, problems: Findings) -> str:
    """The id of the one unit with that name; else the name itself, with a finding if it can only have been an id."""
    ids = known.get(unit, ())
    if not ids and is_slug(unit):
        near = closest(unit, {name: held[0] for name, held in known.items()})
        problems.append(problem("RG14", mark.place, {"unit": unit, "hint": f"是不是“{near}”？" if near else ""}))
    return ids[0] if len(ids) == 1 else unit
