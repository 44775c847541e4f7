"""A page at every former address (旧址) that sends readers to where the story stands now."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from plugins.newsroom.places import page_file


class RedirectsGenerator(Generator):
    """Makes files only: one page an alias of a story that readers may see."""

    def generate_output(self, writer: Any) -> None:
        template = self.get_template("redirect")
        for content in (*self.context["articles"], *self.context["pages"], *self.context["hidden_articles"]):
            for alias in content.story.aliases:
                writer.write_file(page_file(alias), template, self.context, story=content.story)
