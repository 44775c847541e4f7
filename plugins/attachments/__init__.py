"""The files that stories offer their readers, sound and film: looked at before a page is made, copied once all findings were counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.story.brief import Brief
from plugins.site.feature import Feature
from plugins.site.site import Site

from .ordering import order
from .plan import survey


def _survey(site: Site) -> Iterable[Problem]:
    """Held-back stories too: their files are checked before the day comes."""
    site.attachments, problems = survey(site.column, site.memory("attachments"), site.stats)
    return problems


def _fingerprints(site: Site, brief: Brief) -> Iterator[str]:
    return (attachment.fingerprint for attachment in site.attachments.get(brief.source, ()))


FEATURE = Feature(name="attachments", survey=_survey, fingerprints=_fingerprints, order=order)
