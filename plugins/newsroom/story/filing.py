"""Looks up a story's section, units, projects and tags in the registries."""

from __future__ import annotations

from functools import lru_cache

from ..findings.catalogue import problem
from ..findings.problems import Edit, Problem
from ..head.slips import in_list
from ..registry import Project, Section, Term, Unit
from ..registry.lookup import calls
from ..text import addresses, dates
from ..text.marked import Marked
from ..text.names import closed_up, tag_key
from .head_reading import HeadReading


def section(reading: HeadReading) -> Section | None:
    mark = reading.mark("版块")
    section = reading.registries.section(reading.line("版块")) if mark else None
    if section is None:
        names = "、".join(reading.registries.names("section"))
        if mark:
            _unknown(reading, "ST04", mark, "section", names)
        else:
            reading.miss("ST03", "版块", {"names": names})
    return section


def units(reading: HeadReading, moment: dates.Moment | None) -> tuple[Unit, ...]:
    units: dict[str, Unit] = {}
    for item in reading.items("单位"):
        name = (item.text or "").strip()
        namesakes = reading.registries.units_named(name)
        if not namesakes:
            _unknown(reading, "ST11", item, "unit", "")
        elif moment is not None:
            unit = reading.registries.unit_on(name, moment.value.date())
            if unit is None:
                reading.find(
                    "ST12",
                    item.place,
                    {"name": name, "when": _period(namesakes[0])},
                    advice=_successor(reading, namesakes[0]),
                )
            else:
                units[unit.id] = unit
    return tuple(units.values())


def _period(unit: Unit) -> str:
    since = f"{dates.chinese_date(unit.since)}起" if unit.since else ""
    until = f"{dates.chinese_date(unit.until)}止" if unit.until else ""
    return "、".join(part for part in (since, until) if part)


def _successor(reading: HeadReading, unit: Unit) -> str:
    after = reading.registries.unit(unit.successor) if unit.successor else None
    return f"那一天应写“{after.short or after.name}”。" if after else ""


def projects(reading: HeadReading) -> tuple[Project, ...]:
    projects = {}
    for item in reading.items("项目"):
        project = reading.registries.project((item.text or "").strip())
        if project is None:
            _unknown(reading, "ST13", item, "project", "、".join(reading.registries.names("project")))
        else:
            projects[project.id] = project
    return tuple(projects.values())


def tags(reading: HeadReading) -> tuple[Term, ...]:
    tags = {}
    for item in reading.items("话题"):
        name = (item.text or "").strip()
        if not tag_key(name):
            continue
        registered = reading.registries.term(name)
        if registered and closed_up(name) not in map(closed_up, calls(registered)):
            reading.problems.append(odd_tag(item, registered))
        term = registered or _unregistered(name)
        tags[term.id] = term
    return tuple(tags.values())


def odd_tag(item: Marked, term: Term) -> Problem:
    """A reminder that `item` is spelt differently from its tag; with a fix where the name needs no quotes."""
    written = (item.text or "").strip()
    is_plain = in_list([term.name]) == f"[{term.name}]"
    edits = (Edit(*item.span, term.name),) if item.span and is_plain else ()
    advice = "" if edits else f"请把它改成“{term.name}”。"
    return problem("ST23", item.place, {"written": written, "name": term.name}, edits=edits, advice=advice)


@lru_cache(maxsize=4096)
def _unregistered(name: str) -> Term:
    return Term(addresses.tag_id(name), name)


def _unknown(reading: HeadReading, code: str, mark: Marked, kind: str, names: str) -> None:
    """Report a name that is not registered: suggest the one similar name if there is exactly one, and list all valid ones."""
    name = (mark.text or "").strip()
    near = reading.registries.nearest(kind, name)
    hint = f"是不是“{near}”？" if near else ""
    listed = f"可以写：{names}。" if names else ""
    reading.find(code, mark.place, {"name": name, "hint": hint, "names": listed})
