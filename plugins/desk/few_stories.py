"""The column and the site for tasks that are about a few stories: the photos and attachments of no other are looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from plugins import features
from plugins.newsroom.column.column import Column
from plugins.site.configuration import Configuration
from plugins.site.feature import survey
from plugins.site.loading import load
from plugins.site.site import Site


def column_of(read: Column, sources: Collection[str]) -> Column:
    """The whole column, with the photos and attachments of these sources only."""
    return replace(
        read,
        photos={source: uses for source, uses in read.photos.items() if source in sources},
        attachments={source: uses for source, uses in read.attachments.items() if source in sources},
    )


def site_of(read: Column, sources: Collection[str], site_url: str, cache: Path) -> Site:
    """The site with what all features say of these sources."""
    site = Site(Configuration(site_url=site_url, cache=cache), column_of(read, sources), is_made=False)
    survey(load(features.FEATURES)[0], site)
    return site
