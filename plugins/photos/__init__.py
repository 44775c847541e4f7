"""The photos of stories: planned while stories are read, rendered after the gate.

Reads: settings COLUMN, the originals. Writes: article.figures, article.cover; settings PHOTOS, PROBLEMS; photos/*.
Settings: COLUMN_CACHE, PROGRESS. Signals: initialized, content_object_init, get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.contents import Article, Page

from .generator import PhotosGenerator
from .plan import survey


def _survey(pelican: Any) -> None:
    """Held-back stories too: their photos are checked before the day comes."""
    album, problems = survey(pelican.settings["COLUMN"])
    pelican.settings["PHOTOS"] = album
    pelican.settings["PROBLEMS"].extend(problems)


def _attach(content: Any) -> None:
    if isinstance(content, Article | Page):
        column = content.settings["COLUMN"]
        story = column.stories_by_source[content.get_relative_source_path()]
        shown = content.settings["PHOTOS"].figures[story.source] if column.is_visible(story) else ()
        content.figures = shown
        content.cover = shown[story.cover] if shown and story.cover is not None else None


def _generator(pelican: Any) -> type[PhotosGenerator]:
    return PhotosGenerator


def register() -> None:
    signals.initialized.connect(_survey)
    signals.content_object_init.connect(_attach)
    signals.get_generators.connect(_generator)
