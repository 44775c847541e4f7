"""Checks across the entries of one registry: periods, duplicate names, chains of successors, words that exclude themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..text.dates import chinese_date
from ..text.names import closed_up, closest, tag_key
from .counts import fits
from .forms import Row
from .lookup import Entry, calls
from .readers import pieces
from .values import Term, Unit, Wording

_CALLED_BY = frozenset({"id", "name", "short", "other_names"})


def periods(records: Iterable[Row]) -> Iterator[Problem]:
    """Periods that end before they begin."""
    for record in records:
        since, until = record.day("since"), record.day("until")
        if since and until and until < since:
            days = {"since": chinese_date(since), "until": chinese_date(until)}
            yield problem("RG11", record.place_of("until"), days)


def shared_names(entries: Iterable[tuple[Row, Entry]]) -> Iterator[Problem]:
    """Names that two entries have at the same time. (Not for people, who may share a name.)"""
    holders: dict[str, list[tuple[Place, Entry]]] = {}
    for record, entry in entries:
        as_compared = tag_key if isinstance(entry, Term) else str
        for name, place in _called(record).items():
            known = holders.setdefault(as_compared(name), [])
            clash = next((held for held in known if held[1] is not entry and _at_one_time(entry, held[1])), None)
            if clash:
                first, other = clash
                code = "RG15" if isinstance(entry, Unit) else "RG08"
                yield problem(code, place, {"name": name, "other": other.id, "first": first.line})
            known.append((place, entry))


def _called(record: Row) -> dict[str, Place]:
    """Every name of a record, and where each was written first."""
    places: dict[str, Place] = {}
    for key in (key for key in record.keys if key.alias in _CALLED_BY and key.alias in record.values):
        if key.kind == "line":
            places.setdefault(record.text(key.alias), record.place_of(key.alias))
        else:
            for piece in pieces(key, record.marks[key.alias], []) or ():
                places.setdefault(closed_up(piece.text or ""), piece.place)
    return places


def _at_one_time(one: Entry, other: Entry) -> bool:
    if not (isinstance(one, Unit) and isinstance(other, Unit)):
        return True
    starts = (one.since or date.min) <= (other.until or date.max)
    return starts and (other.since or date.min) <= (one.until or date.max)


def successions(units: Collection[tuple[Row, Unit]]) -> Iterator[Problem]:
    """Successors that are not registered, and chains of successors that form a loop."""
    after = {unit.id: unit.successor for _, unit in units}
    in_loops: set[str] = set()
    for record, unit in units:
        if unit.successor and unit.successor not in after:
            known = {name: other.id for _, other in units for name in calls(other)}
            near = closest(unit.successor, known)
            hint = f"是不是“{near}”？" if near else ""
            yield problem("RG12", record.place_of("successor"), {"id": unit.successor, "hint": hint})
        loop = _loop(unit.id, after)
        if loop and unit.id not in in_loops:
            in_loops.update(loop)
            yield problem("RG13", record.place_of("successor"), {"chain": " → ".join((*loop, unit.id))})


def _loop(start: str, after: dict[str, str]) -> tuple[str, ...]:
    """The ids from `start` along the successors back to `start`; empty if they do not lead back."""
    way = [start]
    while (following := after.get(way[-1], "")) and following not in way:
        way.append(following)
    return tuple(way) if following == start else ()


def wording(rows: Iterable[tuple[Row, Wording]]) -> Iterator[Problem]:
    """Rows whose right form is one of their wrong ones, and exceptions that have nothing to do with them."""
    for record, row in rows:
        if row.right in row.wrong:
            yield problem("RG19", record.place_of("right"), {"word": row.right})
        for word in row.unless:
            if not any(wrong in word for wrong in row.wrong):
                yield problem("RG20", record.place_of("unless"), {"word": word})


def counted(terms: Iterable[tuple[Row, Term]]) -> Iterator[Problem]:
    """Names that count more or fewer things than are listed."""
    for record, term in terms:
        if term.items and not fits(term.name, len(term.items)):
            yield problem("RG21", record.place_of("items"), {"name": term.name, "count": len(term.items)})
