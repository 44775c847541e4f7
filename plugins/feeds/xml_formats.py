"""Writes a Feed as RSS 2.0 or Atom 1.0. The only module that uses feedgen, with workarounds for its quirks.

RSS: Content Module, Dublin Core creator, Media RSS, atom:link and atom:updated; Atom: RFC 4287, Media RSS.
"""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem

from .enclosures import Enclosure
from .entry import Contributor, Entry, Feed, LeadPhoto

_MEDIA = "http://search.yahoo.com/mrss/"
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # last change of an empty feed: feedgen would use the clock
# Roles of the European Broadcasting Union, the default scheme of Media RSS.
_ROLES = {"photo": "photographer", "drawing": "illustrator", "video": "camera operator"}
_WRITERS = {"reporter": "reporter", "correspondent": "correspondent"}


def rss(feed: Feed, address: str) -> bytes:
    """UTF-8 bytes. address: absolute URL of the file itself. Same feed, same bytes."""
    maker = _maker(feed, address, "application/rss+xml")
    maker.load_extension("dc")
    maker.description(feed.description or feed.title)
    maker.language("zh-CN")
    maker.lastBuildDate(feed.updated or _NEVER)
    for entry in feed.entries:
        item = _item(maker, entry)
        item.link(href=entry.url)
        item.guid(entry.identifier, permalink=False)
        # The description is HTML. If it were empty, feedgen would put the whole text there.
        item.description(escape(entry.summary or item.title(), quote=False))
        item.content(entry.content.replace("]]>", "]]&gt;"), type="CDATA")
        if entry.authors:
            # Many feed readers show only one creator, so it lists all; Media RSS has one credit for each.
            item.dc.dc_creator("、".join(name for name, _ in entry.authors))
        if enclosed := _enclosed(entry):
            item.enclosure(enclosed.url, str(enclosed.length), enclosed.media_type)
    return bytes(maker.rss_str(pretty=True))


def atom(feed: Feed, address: str) -> bytes:
    """UTF-8 bytes, as `rss`."""
    maker = _maker(feed, address, "application/atom+xml")
    maker.id(feed.identifier)
    maker.subtitle(feed.description or feed.title)
    maker.language("zh-CN")
    maker.updated(feed.updated or _NEVER)
    maker.author(name=feed.publisher, uri=feed.home)
    for entry in feed.entries:
        item = _item(maker, entry)
        item.id(entry.identifier)
        item.summary(entry.summary)
        item.content(entry.content, type="html")  # for CDATA, feedgen writes a type that Atom does not have
        for name, url in entry.authors:
            item.author({"name": name, **({"uri": url} if url else {})})
    return bytes(maker.atom_str(pretty=True))


def _enclosed(entry: Entry) -> Enclosure | LeadPhoto | None:
    """The single enclosure allowed in RSS 2.0: sound or film, else the photo, else the first file. Media RSS lists all."""
    played = next((file for file in entry.files if file.medium != "document"), None)
    return played or entry.photo or next(iter(entry.files), None)


def _maker(feed: Feed, address: str, media_type: str) -> FeedGenerator:
    maker = FeedGenerator()
    maker.register_extension("media", _Namespace, _Media)
    maker.title(feed.title)
    maker.link(href=address, rel="self", type=media_type)
    maker.link(href=feed.home, rel="alternate")  # the last link becomes the channel's
    maker.generator("")
    return maker


def _item(maker: FeedGenerator, entry: Entry) -> FeedEntry:
    """The elements that both formats share."""
    item = maker.add_entry(order="append")  # the default puts each entry before the last
    item.title(entry.title or entry.identifier)
    item.published(entry.published)
    item.updated(entry.updated)
    for category in entry.categories:
        item.category(term=category)
    item.media.entry = entry
    return item


class _Namespace(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    def extend_ns(self) -> dict[str, str]:
        return {"media": _MEDIA}


class _Media(BaseEntryExtension):  # type: ignore[misc]  # as above
    """Elements that feedgen lacks: roles, the photo with credit and caption, the last change (RSS), link types (Atom)."""

    entry: Entry

    def extend_rss(self, item: object) -> object:
        xml_elem(f"{{{_ATOM}}}updated", item).text = self.entry.updated.isoformat()
        return self._shared(item)

    def extend_atom(self, item: object) -> object:
        photo = self.entry.photo
        xml_elem("link", item, rel="alternate", type="text/html", href=self.entry.url)
        if photo:
            about = {"type": photo.media_type, "length": str(photo.length)}
            xml_elem("link", item, rel="enclosure", href=photo.url, **about)
        for file in self.entry.files:
            about = {"type": file.media_type, "length": str(file.length), "title": file.title}
            xml_elem("link", item, rel="enclosure", href=file.url, **about)
        return self._shared(item)

    def _shared(self, item: object) -> object:
        for person in self.entry.contributors:
            _credit(item, person.name, _role(person))
        photo = self.entry.photo
        if photo:
            shown = {"url": photo.url, "fileSize": str(photo.length), "type": photo.media_type, "medium": "image"}
            content = xml_elem(f"{{{_MEDIA}}}content", item, **shown, width=str(photo.width), height=str(photo.height))
            if photo.credit:
                _credit(content, photo.credit)
            if photo.caption:
                xml_elem(f"{{{_MEDIA}}}description", content, type="plain").text = photo.caption
        for file in self.entry.files:
            shown = {"url": file.url, "fileSize": str(file.length), "type": file.media_type, "medium": file.medium}
            content = xml_elem(f"{{{_MEDIA}}}content", item, **shown)
            xml_elem(f"{{{_MEDIA}}}title", content, type="plain").text = file.title
        return item


def _credit(above: object, name: str, role: str = "") -> None:
    xml_elem(f"{{{_MEDIA}}}credit", above, **({"role": role, "scheme": "urn:ebu"} if role else {})).text = name


def _role(person: Contributor) -> str:
    return _ROLES.get(person.work) or _WRITERS.get(person.role, "author")
