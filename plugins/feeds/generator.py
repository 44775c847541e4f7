"""Turns articles into feed entries and orders the feed. How a feed looks is `rss`'s, how a text looks `full_text`'s."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.newsroom import addresses
from plugins.newsroom.brief import Brief
from plugins.newsroom.column import Column
from plugins.newsroom.fingerprint import digest
from plugins.newsroom.places import Places


class FeedsGenerator:
    """Makes files only."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.context, self.settings = context, settings
        self.column: Column = settings["COLUMN"]

    def generate_output(self, writer: Any) -> None:
        newest = self.column.visible[: self.settings["FEED_SIZE"]]
        depends = (digest(self.column.registries.site), *(text for brief in newest for text in self._depends(brief)))
        writer.offer(addresses.FEED, self._feed, depends)

    def _depends(self, brief: Brief) -> Iterator[str]:
        yield brief.edition
        yield from self.column.relations[brief.source].edition
        yield from (figure.edition for figure in self.settings["FIGURES"].get(brief.source, ()))

    def _feed(self) -> bytes:
        from .entry import Feed, entry  # noqa: PLC0415  feedgen and lxml take as long to load as a feed to write
        from .rss import rss  # noqa: PLC0415

        column, places = self.column, Places(self.settings["SITEURL"])
        newest = self.context["articles"][: self.settings["FEED_SIZE"]]
        feed = Feed(
            title=column.registries.site.title,
            description=column.registries.site.description,
            home=places.absolute(),
            address=places.absolute(addresses.FEED),
            entries=tuple(entry(article, places, column.relations[article.story.source]) for article in newest),
        )
        return rss(feed)
