"""Which names Pelican's settings may have: Pelican's own, and two of ours. An unknown one is a finding."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pelican.settings import DEFAULT_CONFIG

from plugins.newsroom.findings.problems import Problem
from plugins.site.configuration import unknown_setting

OWN = ("COLUMN", "RUN")  # the configuration, and what this one run has at hand
_KNOWN = frozenset(DEFAULT_CONFIG) | {
    *OWN,
    "SITEURL",
    "SITENAME",
    "TIMEZONE",
    "FEED_DOMAIN",
    "AUTHOR",
    "DEBUG",
    "SITESUBTITLE",
}


def unknown(settings: Iterable[str]) -> tuple[Problem, ...]:
    """A finding a name that nobody knows."""
    return tuple(
        unknown_setting(name, get_close_matches(name, _KNOWN, n=1))
        for name in sorted(settings)
        if name.isupper() and name not in _KNOWN and not name.startswith("_")
    )
