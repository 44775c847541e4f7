"""Hands Pelican the stories the column has read: the same values the checks saw, so the two can never disagree."""

from __future__ import annotations

import os
from typing import Any, ClassVar

from pelican.readers import BaseReader
from pelican.urlwrappers import Category

from plugins.newsroom.column.visibility import Held


class StoryReader(BaseReader):
    """Registered for `md` only while a column is built (no file_extensions: subclasses would register globally)."""

    enabled = True
    file_extensions: ClassVar[list[str]] = []

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Empty content (the body stays in story.document) and only those keys Pelican itself needs."""
        column = self.settings["COLUMN"]
        brief = column.by_source[os.path.relpath(source_path, self.settings["PATH"]).replace(os.sep, "/")]
        metadata: dict[str, Any] = {
            "title": brief.title,
            "date": brief.published,
            "slug": brief.address.strip("/"),
            "status": "hidden" if column.held.get(brief.source) is Held.WITHDRAWN else "published",
            "summary": brief.summary,
            "url": brief.address,
            "save_as": brief.address + "index.html",
        }
        if brief.section:
            metadata["category"] = Category(brief.section.name, self.settings)
            metadata["category"].slug = brief.section.id
        return "", metadata
