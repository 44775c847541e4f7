"""Hands the renditions of visible stories to the writer, after the gate has let the build pass."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from plugins.newsroom.problems import Problem
from plugins.newsroom.stop import Stop

from .cache import Cache
from .production import produce
from .recipe import STANDARD

_MOST_BYTES = 4 * 1024**3
_MOST_DAYS = 90


class PhotosGenerator:
    """A maker of files in Pelican's sense. Only stories that readers may see have their photos published."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.context = context
        self.settings = settings

    def generate_output(self, writer: Any) -> None:
        """Raises Stop with all findings when a photo turns out to be damaged."""
        column, progress = self.settings["COLUMN"], self.settings["PROGRESS"]
        shown = (*column.visible, *column.visible_pages)
        jobs = self.settings["PHOTOS"].jobs(story.source for story in shown)
        cache = Cache(Path(self.settings["COLUMN_CACHE"]) / "photos")
        problems: list[Problem] = []
        rendered = 0
        for number, product in enumerate(produce(jobs, STANDARD, cache), 1):
            for rendition, data in product.files:
                writer.write_bytes(rendition.address, data)
            problems += (product.problem,) if product.problem else ()
            rendered += product.was_rendered
            if progress:
                progress(number, len(jobs), "照片")
        if problems:
            raise Stop(problems)
        if rendered:
            cache.prune(most_bytes=_MOST_BYTES, most_days=_MOST_DAYS, now=time.time())
