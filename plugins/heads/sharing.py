"""Chooses the picture shown when a page is shared; the only place that decides this."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.media.photo import Figure, Rendition
from plugins.newsroom.pages.share_image import ShareImage
from plugins.newsroom.text.typography import printable


@dataclass(frozen=True, slots=True)
class Shared:
    """rendition: the file; words: its text alternative."""

    rendition: Rendition
    words: str


def of_photo(cover: Figure) -> Shared:
    """The crop of a story's cover for sharing and labels, which only covers have; else the whole picture."""
    cuts = cover.crops_for("social", cover.fallback.media_type)
    return Shared(cuts[-1] if cuts else cover.fallback, printable(cover.use.alternative))


def of_card(card: ShareImage) -> Shared:
    return Shared(card.rendition, " ".join(card.lines))
