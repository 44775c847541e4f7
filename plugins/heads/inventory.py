"""Which pages stand on the site, for sitemaps: only what readers may see, each with the last change of its matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.newsroom import addresses
from plugins.newsroom.brief import Brief
from plugins.newsroom.changes import last_change
from plugins.newsroom.column import Column
from plugins.newsroom.listing import Listing
from plugins.newsroom.photo import Figure
from plugins.newsroom.typography import one_line
from plugins.newsroom.visibility import is_news

from .sitemaps import Spot, moment

Figures = Mapping[str, tuple[Figure, ...]]


def stories(column: Column, figures: Figures) -> tuple[Spot, ...]:
    """Every story, oldest first."""
    return tuple(_story(brief, figures) for brief in reversed(column.visible))


def news(column: Column, figures: Figures) -> tuple[Spot, ...]:
    """The stories of the 48 hours before the pinned instant, newest first."""
    fresh = (brief for brief in column.visible if is_news(brief, column.now))
    return tuple(
        Spot(
            brief.address,
            _changed(brief),
            _images(brief, figures),
            one_line(brief.title),
            moment(brief.published, has_time=brief.has_time),
        )
        for brief in fresh
    )


def others(column: Column, listings: Iterable[Listing]) -> tuple[Spot, ...]:
    """Home, lists and standing pages, in the order of their addresses. Of a list in several sheets only the newest stands
    still at its address; the stories on the others are named by themselves."""
    newest = _changed(column.visible[0]) if column.visible else ""
    spots = [Spot("", newest), Spot(addresses.SITE_MAP), Spot(addresses.SUBSCRIBE)]
    spots += [Spot(addresses.ARCHIVES, newest)] if newest else []
    days = [one.day for brief in column.visible for one in brief.corrections]
    days += [brief.withdrawal.day for brief in column.withdrawn if brief.withdrawal]
    spots += [Spot(addresses.CORRECTIONS, max(days).isoformat())] if days else []
    spots += [Spot(listing.address, _changed(listing.stories[0].story)) for listing in listings]
    spots += [Spot(page.address, _changed(page)) for page in column.visible_pages]
    return tuple(sorted(spots, key=lambda spot: spot.address))


def _story(brief: Brief, figures: Figures) -> Spot:
    return Spot(brief.address, _changed(brief), _images(brief, figures))


def _changed(brief: Brief) -> str:
    return moment(last_change(brief), has_time=brief.has_time or bool(brief.corrections))


def _images(brief: Brief, figures: Figures) -> tuple[str, ...]:
    """The widest rendition of each photo in the format that everybody reads."""
    return tuple(figure.renditions[-1].address for figure in figures.get(brief.source, ()) if figure.renditions)
