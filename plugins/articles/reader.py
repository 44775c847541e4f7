"""Hands Pelican the stories the column has read: the same values the checks saw, so the two can never disagree."""

from __future__ import annotations

import os
from typing import Any, ClassVar

from pelican.readers import BaseReader
from pelican.urlwrappers import Category

from plugins.newsroom.article import Story
from plugins.newsroom.visibility import Held


class StoryReader(BaseReader):
    """Registered for `md` only while a column is built (no file_extensions: subclasses would register globally)."""

    enabled = True
    file_extensions: ClassVar[list[str]] = []

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Empty content (the body stays in story.document) and only those keys Pelican itself needs."""
        column = self.settings["COLUMN"]
        source = os.path.relpath(source_path, self.settings["PATH"]).replace(os.sep, "/")
        story = column.stories_by_source[source]
        withdrawn = column.held.get(source) is Held.WITHDRAWN
        metadata: dict[str, Any] = {
            "title": story.title,
            "date": story.published,
            "slug": story.address.strip("/"),
            "status": "hidden" if withdrawn else "published",
            "summary": story.summary,
            "url": story.address,
            "save_as": story.address + "index.html",
            "template": _template(story, withdrawn),
        }
        if story.section:
            metadata["category"] = Category(story.section.name, self.settings)
            metadata["category"].slug = story.section.id
        return "", metadata


def _template(story: Story, withdrawn: bool) -> str:
    if withdrawn:
        return "withdrawn"
    return "page" if story.is_page else "story"
