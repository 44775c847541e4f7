"""The attachments of stories (documents, sound, film): checked before any page is made, copied after all findings are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.story.brief import Brief
from plugins.site.feature import Feature
from plugins.site.site import Site

from .ordering import order
from .plan import survey


def _survey(site: Site) -> Iterable[Problem]:
    """Also for stories held back: their files are checked before publication."""
    site.attachments, problems = survey(site.column, site.memory("attachments"), site.stats)
    return problems


def _fingerprints(site: Site, brief: Brief) -> Iterator[str]:
    return (attachment.fingerprint for attachment in site.attachments.get(brief.source, ()))


FEATURE = Feature(name="attachments", survey=_survey, fingerprints=_fingerprints, order=order)
