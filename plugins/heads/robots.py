"""Writes robots.txt (RFC 9309): allows everything and names the sitemap. Crawlers request it at the root of a host only."""

from __future__ import annotations

from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text import addresses


def robots(places: Urls) -> bytes:
    return f"User-agent: *\nDisallow:\n\nSitemap: {places.absolute(addresses.SITEMAP)}\n".encode()
