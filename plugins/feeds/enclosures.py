"""The files that a story offers, as feeds tell of them: in the text, and as enclosures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text.typography import printable


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One file. url: absolute; length: in bytes; medium: document, audio or video, as Media RSS says."""

    url: str
    media_type: str
    length: int
    title: str
    medium: str


def enclosures(attachments: Sequence[Attachment], places: Urls) -> tuple[Enclosure, ...]:
    """Every file once, in the order of the text."""
    found: dict[str, Enclosure] = {}
    for one in filter(lambda one: one.address, attachments):
        kind, title = one.use.kind, printable(one.use.words)
        url = places.absolute(one.address)
        found.setdefault(url, Enclosure(url, kind.media_type, one.size, title, kind.medium.value))
    return tuple(found.values())


def linked(file: Attachment, words: str, places: Urls) -> str:
    """What stands in the text: a link with type and size, sound and film as players with one below. words: the HTML of the link."""
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
