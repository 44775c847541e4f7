"""What machines read: labels, Open Graph and structured data in the head of every page, and the files beside the pages.

Reads: settings COLUMN, FIGURES, LISTINGS. Writes: settings JINJA_GLOBALS (page_heads), DEPENDS, PROBLEMS; sitemaps, robots.txt,
status.json, the site map.
Settings: SITEURL, PRODUCTION, COLUMN_PREVIEW, SITEMAP_SIZE, CARDS. Signals: initialized, get_generators.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from pelican import signals

from plugins.newsroom import cards
from plugins.newsroom.brief import Brief
from plugins.newsroom.places import Places

from .card import Cards
from .facts import findings
from .generator import HeadsGenerator
from .pages import PageHeads


def _install(pelican: Any) -> None:
    settings, column = pelican.settings, pelican.settings["COLUMN"]
    site = column.registries.site
    drawn = Cards(cards.of_column(site), cards.of_stories(column, settings["CARDS"]))
    heads = {"page_heads": PageHeads(site, Places(settings["SITEURL"]), drawn)}
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], **heads}
    settings["DEPENDS"].append(partial(_depends, drawn))
    if not settings["COLUMN_PREVIEW"]:
        settings["PROBLEMS"].extend(findings(site, column.content.name, production=settings["PRODUCTION"]))


def _depends(drawn: Cards, brief: Brief) -> tuple[str, ...]:
    """A story prints the address of its own drawn card, if it has one. The column's depends on the site alone."""
    card = drawn.stories.get(brief.source)
    return (card.rendition.address,) if card else ()


def _generator(pelican: Any) -> type[HeadsGenerator]:
    return HeadsGenerator


def register() -> None:
    signals.initialized.connect(_install)
    signals.get_generators.connect(_generator)
