"""Writes a Feed as JSON Feed 1.1."""

from __future__ import annotations

import json

from .enclosures import Enclosure
from .entry import Entry, Feed, LeadPhoto


def json_feed(feed: Feed, address: str) -> bytes:
    """UTF-8 bytes. address: absolute URL of the file itself. Same feed, same bytes."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "description": feed.description or feed.title,
        "language": "zh-CN",
        "authors": [{"name": feed.publisher, "url": feed.home}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return (json.dumps(document, ensure_ascii=False) + "\n").encode()


def _item(entry: Entry) -> dict[str, object]:
    photo = entry.photo
    return _full(
        {
            "id": entry.identifier,
            "url": entry.url,
            "external_url": entry.original,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.content,
            "image": photo.url if photo else "",
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
            "authors": [_full({"name": name, "url": url}) for name, url in entry.authors],
            "tags": list(entry.categories),
            "language": "zh-CN",
            "attachments": [*map(_photo, filter(None, [photo])), *map(_file, entry.files)],
            "_newsroom": _newsroom(entry),
        }
    )


def _photo(photo: LeadPhoto) -> dict[str, object]:
    return _full(
        {"url": photo.url, "mime_type": photo.media_type, "title": photo.caption, "size_in_bytes": photo.length}
    )


def _file(file: Enclosure) -> dict[str, object]:
    return {"url": file.url, "mime_type": file.media_type, "title": file.title, "size_in_bytes": file.length}


def _newsroom(entry: Entry) -> dict[str, object]:
    """An extension for what JSON Feed lacks: roles, the source, the photo's credit."""
    return _full(
        {
            "contributors": [
                _full({"name": who.name, "title": who.title, "role": who.role, "work": who.work})
                for who in entry.contributors
            ],
            "source": entry.origin,
            "image_credit": entry.photo.credit if entry.photo else "",
            "image_caption": entry.photo.caption if entry.photo else "",
        }
    )


def _full(values: dict[str, object]) -> dict[str, object]:
    """`values` without the empty ones."""
    return {name: value for name, value in values.items() if value not in ("", [], {})}
