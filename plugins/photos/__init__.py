"""The photos of stories: planned while stories are read, rendered after the gate.

Reads: settings COLUMN, MEMO, STATS, PROGRESS, the originals. Writes: article.figures, article.cover; settings FIGURES, LENGTH_OF, PHOTOS,
PROBLEMS, DEPENDS; photos/*.
Settings: COLUMN_CACHE. Signals: initialized, content_object_init, get_generators.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.newsroom.media.photo import Figure, Rendition, cover_of
from plugins.newsroom.story.brief import Brief

from .cache import Cache
from .generator import PhotosGenerator
from .plan import Job, survey
from .production import length
from .recipe import STANDARD


def _survey(pelican: Any) -> None:
    """Held-back stories too: their photos are checked before the day comes."""
    settings = pelican.settings
    kept = {"memory": settings["MEMO"]("photos"), "stats": settings["STATS"]}
    album, problems = survey(settings["COLUMN"], **kept, progress=settings["PROGRESS"])
    settings["PHOTOS"], settings["FIGURES"] = album, album.figures
    settings["PROBLEMS"].extend(problems)
    cache = Cache(Path(settings["COLUMN_CACHE"]) / "photos")

    def length_of(figure: Figure, rendition: Rendition) -> int:
        """The bytes of the file of one of the figure's renditions, asked for while files are made. Raises Refusal."""
        return length(Job(album.originals[figure.use.path], (figure,)), rendition, STANDARD, cache)

    settings["LENGTH_OF"] = length_of
    settings["DEPENDS"].append(lambda brief: _depends(album.figures, brief))


def _depends(figures: Mapping[str, tuple[Figure, ...]], brief: Brief) -> tuple[str, ...]:
    return tuple(figure.edition for figure in figures.get(brief.source, ()))


def _attach(content: Any) -> None:
    from pelican.contents import Article, Page  # noqa: PLC0415  as below

    if isinstance(content, Article | Page):
        column = content.settings["COLUMN"]
        brief = column.by_source[content.relative_source_path]
        shown = content.settings["FIGURES"].get(brief.source, ()) if column.is_visible(brief) else ()
        content.figures = shown
        content.cover = cover_of(shown, brief.cover)


def _generator(pelican: Any) -> type[PhotosGenerator]:
    return PhotosGenerator


def register() -> None:
    from pelican import signals  # noqa: PLC0415  photos are checked without Pelican

    signals.initialized.connect(_survey)
    signals.content_object_init.connect(_attach)
    signals.get_generators.connect(_generator)
