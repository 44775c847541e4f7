"""The column as a feed: every story in full, for readers who subscribe.

Reads: articles of the context (.story, .figures, .byline), settings COLUMN, FIGURES. Writes: feed.xml.
Settings: SITEURL, FEED_SIZE. Signals: get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from .generator import FeedsGenerator


def _generator(pelican: Any) -> type[FeedsGenerator]:
    return FeedsGenerator


def register() -> None:
    signals.get_generators.connect(_generator)
