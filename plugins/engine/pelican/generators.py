"""Pelican's generators: stories and fixed pages become its articles and pages, created lazily, and features order their files.

Only what readers may see ever becomes an article: what is held back cannot leak through a template.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, ClassVar

from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.urlwrappers import Category

from plugins.newsroom.column.visibility import Held
from plugins.newsroom.story.brief import Brief
from plugins.site.writer import Writer

from .run import Run


class Waiting:
    """A lazy article, created when anything but `brief` is read: a page whose frame alone has changed needs no article."""

    def __init__(self, brief: Brief, read: Callable[[Brief], object]) -> None:
        self.brief, self._read = brief, read

    def __getattr__(self, name: str) -> object:
        if "_article" not in self.__dict__:
            self._article = self._read(self.brief)
        return getattr(self._article, name)


class _Lazy:
    """What both generators do differently from Pelican's: they create articles on demand, and order pages instead of writing."""

    content_class: ClassVar[type]
    settings: dict[str, Any]
    context: dict[str, Any]
    path: str

    @property
    def run(self) -> Run:
        run: Run = self.settings["RUN"]
        return run

    def check_disabled_readers(self) -> None:
        """The column knows which files are stories."""

    def refresh_metadata_intersite_links(self) -> None:
        """Links between stories are slots, filled when a page is rendered."""

    def waiting(self, briefs: Iterable[Brief]) -> list[Waiting]:
        return [Waiting(brief, self.read) for brief in briefs]

    def read(self, brief: Brief) -> object:
        """The article of a story: empty content (the body stays in story.document), the metadata Pelican needs, and the names
        attached by features."""
        path = os.path.join(self.path, brief.source)
        content = self.content_class("", self._metadata(brief), self.settings, path, self.context)
        vars(content).update(self.run.attached(brief), brief=brief)
        return content

    def _metadata(self, brief: Brief) -> dict[str, object]:
        metadata: dict[str, object] = {
            "title": brief.title,
            "date": brief.published,
            "slug": brief.address.strip("/"),
            "status": "hidden" if self._is_withdrawn(brief) else "published",
            "summary": brief.summary,
            "url": brief.address,
            "save_as": brief.address + "index.html",
        }
        if brief.section:
            metadata["category"] = category = Category(brief.section.name, self.settings)
            category.slug = brief.section.id
        return metadata

    def order(self, writer: Writer, articles: Iterable[Waiting], name: str) -> None:
        """Order the page of each story; the template gets its article as `name`."""
        for brief in (article.brief for article in articles):
            template = "withdrawn" if self._is_withdrawn(brief) else name_of_template(brief)
            values = partial(self._values, name, brief)
            writer.offer_page(brief.address, template, values, self.run.fingerprints(brief))

    def _values(self, name: str, brief: Brief) -> Mapping[str, object]:
        return {name: Waiting(brief, self.read)}

    def _is_withdrawn(self, brief: Brief) -> bool:
        return self.run.site.column.held.get(brief.source) is Held.WITHDRAWN


def name_of_template(brief: Brief) -> str:
    return "page" if brief.is_page else "story"


class StoriesGenerator(_Lazy, ArticlesGenerator):  # type: ignore[misc]  # Pelican has no types
    """Stories only: lists and feeds are features. All pages are rendered in its environment; the other generator's is equal."""

    content_class = Article

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.run.theme.use(self.env)

    def generate_context(self) -> None:
        column = self.run.site.column
        hidden = tuple(brief for brief in column.withdrawn if not column.is_visible(brief))
        self.articles, self.hidden_articles = self.waiting(column.visible), self.waiting(hidden)

    def generate_output(self, writer: Writer) -> None:
        self.order(writer, (*self.articles, *self.hidden_articles), "article")


class StandingPagesGenerator(_Lazy, PagesGenerator):  # type: ignore[misc]  # as above
    """Fixed pages: about the column, how to reach us."""

    content_class = Page

    def generate_context(self) -> None:
        self.pages = self.waiting(self.run.site.column.visible_pages)

    def generate_output(self, writer: Writer) -> None:
        self.order(writer, self.pages, "page")


class FeatureFiles:
    """Lets each feature order its files, in the order of their list."""

    def __init__(self, settings: Mapping[str, Any], **_: object) -> None:
        self._run: Run = settings["RUN"]

    def generate_output(self, writer: Writer) -> None:
        for feature in self._run.features:
            feature.order(self._run.site, writer)
