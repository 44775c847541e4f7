"""Pelican's generators of stories and standing pages, but lazy: an article is read when a page or a feed needs it, not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar

from pelican import signals
from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from plugins.newsroom.column.visibility import Held
from plugins.newsroom.story.brief import Brief


class Unread(Sequence):
    """Articles in order, each read anew whenever it is asked for: nobody holds ten thousand of them."""

    def __init__(self, briefs: Sequence[Brief], read: Callable[[Brief], Any]) -> None:
        self.briefs, self._read = briefs, read

    def __len__(self) -> int:
        return len(self.briefs)

    def __iter__(self) -> Iterator[Any]:
        return map(self._read, self.briefs)

    def __getitem__(self, index: Any) -> Any:
        found = self.briefs[index]
        return [self._read(brief) for brief in found] if isinstance(index, slice) else self._read(found)


class Waiting:
    """The article of a story, read when more is asked of it than its `brief`: a page of which only the frame has changed asks no more."""

    def __init__(self, brief: Brief, read: Callable[[Brief], Any]) -> None:
        self.brief, self._read = brief, read

    def __getattr__(self, name: str) -> Any:
        if "_article" not in self.__dict__:
            self._article = self._read(self.brief)
        return getattr(self._article, name)


class _Lazy:
    """What both generators do otherwise than Pelican's: they read one file when asked, and order pages instead of writing."""

    content_class: ClassVar[type]
    signals: ClassVar[tuple[Any, Any]]  # before a file is read, and when its metadata is known

    def check_disabled_readers(self) -> None:
        """The column knows which files are stories."""

    def refresh_metadata_intersite_links(self) -> None:
        """Links between stories are slots, filled when a page is made."""

    def read(self, brief: Brief) -> Any:
        before, known = self.signals
        return self.readers.read_file(
            base_path=self.path,
            path=brief.source,
            content_class=self.content_class,
            context=self.context,
            preread_signal=before,
            preread_sender=self,
            context_signal=known,
            context_sender=self,
        )

    def order(self, writer: Any, briefs: Sequence[Brief], name: str) -> None:
        """The page of each story, its article under `name` in the template."""
        column, needs = self.settings["COLUMN"], self.settings["DEPENDS"]
        for brief in briefs:
            template = "withdrawn" if column.held.get(brief.source) is Held.WITHDRAWN else name_of_template(brief)
            depends = [brief.edition, column.preview_note(brief)]
            for need in needs:
                depends += need(brief)
            writer.offer_page(brief.address, template, partial(self._matter, name, brief), depends)

    def _matter(self, name: str, brief: Brief) -> dict[str, Any]:
        return {name: Waiting(brief, self.read)}


def name_of_template(brief: Brief) -> str:
    return "page" if brief.is_page else "story"


class StoriesGenerator(_Lazy, ArticlesGenerator):
    """Lists and feeds are other plugins' matter."""

    content_class = Article
    signals = (signals.article_generator_preread, signals.article_generator_context)

    def generate_context(self) -> None:
        column = self.settings["COLUMN"]
        hidden = tuple(brief for brief in column.withdrawn if not column.is_visible(brief))
        self.articles, self.hidden_articles = Unread(column.visible, self.read), Unread(hidden, self.read)
        self._update_context(("articles", "hidden_articles"))
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        self.order(writer, (*self.articles.briefs, *self.hidden_articles.briefs), "article")
        signals.article_writer_finalized.send(self, writer=writer)


class StandingPagesGenerator(_Lazy, PagesGenerator):
    """The pages that stand: about the column, how to reach us."""

    content_class = Page
    signals = (signals.page_generator_preread, signals.page_generator_context)

    def generate_context(self) -> None:
        self.pages = Unread(self.settings["COLUMN"].visible_pages, self.read)
        self._update_context(("pages",))
        signals.page_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        self.order(writer, self.pages.briefs, "page")
        signals.page_writer_finalized.send(self, writer=writer)
