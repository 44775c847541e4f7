"""What machines read: labels, Open Graph and structured data in the head of every page, and the files beside the pages.

Reads: settings COLUMN, FIGURES, LISTINGS. Writes: settings JINJA_GLOBALS (page_heads), PROBLEMS; sitemaps, robots.txt, status.json,
the site map.
Settings: SITEURL, PRODUCTION, COLUMN_PREVIEW, LIST_SIZE, SITEMAP_SIZE. Signals: initialized, get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from plugins.newsroom.pages.urls import Places

from .facts import findings
from .generator import HeadsGenerator
from .pages import PageHeads


def _install(pelican: Any) -> None:
    settings, column = pelican.settings, pelican.settings["COLUMN"]
    site = column.registries.site
    heads = {"page_heads": PageHeads(site, Places(settings["SITEURL"]), preview=settings["COLUMN_PREVIEW"])}
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], **heads}
    if not settings["COLUMN_PREVIEW"]:
        settings["PROBLEMS"].extend(findings(site, column.content.name, production=settings["PRODUCTION"]))


def _generator(pelican: Any) -> type[HeadsGenerator]:
    return HeadsGenerator


def register() -> None:
    signals.initialized.connect(_install)
    signals.get_generators.connect(_generator)
