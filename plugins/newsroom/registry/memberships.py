"""Where a person belongs and when: to a registered unit, kept by its id, or to an outlet, kept by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..findings.catalogue import problem
from ..text.addresses import is_slug
from ..text.marked import Marked
from ..text.names import closed_up, closest
from . import checks
from .forms import Field, read_record
from .lookup import calls
from .readers import Findings, Reader, day, name_line, pieces
from .values import Membership, Unit

SINCE = Field("since", ("起", "from", "since"), day)
UNTIL = Field("until", ("止", "until"), day)
_MEMBERSHIP = (Field("unit", ("单位", "unit"), name_line, is_required=True), SINCE, UNTIL)

_Known = Mapping[str, tuple[str, ...]]  # the ids of the units that answer to a name


def reader_of_memberships(units: Iterable[Unit]) -> Reader:
    """A reader for one name, a list of names, or records with 单位, 起 and 止."""
    known: dict[str, tuple[str, ...]] = {}
    for unit in units:
        for name in dict.fromkeys(closed_up(called) for called in calls(unit)):
            known[name] = (*known.get(name, ()), unit.id)

    def read(mark: Marked, label: str, problems: Findings) -> tuple[Membership, ...] | None:
        items = mark.items or (pieces(mark, label, problems) if mark.entries is None else (mark,))
        found = (_membership(item, known, label, problems) for item in items or ())
        return tuple(membership for membership in found if membership)

    return read


def _membership(mark: Marked, known: _Known, label: str, problems: Findings) -> Membership | None:
    if mark.is_empty:
        problems.append(problem("RG05", mark.place, {"field": label}))
        return None
    if mark.entries is None:
        unit = name_line(mark, label, problems)
        return Membership(_meant(unit, mark, known, problems)) if unit else None
    record = read_record(mark, _MEMBERSHIP, problems)
    if record is None or "unit" not in record.values:
        return None
    problems.extend(checks.periods([record]))
    unit = _meant(record.values["unit"], record.marks["unit"], known, problems)
    return Membership(**{**record.values, "unit": unit})


def _meant(unit: str, mark: Marked, known: _Known, problems: Findings) -> str:
    """The id of the one unit of that name; else the name as it is, unless it can only have been an id."""
    ids = known.get(unit, ())
    if not ids and is_slug(unit):
        near = closest(unit, {name: held[0] for name, held in known.items()})
        problems.append(problem("RG14", mark.place, {"unit": unit, "hint": f"是不是“{near}”？" if near else ""}))
    return ids[0] if len(ids) == 1 else unit
