"""Orders the renditions of photos in public stories: made after all findings are known, and only when missing."""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import partial

from plugins.newsroom.column import ownership
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.story.brief import Brief
from plugins.site.site import Site
from plugins.site.writer import Writer

from .cache import Cache
from .plan import Album, Job
from .production import produce
from .recipe import STANDARD

_MOST_BYTES = 4 * 1024**3
_MOST_DAYS = 90
STAGE = "照片"


def cache_of(site: Site) -> Cache:
    return Cache(site.configuration.cache / "photos")


def order(site: Site, writer: Writer) -> None:
    """Only photos of public stories are published."""
    column, album, cache = site.column, site.kept(Album), cache_of(site)
    shown = (*column.visible, *column.visible_pages)
    jobs, owners = album.jobs(story.source for story in shown), _owners(album, shown)
    for job in jobs:
        depends = (job.original.sha256, album.recipe)
        make, belongs_to = partial(_files, job, cache), owners[job.original.sha256]
        writer.offer_files(job.addresses, make, depends, STAGE, job.original.size, belongs_to)
    if jobs:
        cache.prune_daily(most_bytes=_MOST_BYTES, most_days=_MOST_DAYS, now=time.time())


def _owners(album: Album, briefs: Iterable[Brief]) -> dict[str, list[str]]:
    """The owners of the files made from each original, by its checksum: the photo in every story that shows it."""
    owners: dict[str, list[str]] = {}
    for brief in briefs:
        for figure in album.figures.get(brief.source, ()):
            if figure.is_shown:
                sha256 = album.originals[figure.use.path].sha256
                owners.setdefault(sha256, []).append(ownership.of_photo(brief, figure.use.file))
    return owners


def _files(job: Job, cache: Cache) -> tuple[bytes, ...]:
    """The bytes of the renditions, in order. Raises Refusal when the photo turns out to be damaged."""
    product = produce(job, STANDARD, cache)
    if product.problem:
        raise Refusal([product.problem])
    return tuple(data for _, data in product.files)
