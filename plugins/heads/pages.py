"""Metadata in the head of each kind of page: labels, Open Graph, structured data. The theme prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol

from markupsafe import Markup

from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.media.photo import Figure
from plugins.newsroom.pages import share_image
from plugins.newsroom.pages.listing import Listing, Sheet
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.registry import Section, Site
from plugins.newsroom.story.changes import last_change
from plugins.newsroom.story.model import Story
from plugins.newsroom.text import addresses
from plugins.newsroom.text.typography import one_line, printable

from .graph import Graph, Node, Trail
from .labels import HOME, Labels, column_labels, section_labels, site_labels, story_labels
from .script import as_script
from .sharing import Shared, of_card, of_photo

Properties = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageHead:
    """labels: (name, content) of meta elements in the prescribed order; properties: (property, content) of Open Graph;
    data: structured data, escaped for a script element, None for none."""

    labels: Labels
    properties: Properties = ()
    data: Markup | None = None

    @property
    def is_described(self) -> bool:
        """Whether a label already serves as the `description`: meta names are compared without case."""
        return any(name == "Description" for name, _ in self.labels)


class Article(Protocol):
    """The article of a story page. cover: one of the figures, None without a photo that is shown."""

    story: Story
    figures: Sequence[Figure]
    attachments: Sequence[Attachment]
    cover: Figure | None


class PageHeads:
    """Makes the heads of one site's pages; its methods are called by templates. preview: no story has a share image."""

    def __init__(self, site: Site, places: Urls, *, preview: bool = False) -> None:
        self._site, self._places, self._preview = site, places, preview
        self._graph = Graph(site, places)
        self._sections: dict[str, Labels] = {}

    @cached_property
    def _labels(self) -> Labels:
        return site_labels(self._site)

    @cached_property
    def _column_card(self) -> Shared:
        return of_card(share_image.of_column(self._site))

    def of_home(self) -> PageHead:
        site, url = self._site, self._places.absolute()
        labels = column_labels(site.title, site.description, site.keywords, HOME)
        page = self._graph.collection(site.title, site.description, url, ())
        return PageHead(
            (*self._labels, *labels),
            self._open_graph("website", site.title, site.description, url),
            as_script(self._graph.whole(page, self._graph.trail(self._trail(())))),
        )

    def of_listing(self, listing: Listing, sheet: Sheet, summary: str) -> PageHead:
        """summary: one sentence about the list, as the page prints it."""
        url = self._places.absolute(sheet.address)
        section = listing.subject if isinstance(listing.subject, Section) else None
        labels = self._section(section) if section else column_labels(listing.title, summary, (listing.title,))
        steps = () if section else (("往期", addresses.ARCHIVES),)
        trail = self._trail((*steps, (listing.title, sheet.address)))
        page = self._graph.collection(listing.title, summary, url, sheet.stories)
        return PageHead(
            (*self._labels, *labels),
            self._open_graph("website", listing.title, summary, url),
            as_script(self._graph.whole(page, self._graph.trail(trail))),
        )

    def of_page(self, title: str, summary: str, address: str) -> PageHead:
        """A page of another kind, at `address`."""
        url = self._places.absolute(address)
        return PageHead(
            self._labels,
            self._open_graph("website", title, summary, url),
            as_script(self._graph.whole(self._graph.trail(self._trail(((title, address),))))),
        )

    def of_nothing(self) -> PageHead:
        """A page that search engines must not index: a notice, an error."""
        return PageHead(self._labels)

    def of_story(self, article: Article) -> PageHead:
        """article: with story, figures, attachments and cover."""
        story: Story = article.story
        url = self._places.absolute(story.address)
        photo = of_photo(article.cover) if article.cover and article.cover.is_shown else None
        image = self._places.absolute(photo.rendition.address) if photo else ""
        shared = photo or (None if self._preview else of_card(share_image.of_story(story, self._site)))
        section = self._section(story.section) if story.section else ()
        return PageHead(
            (*self._labels, *section, *story_labels(story, url, image)),
            (
                *self._open_graph("article", one_line(story.title), story.summary, url, shared),
                *_of_article(story),
            ),
            as_script(self._of_story(story, article, url)),
        )

    def _of_story(self, story: Story, article: Article, url: str) -> Node:
        steps = ((story.section.name, addresses.section_address(story.section.id)),) if story.section else ()
        trail = self._trail((*steps, (one_line(story.title), story.address)))
        return self._graph.whole(
            self._graph.story(story, article.figures, url, article.attachments), self._graph.trail(trail)
        )

    def _trail(self, steps: Iterable[tuple[str, str]]) -> Trail:
        return tuple((words, self._places.absolute(address)) for words, address in (("首页", ""), *steps))

    def _section(self, section: Section) -> Labels:
        if section.id not in self._sections:
            self._sections[section.id] = section_labels(section)
        return self._sections[section.id]

    def _open_graph(
        self, kind: str, title: str, description: str, url: str, shared: Shared | None = None
    ) -> Properties:
        """shared: the picture; by default the column's share image."""
        shared = shared or self._column_card
        picture = shared.rendition
        properties = (
            ("og:type", kind),
            ("og:site_name", self._site.title),
            ("og:locale", "zh_CN"),
            ("og:title", printable(title)),
            ("og:description", printable(description)),
            ("og:url", url),
            ("og:image", self._places.absolute(picture.address)),
            ("og:image:type", picture.media_type),
            ("og:image:width", str(picture.width)),
            ("og:image:height", str(picture.height)),
            ("og:image:alt", shared.words),
        )
        return tuple((name, content) for name, content in properties if content)


def _of_article(story: Story) -> Properties:
    """The properties of an Open Graph article; times in ISO 8601, to the second."""
    properties = [
        ("article:published_time", _iso(story.published)),
        ("article:modified_time", _iso(last_change(story))),
    ]
    properties += [("article:section", story.section.name)] if story.section else []
    properties += [("article:tag", printable(term.name)) for term in story.tags]
    return tuple(properties)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
