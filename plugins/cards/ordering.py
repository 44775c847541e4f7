"""Orders the drawn cards: one for the column, one for every story without a photo that shows.

A preview has only the first: nobody shares it, and a headline that changes while it is written would want another file each time.
"""

from __future__ import annotations

from functools import partial

from plugins.newsroom.column import ownership
from plugins.newsroom.media.photo import cover_of
from plugins.newsroom.pages import share_image
from plugins.newsroom.pages.share_image import ShareImage
from plugins.site.site import Site
from plugins.site.writer import Writer


def order(site: Site, writer: Writer) -> None:
    column = site.column
    facts, stories = column.registries.site, () if column.preview else column.visible
    bare = (brief for brief in stories if not cover_of(site.figures_of(brief), brief.cover))
    _order(writer, share_image.of_column(facts), ())
    for brief in bare:
        _order(writer, share_image.of_story(brief, facts), (ownership.of_story(brief),))


def _order(writer: Writer, card: ShareImage, belongs_to: tuple[str, ...]) -> None:
    writer.offer(card.address, partial(_drawn, card), (), belongs_to)  # its name says what it shows


def _drawn(card: ShareImage) -> bytes:
    from .drawing import draw  # noqa: PLC0415  a build without new cards needs no Pillow

    return draw(card)
