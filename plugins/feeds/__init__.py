"""The column and its lists as feeds: every story in full, for readers who subscribe; and how to subscribe.

Reads: settings COLUMN, FIGURES, ATTACHMENTS, LISTINGS, LENGTH_OF. Writes: feeds, feeds.opml, subscribe/.
Settings: SITEURL, FEED_SIZE, LIST_FEED_SIZE. Signals: get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from .generator import FeedsGenerator


def _generator(pelican: Any) -> type[FeedsGenerator]:
    return FeedsGenerator


def register() -> None:
    signals.get_generators.connect(_generator)
