"""Lists the public pages for sitemaps, each with the last change of its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import takewhile

from plugins.newsroom.column.column import Column
from plugins.newsroom.column.visibility import is_news
from plugins.newsroom.media.photo import Figure
from plugins.newsroom.pages.listing import Listing, sheets
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.story.changes import day_or_instant, last_changed
from plugins.newsroom.text import addresses
from plugins.newsroom.text.typography import one_line

from .sitemaps import MOST_NEWS, Part, Spot, parts

Figures = Mapping[str, tuple[Figure, ...]]


def stories(column: Column, figures: Figures, size: int) -> tuple[Part, ...]:
    """Every story, oldest first."""
    return parts("stories", column.visible[::-1], partial(_story, figures), size)


def news(column: Column, figures: Figures, size: int) -> tuple[Part, ...]:
    """The stories of the 48 hours before the pinned instant, newest first."""
    fresh = tuple(takewhile(lambda brief: is_news(brief, column.now), column.visible))
    return parts("news", fresh, partial(_news, figures), min(size, MOST_NEWS))


def others(column: Column, listings: Iterable[Listing], sheet_size: int, size: int) -> tuple[Part, ...]:
    """Home, every sheet of the lists, and fixed pages, sorted by address. sheet_size: stories on a sheet."""
    found = sorted(_others(column, listings, sheet_size), key=lambda spot: spot.address)
    return parts("pages", found, lambda spot: spot, size)


def fingerprints(page: Brief | Spot, figures: Figures) -> Iterator[str]:
    """Strings that change whenever the page's sitemap entry would."""
    if isinstance(page, Spot):
        yield f"{page.address} {page.changed}"
    else:
        yield page.listing_fingerprint
        yield from _images(page, figures)


def _others(column: Column, listings: Iterable[Listing], sheet_size: int) -> Iterator[Spot]:
    newest = last_changed(column.visible[0]) if column.visible else ""
    yield from (Spot("", newest), Spot(addresses.SITE_MAP), Spot(addresses.SUBSCRIBE))
    if newest:
        yield from (Spot(addresses.ARCHIVES, newest), Spot(addresses.SEARCH))
    days = [correction.day for brief in column.visible for correction in brief.corrections]
    days += [brief.withdrawal.day for brief in column.withdrawn if brief.withdrawal]
    if days:
        yield Spot(addresses.CORRECTIONS, max(days).isoformat())
    for listing in listings:
        for sheet in sheets(listing, sheet_size):
            yield Spot(sheet.address, last_changed(sheet.stories[0].brief))
    for page in column.visible_pages:
        yield Spot(page.address, last_changed(page))


def _story(figures: Figures, brief: Brief) -> Spot:
    return Spot(brief.address, last_changed(brief), _images(brief, figures))


def _news(figures: Figures, brief: Brief) -> Spot:
    published = day_or_instant(brief.published, has_time=brief.has_time)
    return Spot(brief.address, last_changed(brief), _images(brief, figures), one_line(brief.title), published)


def _images(brief: Brief, figures: Figures) -> tuple[str, ...]:
    """The widest rendition of each photo in the most widely supported format."""
    return tuple(figure.renditions[-1].address for figure in figures.get(brief.source, ()) if figure.is_shown)
