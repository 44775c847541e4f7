"""robots.txt (RFC 9309): everything may be read; where the sitemap stands. Crawlers ask for it at the root of a host only."""

from __future__ import annotations

from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text import addresses


def robots(places: Urls) -> bytes:
    return f"User-agent: *\nDisallow:\n\nSitemap: {places.absolute(addresses.SITEMAP)}\n".encode()
