"""The names allowed in Pelican's settings: Pelican's own, and two of ours. Any other is a finding."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pelican.settings import DEFAULT_CONFIG

from plugins.newsroom.findings.problems import Problem
from plugins.site.configuration import unknown_setting

OWN = ("COLUMN", "RUN")  # the configuration, and the state of this run
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
    """One finding for each unknown name."""
    return tuple(
        unknown_setting(name, get_close_matches(name, _KNOWN, n=1))
        for name in sorted(settings)
        if name.isupper() and name not in _KNOWN and not name.startswith("_")
    )
