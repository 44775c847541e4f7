"""Names of units and projects that are nearly right, and names that the unit did not bear on the day of the story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...registry import Registries, Unit
from ..copy import Copy
from ..formal import Formal, NearMisses, names_of_units
from ..lexicon import Lexicon, once
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..sentences import tells_of_another_time

_SHORTEST = 4  # characters of a name that means nothing but this unit
_FORMER = ("原", "前", "旧", "老", "时")
_SOURCE = Source("本站 data/units.yaml")


@once
def _near(registries: Registries) -> NearMisses:
    names = (*names_of_units(registries), *(project.name for project in registries.projects))
    return NearMisses(Formal(name) for name in names)


def _misspelt(copy: Copy) -> Iterator[Slip]:
    for start, end, name in _near(copy.registries).find(copy.text):
        yield Slip(start, end, {"written": copy.text[start:end], "name": name})


@once
def _dated(registries: Registries) -> Lexicon[Unit]:
    """All units by their names, if there is one that does not stand always."""
    units = registries.units if any(unit.since or unit.until for unit in registries.units) else ()
    return Lexicon(
        (name, unit) for unit in units for name in dict.fromkeys((unit.name, unit.short)) if len(name) >= _SHORTEST
    )


def _out_of_time(copy: Copy) -> Iterator[Slip]:
    for start, name, units in _dated(copy.registries).longest(copy.text) if copy.day else ():
        if copy.day and not any(unit.stands_on(copy.day) for unit in units) and not _is_told(copy, start, copy.day):
            then = next((_then(copy.registries, unit, copy.day) for unit in units), None)
            if then:
                used = then.name if name == units[0].name else then.short
                yield Slip(start, start + len(name), {"written": name, "name": used})


def _is_told(copy: Copy, start: int, day: date) -> bool:
    return copy.text[:start].endswith(_FORMER) or tells_of_another_time(copy.text, start, day)


def _then(registries: Registries, unit: Unit, day: date) -> Unit | None:
    """The unit that was in its place on that day: one of its successors or predecessors."""
    line = {unit.id}
    while True:
        more = {other.successor for other in registries.units if other.id in line and other.successor}
        more |= {other.id for other in registries.units if other.successor in line}
        if more <= line:
            return next((other for other in registries.units if other.id in line and other.stands_on(day)), None)
        line |= more


MISSPELT = Rule(
    code="PF75",
    find=_misspelt,
    wrong="管城回族区人民正府召开会议。",
    right="管城回族区人民政府召开会议。",
    silent=("管城回族区北下街街道办事处、管城区人民政府网。", "管城回族区人民法院开庭。", "北下街街道办事处。"),
    source=_SOURCE,
    tables=TABLES,
)
OUT_OF_TIME = Rule(
    code="PF76",
    find=_out_of_time,
    wrong="某某河镇的居民已经回迁。",
    right="某某河街道的居民已经回迁。",
    silent=("原某某河镇的居民已经回迁。", "2015年，某某河镇的居民搬走了。", "某某河镇改为某某河街道。"),
    source=_SOURCE,
    tables=TABLES,
)
RULES = (MISSPELT, OUT_OF_TIME)
