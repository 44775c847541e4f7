"""The files of content/data: what each may say, and how it becomes a value. All findings of all files come back together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..text import conflicts
from ..text.marked import Marked
from ..text.names import closest
from . import checks
from .forms import Field, Record, read_record, read_records, read_yaml
from .lookup import Registries
from .memberships import SINCE, UNTIL, reader_of_memberships
from .readers import Findings, identity, matching, name_line, name_list, text_line, word_list
from .values import Person, Project, Section, Site, Term, Unit

_ID = Field("id", ("标识", "id"), identity, is_required=True)
_NAME = Field("name", ("名称", "name"), name_line, is_required=True)
_DESCRIPTION = Field("description", ("说明", "description"), text_line)
_KEYWORDS = Field("keywords", ("关键词", "keywords"), word_list)
_OTHER_NAMES = Field("other_names", ("曾用名", "别名", "names", "other_names"), name_list)

_WEB_ADDRESS = matching(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?", "请写完整的网址，以 https:// 开头")
_DOMAIN = matching(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "请只写域名，如 www.example.gov.cn")
_SITE_CODE = matching(r"bm\d{8}|\d{10}", "网站标识码是 10 位数字，或者 bm 加 8 位数字")

SITE = (
    _NAME,
    Field("title", ("全称", "title"), text_line),
    Field("description", ("说明", "description"), text_line, is_required=True),
    _KEYWORDS,
    Field("source", ("来源", "source"), text_line),
    Field("portal_name", ("门户名称", "portal_name"), text_line),
    Field("portal_domain", ("门户域名", "portal_domain"), _DOMAIN),
    Field("portal_url", ("门户网址", "portal_url"), _WEB_ADDRESS),
    Field("site_code", ("网站标识码", "site_code"), _SITE_CODE),
    Field("host", ("主办", "host"), text_line),
    Field("organiser", ("承办", "organiser"), text_line),
    Field("contact", ("联系方式", "contact"), text_line),
    Field("icp", ("ICP备案号", "icp"), text_line),
    Field("police", ("公安备案号", "police"), text_line),
    Field("error_report_url", ("找错网址", "error_report_url"), _WEB_ADDRESS),
)
SECTIONS = (
    _ID,
    _NAME,
    Field("description", ("说明", "description"), text_line, is_required=True),
    _KEYWORDS,
    Field("column_type", ("栏目类型", "ColumnType", "column_type"), text_line),
)
UNITS = (
    _ID,
    _NAME,
    Field("short", ("简称", "short"), name_line),
    SINCE,
    UNTIL,
    Field("successor", ("后继", "successor"), text_line),
)
PROJECTS = (_ID, _NAME, _DESCRIPTION)
PEOPLE = (_ID, _NAME, _OTHER_NAMES)
TERMS = (_ID, _NAME, _OTHER_NAMES)

_FILES = ("site.yaml", "sections.yaml", "units.yaml", "projects.yaml", "people.yaml", "terms.yaml")
_REQUIRED = {"site.yaml": "本专栏的名称和归属", "sections.yaml": "有哪些版块"}

_Made = TypeVar("_Made")


def load(folder: Path, shown_as: str) -> tuple[Registries, tuple[Problem, ...]]:
    """Everything in the data `folder`, and all that is wrong with it. Never raises for bad input.

    shown_as: how editors know the folder, e.g. "content/data". An entry without id or name is left out, and so is the
    second of two with one id; a wrong value counts as not given.
    """
    data = _Folder(folder, shown_as, [])
    data.report_strangers()
    site = data.site()
    sections = data.entries("sections.yaml", SECTIONS, Section)
    units = data.entries("units.yaml", UNITS, _unit)
    projects = data.entries("projects.yaml", PROJECTS, Project)
    terms = data.entries("terms.yaml", TERMS, Term)
    memberships = reader_of_memberships(unit for _, unit in units)
    people = data.entries("people.yaml", (*PEOPLE, Field("memberships", ("单位", "units"), memberships)), Person)
    for kind in (sections, units, projects, terms):
        data.problems.extend(checks.shared_names(kind))
    data.problems.extend(checks.periods(record for record, _ in units))
    data.problems.extend(checks.successions(units))
    kinds = (sections, units, projects, people, terms)
    return Registries(site, *(tuple(entry for _, entry in kind) for kind in kinds)), _sound(data.problems)


def _sound(problems: Findings) -> tuple[Problem, ...]:
    """`problems` without what only follows from a conflict in the same file."""
    unmerged = {finding.place.file for finding in problems if finding.code in conflicts.CODES}
    return tuple(one for one in problems if one.place.file not in unmerged or one.code in conflicts.CODES)


@dataclass(frozen=True, slots=True)
class _Folder:
    """The data folder while it is read."""

    path: Path
    shown_as: str
    problems: Findings

    def report_strangers(self) -> None:
        """YAML files that nobody reads: a slip in the name would lose a whole registry in silence."""
        found = sorted(path.relative_to(self.path).as_posix() for path in self.path.rglob("*") if _is_yaml(path))
        for name in found:
            if name not in _FILES:
                self.problems.extend(conflicts.look(self.path / name, f"{self.shown_as}/{name}"))
                near = closest(name, {known: known for known in _FILES})
                hint = f"是不是 {near}？" if near else ""
                self.problems.append(
                    problem("RG02", self._place(name), {"name": name, "hint": hint, "known": "、".join(_FILES)})
                )

    def site(self) -> Site:
        """The site; what is missing or wrong is empty."""
        texts, is_read = self._said("site.yaml")
        if not texts:
            if is_read:
                place = self._place("site.yaml", 1)
                self.problems.extend(
                    problem("RG05", place, {"field": field.label}) for field in SITE if field.is_required
                )
            return Site("", "", "")
        record = read_record(texts[0], SITE, self.problems)
        values = dict(record.values) if record else {}
        values.setdefault("name", "")
        return Site(**{"title": values["name"], "description": "", **values})

    def entries(
        self, name: str, fields: tuple[Field, ...], make: Callable[..., _Made]
    ) -> tuple[tuple[Record, _Made], ...]:
        """The entries of one file, each made of what was read, in the order of the file."""
        texts, is_read = self._said(name)
        made: dict[str, tuple[Record, _Made]] = {}
        for record in chain.from_iterable(read_records(said, fields, self.problems) for said in texts):
            identity = record.values.get("id")
            if identity in made:
                first = made[identity][0].place_of("id").line
                self.problems.append(problem("RG07", record.place_of("id"), {"id": identity, "first": first}))
            elif identity and record.values.get("name"):
                required = {field.name: "" for field in fields if field.is_required}
                made[identity] = record, make(**{**required, **record.values})
        if name in _REQUIRED and is_read and all(said.is_empty for said in texts):
            self.problems.append(problem("RG18", self._place(name, 1)))
        return tuple(made.values())

    def _said(self, name: str) -> tuple[tuple[Marked, ...], bool]:
        path = self.path / name
        if path.exists():
            return read_yaml(path, f"{self.shown_as}/{name}", self.problems)
        if name in _REQUIRED:
            self.problems.append(problem("RG01", self._place(name), {"file": name, "what": _REQUIRED[name]}))
        return (), False

    def _place(self, name: str, line: int = 0) -> Place:
        return Place(f"{self.shown_as}/{name}", line)


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith((".", "~"))


def _unit(**values: Any) -> Unit:
    return Unit(**{"short": values["name"], **values})
