"""A Feed as RSS 2.0 with full text and Dublin Core creators. The only module that touches feedgen, and that knows its traps."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from .entry import Entry, Feed

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when an empty feed last changed: feedgen would read the clock


def rss(feed: Feed) -> bytes:
    """UTF-8 bytes of the feed (RSS 2.0, RSS Content Module, Dublin Core, atom:link rel=self). Same feed, same bytes."""
    maker = FeedGenerator()
    maker.load_extension("dc")
    maker.title(printable(feed.title))
    maker.description(printable(feed.description or feed.title))
    maker.link(href=feed.address, rel="self", type="application/rss+xml")
    maker.link(href=feed.home, rel="alternate")  # the last link becomes the channel's
    maker.language("zh-CN")
    maker.generator("")
    maker.lastBuildDate(feed.updated or _NEVER)
    for entry in feed.entries:
        _add(maker, entry)
    return maker.rss_str(pretty=True)


def _add(maker: FeedGenerator, entry: Entry) -> None:
    item = maker.add_entry(order="append")  # the default puts each entry before the last
    item.title(printable(entry.title))
    item.link(href=entry.url)
    item.guid(entry.identifier, permalink=False)
    item.description(printable(entry.summary))
    item.content(printable(entry.content).replace("]]>", "]]&gt;"), type="CDATA")
    item.pubDate(entry.published)
    item.updated(entry.updated)
    if entry.authors:
        item.dc.dc_creator([printable(name) for name in entry.authors])
    for category in entry.categories:
        item.category(term=printable(category))


def printable(text: str) -> str:
    """`text` without the characters XML 1.0 forbids (control characters, lone surrogates): feedgen would raise."""
    return _UNPRINTABLE.sub("", text)
