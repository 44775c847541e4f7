"""Turns articles into feed entries and has them written. How a feed looks is `rss`'s, how a text looks `full_text`'s."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from plugins.newsroom import addresses
from plugins.newsroom.places import Places

from .entry import Feed, entry
from .rss import rss


class FeedsGenerator(Generator):
    """Makes files only."""

    def generate_output(self, writer: Any) -> None:
        places = Places(self.settings["SITEURL"])
        column = self.settings["COLUMN"]
        newest = self.context["articles"][: self.settings["FEED_SIZE"]]
        feed = Feed(
            title=column.registries.site.title,
            description=column.registries.site.description,
            home=places.absolute(),
            address=places.absolute(addresses.FEED),
            entries=tuple(entry(article, places, column.relations[article.story.source]) for article in newest),
        )
        writer.write_bytes(addresses.FEED, rss(feed))
