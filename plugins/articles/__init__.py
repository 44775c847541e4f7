"""Stories as Pelican's articles and pages: which are read, how, and `article.story`.

Reads: settings COLUMN. Writes: article.story, article.preview_note; settings ARTICLE_PATHS, PAGE_PATHS, ARTICLE_ORDER_BY.
Settings: PATH. Signals: initialized, readers_init, content_object_init.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.contents import Article, Page

from .reader import StoryReader


def _choose(pelican: Any) -> None:
    """Only what readers may see reaches Pelican; what is held back cannot leak from a template or a feed."""
    column = pelican.settings["COLUMN"]
    stories = (*column.visible, *(story for story in column.withdrawn if story not in column.visible))
    rank = {story.source: number for number, story in enumerate(column.stories)}
    pelican.settings["ARTICLE_PATHS"] = [story.source for story in stories]
    pelican.settings["PAGE_PATHS"] = [page.source for page in column.visible_pages]
    pelican.settings["ARTICLE_ORDER_BY"] = lambda article: rank[article.get_relative_source_path()]


def _add_reader(readers: Any) -> None:
    readers.reader_classes = {"md": StoryReader}


def _attach(content: Any) -> None:
    if isinstance(content, Article | Page):
        column = content.settings["COLUMN"]
        content.story = column.stories_by_source[content.get_relative_source_path()]
        content.preview_note = column.preview_note(content.story)


def register() -> None:
    signals.initialized.connect(_choose)
    signals.readers_init.connect(_add_reader)
    signals.content_object_init.connect(_attach)
