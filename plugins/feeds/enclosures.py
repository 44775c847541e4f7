"""Attachments in feeds: as links or players in the text, and as enclosures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text.typography import printable


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One file. url: absolute; length: in bytes; medium: document, audio or video, as in Media RSS."""

    url: str
    media_type: str
    length: int
    title: str
    medium: str


def enclosures(attachments: Sequence[Attachment], places: Urls) -> tuple[Enclosure, ...]:
    """Every file once, in text order."""
    found: dict[str, Enclosure] = {}
    for file in filter(lambda file: file.address, attachments):
        kind, title = file.use.kind, printable(file.use.words)
        url = places.absolute(file.address)
        found.setdefault(url, Enclosure(url, kind.media_type, file.size, title, kind.medium.value))
    return tuple(found.values())


def linked(file: Attachment, words: str, places: Urls) -> str:
    """The HTML in the text: a link with type and size; for sound and film, a player above it. words: HTML of the link text."""
    words = words or escape(file.use.words)
    if not file.address:
        return words
    link = f'<a href="{escape(places.absolute(file.address))}">{words}（{escape(file.about)}）</a>'
    return _played(file, link, places) if file.use.is_player else link


def _played(file: Attachment, link: str, places: Urls) -> str:
    use = file.use
    tag = use.kind.medium.value
    poster = f' poster="{escape(places.absolute(file.poster.fallback.address))}"' if file.poster else ""
    size = f' width="{file.width}" height="{file.height}"' if file.width else ""
    credit = f" {escape(use.credit)}" if use.credit else ""
    source = f'src="{escape(places.absolute(file.address))}"'
    spoken = "".join(f"<p>{escape(line)}</p>" for line in file.transcript)
    return (
        f'<figure><{tag} controls preload="none" {source}{poster}{size}></{tag}>'
        f"<figcaption>{link}{credit}</figcaption></figure>" + (f"<p>文字稿：</p>{spoken}" if spoken else "")
    )
