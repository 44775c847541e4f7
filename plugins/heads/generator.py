"""Orders the files that machines read beside the pages, and the page that maps the site for people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from plugins.newsroom.column.column import Column
from plugins.newsroom.pages.listing import Listing
from plugins.newsroom.pages.urls import Places
from plugins.newsroom.text import addresses
from plugins.newsroom.text.fingerprint import checksum

from . import inventory, sitemaps
from .robots import robots
from .status import status

_KINDS = ("section", "project", "unit", "tag", "person", "month")


class HeadsGenerator:
    """Makes files only."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.settings = settings
        self.column: Column = settings["COLUMN"]
        self.places = Places(settings["SITEURL"])

    def generate_output(self, writer: Any) -> None:
        listings = self.settings["LISTINGS"]
        writer.offer(addresses.ROBOTS, partial(robots, self.places), ())
        told = status(self.column, self.places)
        writer.offer(addresses.STATUS, lambda: told, (checksum(told),))
        self._order_sitemaps(writer, listings)
        _order_site_map(writer, listings)

    def _order_sitemaps(self, writer: Any, listings: Sequence[Listing]) -> None:
        column, figures, publication = self.column, self.settings["FIGURES"], self.column.registries.site.title
        size = self.settings["SITEMAP_SIZE"]
        listed = (
            *inventory.others(column, listings, self.settings["LIST_SIZE"], size),
            *inventory.stories(column, figures, size),
            *inventory.news(column, figures, size),
        )
        editions: list[str] = []
        for part in listed:
            depends = (publication, *(text for page in part.pages for text in inventory.edition(page, figures)))
            writer.offer(part.address, partial(sitemaps.urls, part, self.places, publication), depends)
            editions += (part.address, *depends)
        writer.offer(addresses.SITEMAP, partial(sitemaps.index, listed, self.places), editions)


def _order_site_map(writer: Any, listings: Sequence[Listing]) -> None:
    """For people: a way to every list and standing page."""
    groups = {kind: tuple(one.signpost for one in listings if one.kind == kind) for kind in _KINDS}
    told = (f"{kind} {one.title} {one.address}" for kind, signposts in groups.items() for one in signposts)
    writer.offer_page(addresses.SITE_MAP, "sitemap", partial(dict, groups=groups), told)
