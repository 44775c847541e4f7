"""The photos of stories: inspected and planned before any page is made, rendered after all findings are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.media.photo import Figure, Rendition
from plugins.newsroom.story.brief import Brief
from plugins.site.feature import Feature
from plugins.site.site import Site

from .ordering import cache_of, order
from .plan import Job, survey
from .production import length
from .recipe import STANDARD


def _survey(site: Site) -> Iterable[Problem]:
    """Also for stories held back: their photos are checked before publication."""
    album, problems = survey(
        site.column, memory=site.memory("photos"), stats=site.stats, with_tints=site.is_made, progress=site.progress
    )
    cache = cache_of(site)

    def length_of(figure: Figure, rendition: Rendition) -> int:
        return length(Job(album.originals[figure.use.path], (figure,)), rendition, STANDARD, cache)

    site.keep(album)
    site.figures, site.length_of = album.figures, length_of
    return problems


def _fingerprints(site: Site, brief: Brief) -> Iterator[str]:
    return (figure.fingerprint for figure in site.figures.get(brief.source, ()))


FEATURE = Feature(name="photos", survey=_survey, fingerprints=_fingerprints, order=order)
