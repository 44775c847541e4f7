"""The settings of this project beside Pelican's own: their names, types and defaults. An unknown one is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pelican.settings import DEFAULT_CONFIG

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem

OWN: dict[str, tuple[tuple[type, ...], Any]] = {
    "COLUMN_NOW": (
        (str, type(None)),
        None,
    ),  # ISO 8601 instant that decides visibility; None: the moment the build starts
    "COLUMN_PREVIEW": ((bool,), False),  # show drafts and future stories, marked as such
    "COLUMN_CACHE": ((str,), ".cache"),  # folder for what may be kept between builds, never inside the output
    "PREVIOUS": (
        (str,),
        "",
    ),  # file with the addresses that readers have (addresses.json of their release); "" for none
    "PRODUCTION": (
        (bool,),
        False,
    ),  # whether readers will get this build: what may be missing on the way is then an error
    "LIST_SIZE": ((int,), 20),  # stories on one sheet of a list
    "SITEMAP_SIZE": ((int,), 1000),  # pages in one file of the sitemap; the protocol allows 50,000
    "FEED_SIZE": ((int,), 50),  # stories in the feed of the whole column
    "LIST_FEED_SIZE": ((int,), 20),  # stories in the feed of a section, a unit, a project or a person
    "REPORT_PROBLEMS": ((bool,), True),  # whether the gate prints findings itself
    "PROGRESS": ((object,), None),  # callable(done, total, label) or None
    "LIBRARY": (
        (object,),
        None,
    ),  # who reads the stories (newsroom.library.Library); None: everything anew from the files
    "MEMO": ((object,), None),  # callable(name) that gives a dictionary kept from build to build; None: nothing is kept
    "STATS": ((dict,), {}),  # stats of the files below the content folder, by POSIX path; may be empty
    "PRESS": ((object,), None),  # callable(orders) that makes the files; None: every file anew, into OUTPUT_PATH
    "GROUND": ((str,), ""),  # a text for the program that runs: part of the key of every file
}
_PELICAN = frozenset(DEFAULT_CONFIG) | {
    "SITEURL",
    "SITENAME",
    "TIMEZONE",
    "FEED_DOMAIN",
    "AUTHOR",
    "DEBUG",
    "SITESUBTITLE",
}


def complete(settings: dict[str, Any], file: str) -> tuple[Problem, ...]:
    """Fill in the defaults of our own settings; findings for unknown names and wrong types. file: the settings file's name."""
    problems = list(_unknown(settings, file))
    for name, (types, default) in OWN.items():
        value = settings.setdefault(name, default)
        if not isinstance(value, types):
            problems.append(problem("PL04", Place(file), {"name": name, "type": types[0].__name__}))
    return tuple(problems)


def _unknown(settings: Mapping[str, Any], file: str) -> Iterable[Problem]:
    known = _PELICAN | set(OWN)
    for name in sorted(settings):
        if name.isupper() and name not in known and not name.startswith("_"):
            near = get_close_matches(name, known, n=1)
            yield problem("PL03", Place(file), {"name": name, "hint": f"是不是 {near[0]}？" if near else ""})
