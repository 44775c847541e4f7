"""Orders the share images: one for the column, and one for every story without a visible photo.

A preview has only the first: it is not shared, and every edit of a headline would need another file.
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


def _order(writer: Writer, image: ShareImage, belongs_to: tuple[str, ...]) -> None:
    writer.offer(image.address, partial(_drawn, image), (), belongs_to)  # its name changes with its content


def _drawn(image: ShareImage) -> bytes:
    from .drawing import draw  # noqa: PLC0415  a build without new share images needs no Pillow

    return draw(image)
