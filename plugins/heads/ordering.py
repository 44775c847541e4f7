"""Orders sitemaps, robots.txt and the status file, and the site map page for people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from plugins.newsroom.pages.listing import Listing
from plugins.newsroom.text import addresses
from plugins.newsroom.text.fingerprint import checksum
from plugins.site.site import Site
from plugins.site.writer import Writer

from . import inventory, sitemaps
from .robots import robots
from .status import status

_KINDS = ("section", "project", "unit", "tag", "person", "month")


def order(site: Site, writer: Writer) -> None:
    writer.offer(addresses.ROBOTS, partial(robots, site.urls), ())
    state = status(site.column, site.urls)
    writer.offer(addresses.STATUS, lambda: state, (checksum(state),))
    _order_sitemaps(site, writer)
    _order_site_map(writer, site.listings)


def _order_sitemaps(site: Site, writer: Writer) -> None:
    column, figures, sizes = site.column, site.figures, site.configuration
    publication = column.registries.site.title
    listed = (
        *inventory.others(column, site.listings, sizes.list_size, sizes.sitemap_size),
        *inventory.stories(column, figures, sizes.sitemap_size),
        *inventory.news(column, figures, sizes.sitemap_size),
    )
    fingerprints: list[str] = []
    for part in listed:
        depends = (publication, *(text for page in part.pages for text in inventory.fingerprints(page, figures)))
        writer.offer(part.address, partial(sitemaps.urls, part, site.urls, publication), depends)
        fingerprints += (part.address, *depends)
    writer.offer(addresses.SITEMAP, partial(sitemaps.index, listed, site.urls), fingerprints)


def _order_site_map(writer: Writer, listings: Sequence[Listing]) -> None:
    """For people: links to every list and fixed page."""
    groups = {kind: tuple(listing.signpost for listing in listings if listing.kind == kind) for kind in _KINDS}
    depends = (f"{kind} {sign.title} {sign.address}" for kind, signposts in groups.items() for sign in signposts)
    writer.offer_page(addresses.SITE_MAP, "sitemap", partial(dict, groups=groups), depends)
