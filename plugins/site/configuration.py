"""All our settings as one typed value. An unknown name or a value of the wrong type is a finding, not an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_type_hints

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.text.dates import SHANGHAI

FILE = "pelicanconf.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Facts about the site and the build. Options of a task, and Pelican's own settings, override the settings file.

    site_url: absolute address with any path prefix, "" for the root of any host; theme: its folder; cache: folder for data
    kept between builds, never inside the output; now: ISO 8601 instant that decides visibility, None for the moment the build
    starts; preview: show drafts and future stories, marked as such; production: the build is for readers, so that facts which
    may be missing elsewhere are errors; previous: the addresses.json of the release that readers have, None when not known.

    list_size: stories on one page of a list; sitemap_size: pages in one file of the sitemap (the protocol allows 50,000);
    feed_size: stories in the feed of the whole column; list_feed_size: in that of a section, a unit, a project or a person.
    slips: findings about the given values.
    """

    site_url: str = ""
    theme: Path = Path("theme")
    cache: Path = Path(".cache")
    now: str | None = None
    preview: bool = False
    production: bool = False
    previous: Path | None = None
    list_size: int = 20
    sitemap_size: int = 1000
    feed_size: int = 50
    list_feed_size: int = 20
    slips: tuple[Problem, ...] = ()


def configured(**values: Any) -> Configuration:
    """A configuration from the values in a settings file; findings about them are in `slips`."""
    kinds = _kinds()
    slips = [_unknown(name, kinds) for name in values if name not in kinds]
    slips += [
        problem("PL04", Place(FILE), {"name": name, "type": _name_of(kinds[name])})
        for name, value in values.items()
        if name in kinds and not isinstance(value, kinds[name])
    ]
    return Configuration(slips=tuple(slips)) if slips else Configuration(**values)


def _kinds() -> dict[str, Any]:
    hints = get_type_hints(Configuration)
    return {field.name: hints[field.name] for field in fields(Configuration) if field.name != "slips"}


def _unknown(name: str, kinds: Mapping[str, object]) -> Problem:
    return unknown_setting(name, get_close_matches(name.lower(), kinds, n=1))


def unknown_setting(name: str, near: list[str]) -> Problem:
    """The finding about an unknown setting. near: the name that was probably meant, if any."""
    hint = f"是不是 {near[0]}？" if near else ""
    return problem("PL03", Place(FILE), {"name": name, "hint": hint})


def _name_of(kind: Any) -> str:
    return "、".join(each.__name__ for each in get_args(kind) or (kind,))


def instant(text: str | None) -> datetime:
    """The pinned instant: `text` in ISO 8601 (Asia/Shanghai unless it names an offset), or now."""
    moment = datetime.fromisoformat(text) if text else datetime.now(SHANGHAI)
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
