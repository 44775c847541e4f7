"""Orders the feeds of the column and of its lists, the OPML of all, and the page that explains how to subscribe.

How a feed looks is left to the formats, how a text looks to `full_text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from plugins.newsroom.column.column import Column
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.pages.listing import Listing, Signpost
from plugins.newsroom.pages.urls import Places
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text import addresses
from plugins.newsroom.text.fingerprint import digest

from .qr import qr

Stories = Sequence[Brief]
_KINDS = (("section", "版块"), ("project", "项目"), ("unit", "单位"), ("person", "作者"))


class FeedsGenerator:
    """Makes files only. No story is opened before a feed is made that holds it, and then once for all its feeds."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.settings = settings
        self.column: Column = settings["COLUMN"]
        self.site = self.column.registries.site
        self.places = Places(settings["SITEURL"])
        self._entries: dict[str, Any] = {}
        self._editions: dict[str, tuple[str, ...]] = {}

    def generate_output(self, writer: Any) -> None:
        listings = self.settings["LISTINGS"]
        whole = Signpost("", self.site.title, "")
        self._order(writer, whole, self.site.description, self.column.visible[: self.settings["FEED_SIZE"]])
        followed = [listing for listing in listings if listing.kind in dict(_KINDS)]
        for listing in followed:
            newest = tuple(listed.story for listed in listing.stories[: self.settings["LIST_FEED_SIZE"]])
            name = Signpost(listing.id, f"{listing.title} - {self.site.name}", listing.address)
            self._order(writer, name, listing.description or f"{self.site.title}：{listing.title}", newest)
        groups = tuple((heading, tuple(self._named(followed, kind))) for kind, heading in _KINDS)
        self._order_opml(writer, groups)
        self._order_page(writer, groups)

    def _named(self, listings: Iterable[Listing], kind: str) -> Iterable[Signpost]:
        return (listing.signpost for listing in listings if listing.kind == kind)

    def _order(self, writer: Any, page: Signpost, description: str, stories: Stories) -> None:
        """The feed of one page in all formats. page: whose stories it brings; its address is the feed's folder."""
        told = digest((page, description, self.site.title))
        depends = (told, *(text for story in stories for text in self._editions_of(story)))
        for name, make in _FORMATS.items():
            writer.offer(page.address + name, partial(self._made, make, name, page, description, stories), depends)

    def _editions_of(self, brief: Brief) -> tuple[str, ...]:
        """Texts that change whenever a feed would say something else of the story."""
        if brief.source not in self._editions:
            linked = (story.address if story else "" for story in self.column.relations[brief.source].linked)
            figures = (figure.edition for figure in self.settings["FIGURES"].get(brief.source, ()))
            files = (file.edition for file in self.settings["ATTACHMENTS"].get(brief.source, ()))
            self._editions[brief.source] = (brief.edition, *linked, *figures, *files)
        return self._editions[brief.source]

    def _made(
        self, make: Callable[[Any, str], bytes], name: str, page: Signpost, description: str, stories: Stories
    ) -> bytes:
        from .entry import Feed  # noqa: PLC0415

        feed = Feed(
            title=page.title,
            description=description,
            home=self.places.absolute(page.address),
            address=page.address,
            publisher=self.site.title,
            entries=tuple(map(self._entry, stories)),
        )
        return make(feed, self.places.absolute(page.address + name))

    def _entry(self, brief: Brief) -> Any:
        from .entry import entry  # noqa: PLC0415

        if brief.source in self._entries:
            return self._entries[brief.source]
        column, figures = self.column, self.settings["FIGURES"].get(brief.source, ())
        story, relations = column.story(brief.source), column.relations[brief.source]
        made = entry(story, figures, relations, self.places, self.settings["LENGTH_OF"], self._attachments(brief))
        if not column.preview:  # there a story may change while the orders stay
            self._entries[brief.source] = made
        return made

    def _attachments(self, brief: Brief) -> tuple[Attachment, ...]:
        figures = self.settings["FIGURES"].get(brief.source, ())
        return tuple(one.with_poster(figures) for one in self.settings["ATTACHMENTS"].get(brief.source, ()))

    def _order_opml(self, writer: Any, groups: Sequence[tuple[str, Sequence[Signpost]]]) -> None:
        def outline(page: Signpost) -> tuple[str, str, str]:
            absolute = self.places.absolute
            return page.title, absolute(page.address + addresses.FEED), absolute(page.address)

        column = outline(Signpost("", self.site.title, ""))
        named = tuple((heading, tuple(map(outline, pages))) for heading, pages in groups)
        make = partial(_opml, self.site.title, column, named)
        writer.offer(addresses.FEEDS, make, (digest((self.site.title, groups)),))

    def _order_page(self, writer: Any, groups: Sequence[tuple[str, Sequence[Signpost]]]) -> None:
        """The page that explains, with a QR code for the column and for each section."""
        sections = groups[0][1]
        codes = {
            page.address: f"{addresses.SUBSCRIBE}{page.id or 'all'}.svg" for page in (Signpost("", "", ""), *sections)
        }
        for address, file in codes.items():
            url = self.places.absolute(address + addresses.FEED)
            writer.offer(file, partial(qr, url), ())
        writer.offer_page(
            addresses.SUBSCRIBE, "subscribe", partial(dict, groups=groups, codes=codes), (digest(groups),)
        )


def _rss(feed: Any, address: str) -> bytes:
    from .xml_formats import rss  # noqa: PLC0415  feedgen and lxml take as long to load as a feed to write

    return rss(feed, address)


def _atom(feed: Any, address: str) -> bytes:
    from .xml_formats import atom  # noqa: PLC0415

    return atom(feed, address)


def _opml(*told: Any) -> bytes:
    from .opml import opml  # noqa: PLC0415  as above

    return opml(*told)


def _json(feed: Any, address: str) -> bytes:
    from .json_format import json_feed  # noqa: PLC0415

    return json_feed(feed, address)


_FORMATS: dict[str, Callable[[Any, str], bytes]] = {
    addresses.FEED: _rss,
    addresses.ATOM_FEED: _atom,
    addresses.JSON_FEED: _json,
}
