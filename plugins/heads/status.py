"""Writes the status file for monitoring programs: dates and numbers, from which the days left can be computed at any time.

It contains no build time, so that it changes only with the column.
"""

from __future__ import annotations

import json

from plugins.newsroom.column.column import Column
from plugins.newsroom.column.freshness import WINDOW, Freshness, freshness, untimed
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text import addresses

from .facts import missing

_VERSION = 1  # of the file format


def status(column: Column, places: Urls) -> bytes:
    """UTF-8 JSON. latest, due: ISO 8601 instants; due: deadline for the next story; url: null for an empty section."""
    site = column.registries.site
    home, *sections = (_row(one, places) for one in freshness(column))
    state = {
        "edition": _VERSION,
        "title": site.title,
        "site_code": site.site_code,
        "window_days": WINDOW.days,
        "home": home,
        "sections": sections,
        "stories_without_time": sum(1 for _ in untimed(column)),
        "stories_corrected": sum(1 for brief in column.visible if brief.corrections),
        "stories_withdrawn": len(column.withdrawn),
        "facts_missing": list(missing(site)),
    }
    return (json.dumps(state, ensure_ascii=False, indent=1) + "\n").encode()


def _row(one: Freshness, places: Urls) -> dict[str, object]:
    address = addresses.section_address(one.id) if one.id else ""
    return {
        "id": one.id,
        "name": one.name,
        "url": places.absolute(address) if one.stories or not one.id else None,
        "stories": one.stories,
        "latest": one.latest.isoformat() if one.latest else None,
        "due": one.due.isoformat() if one.due else None,
    }
