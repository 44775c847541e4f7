"""Orders the feeds of the column and of its lists, the OPML of all, and the page that explains how to subscribe.

The format modules write the feeds, `full_text` the HTML of a story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from plugins.newsroom.pages.listing import Listing, Signpost
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text import addresses
from plugins.newsroom.text.fingerprint import digest
from plugins.site.site import Site
from plugins.site.writer import Writer

from .qr import qr

if TYPE_CHECKING:
    from .entry import Entry, Feed
    from .opml import Outline

Stories = Sequence[Brief]
Format = Callable[["Feed", str], bytes]  # (feed, its own absolute address) -> file
_KINDS = (("section", "版块"), ("project", "项目"), ("unit", "单位"), ("person", "作者"))


def order(site: Site, writer: Writer) -> None:
    _Feeds(site).order(writer)


class _Feeds:
    """Stories are opened only when a feed that contains them is made, and once for all its feeds."""

    def __init__(self, site: Site) -> None:
        self._site, self._column, self._urls = site, site.column, site.urls
        self._facts = site.column.registries.site
        self._entries: dict[str, Entry] = {}
        self._fingerprints: dict[str, tuple[str, ...]] = {}

    def order(self, writer: Writer) -> None:
        facts, sizes = self._facts, self._site.configuration
        whole = Signpost("", facts.title, "")
        self._order(writer, whole, facts.description, self._column.visible[: sizes.feed_size])
        followed = [listing for listing in self._site.listings if listing.kind in dict(_KINDS)]
        for listing in followed:
            newest = tuple(listed.brief for listed in listing.stories[: sizes.list_feed_size])
            name = Signpost(listing.id, f"{listing.title} - {facts.name}", listing.address)
            self._order(writer, name, listing.description or f"{facts.title}：{listing.title}", newest)
        groups = tuple((heading, tuple(self._named(followed, kind))) for kind, heading in _KINDS)
        self._order_opml(writer, groups)
        self._order_page(writer, groups)

    def _named(self, listings: Iterable[Listing], kind: str) -> Iterable[Signpost]:
        return (listing.signpost for listing in listings if listing.kind == kind)

    def _order(self, writer: Writer, page: Signpost, description: str, stories: Stories) -> None:
        """Order the feed of one page in all formats. page: the list with its stories, whose address is the feed's folder."""
        heading = digest((page, description, self._facts.title))
        depends = (heading, *(text for story in stories for text in self._fingerprints_of(story)))
        for name, make in _FORMATS.items():
            writer.offer(page.address + name, partial(self._made, make, name, page, description, stories), depends)

    def _fingerprints_of(self, brief: Brief) -> tuple[str, ...]:
        """Strings that change whenever the story's entry would."""
        if brief.source not in self._fingerprints:
            linked = (story.address if story else "" for story in self._column.relations[brief.source].linked)
            figures = (figure.fingerprint for figure in self._site.figures.get(brief.source, ()))
            files = (file.fingerprint for file in self._site.attachments.get(brief.source, ()))
            self._fingerprints[brief.source] = (brief.fingerprint, *linked, *figures, *files)
        return self._fingerprints[brief.source]

    def _made(self, make: Format, name: str, page: Signpost, description: str, stories: Stories) -> bytes:
        from .entry import Feed  # noqa: PLC0415  only needed when a feed is made

        feed = Feed(
            title=page.title,
            description=description,
            home=self._urls.absolute(page.address),
            address=page.address,
            publisher=self._facts.title,
            entries=tuple(map(self._entry, stories)),
        )
        return make(feed, self._urls.absolute(page.address + name))

    def _entry(self, brief: Brief) -> Entry:
        from .entry import entry  # noqa: PLC0415  as above

        if brief.source in self._entries:
            return self._entries[brief.source]
        site, column = self._site, self._column
        story, relations = column.story(brief.source), column.relations[brief.source]
        made = entry(story, site.figures_of(brief), relations, self._urls, site.length_of, site.attachments_of(brief))
        if not column.preview:  # in a preview a story may change while the orders stay
            self._entries[brief.source] = made
        return made

    def _order_opml(self, writer: Writer, groups: Sequence[tuple[str, Sequence[Signpost]]]) -> None:
        def outline(page: Signpost) -> tuple[str, str, str]:
            absolute = self._urls.absolute
            return page.title, absolute(page.address + addresses.FEED), absolute(page.address)

        column = outline(Signpost("", self._facts.title, ""))
        named = tuple((heading, tuple(map(outline, pages))) for heading, pages in groups)
        make = partial(_opml, self._facts.title, column, named)
        writer.offer(addresses.FEEDS, make, (digest((self._facts.title, groups)),))

    def _order_page(self, writer: Writer, groups: Sequence[tuple[str, Sequence[Signpost]]]) -> None:
        """Order the page on how to subscribe, with a QR code for the column and for each section."""
        sections = groups[0][1]
        codes = {
            page.address: f"{addresses.SUBSCRIBE}{page.id or 'all'}.svg" for page in (Signpost("", "", ""), *sections)
        }
        for address, file in codes.items():
            url = self._urls.absolute(address + addresses.FEED)
            writer.offer(file, partial(qr, url), ())
        writer.offer_page(
            addresses.SUBSCRIBE, "subscribe", partial(dict, groups=groups, codes=codes), (digest(groups),)
        )


def _rss(feed: Feed, address: str) -> bytes:
    from .xml_formats import rss  # noqa: PLC0415  importing feedgen and lxml takes as long as writing a feed

    return rss(feed, address)


def _atom(feed: Feed, address: str) -> bytes:
    from .xml_formats import atom  # noqa: PLC0415

    return atom(feed, address)


def _opml(title: str, column: Outline, groups: Iterable[tuple[str, Iterable[Outline]]]) -> bytes:
    from .opml import opml  # noqa: PLC0415  as above

    return opml(title, column, groups)


def _json(feed: Feed, address: str) -> bytes:
    from .json_format import json_feed  # noqa: PLC0415

    return json_feed(feed, address)


_FORMATS: dict[str, Format] = {
    addresses.FEED: _rss,
    addresses.ATOM_FEED: _atom,
    addresses.JSON_FEED: _json,
}
