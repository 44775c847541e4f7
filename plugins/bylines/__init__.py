"""The byline as the page prints it: words in between as text, names together with the people they stand for.

Reads: settings COLUMN. Writes: article.byline (tuple of SignedPiece).
Settings: none. Signals: content_object_init.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.contents import Article, Page


def _attach(content: Any) -> None:
    if isinstance(content, Article | Page):
        content.byline = content.settings["COLUMN"].story(content.relative_source_path).signed


def register() -> None:
    signals.content_object_init.connect(_attach)
