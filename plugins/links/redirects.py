"""A page at every former address (旧址) that sends readers to where the story stands now."""

from __future__ import annotations

from functools import partial
from typing import Any

from plugins.newsroom.visibility import Held


class RedirectsGenerator:
    """Makes files only: one page an alias of a story that readers may see, or of the notice in its place."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.settings = settings

    def generate_output(self, writer: Any) -> None:
        column = self.settings["COLUMN"]
        for brief in column.everything:
            if brief.aliases and (column.is_visible(brief) or column.held[brief.source] is Held.WITHDRAWN):
                for alias in brief.aliases:
                    writer.offer_page(alias, "redirect", partial(dict, story=brief), (brief.title, brief.address))
