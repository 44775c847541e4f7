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
    home, *sections = (_row(row, places) for row in freshness(column))
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


def _row(row: Freshness, places: Urls) -> dict[str, object]:
    address = addresses.section_address(row.id) if row.id else ""
    return {
        "id": row.id,
        "name": row.name,
        "url": places.absolute(address) if row.stories or not row.id else None,
        "stories": row.stories,
        "latest": row.latest.isoformat() if row.latest else None,
        "due": row.due.isoformat() if row.due else None,
    }
