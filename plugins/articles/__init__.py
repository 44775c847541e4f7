"""Stories as Pelican's articles and pages: which there are, how they are read, and `article.story`.

Reads: settings COLUMN, DEPENDS. Writes: article.brief, article.story, article.preview_note; context articles, hidden_articles, pages;
story pages. Settings: PATH. Signals: readers_init, content_object_init, get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.contents import Article, Page

from .generators import StandingPagesGenerator, StoriesGenerator
from .reader import StoryReader


def _add_reader(readers: Any) -> None:
    readers.reader_classes = {"md": StoryReader}


def _attach(content: Any) -> None:
    """Only what readers may see is ever read here: what is held back cannot leak from a template or a feed."""
    if isinstance(content, Article | Page):
        column = content.settings["COLUMN"]
        brief = column.by_source[content.relative_source_path]
        content.brief, content.story = brief, column.story(brief.source)
        content.preview_note = column.preview_note(brief)


def _generators(pelican: Any) -> tuple[type, ...]:
    return StoriesGenerator, StandingPagesGenerator


def register() -> None:
    signals.readers_init.connect(_add_reader)
    signals.content_object_init.connect(_attach)
    signals.get_generators.connect(_generators)
