"""Which pages are shared with a drawn picture, and what stands in it: those without a photo. No pixels here: those are in `cards`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from .column import Column
from .fingerprint import digest
from .photo import Rendition
from .registry import Site
from .typography import printable, split_at_gap

FOLDER = "cards/"
WIDTH, HEIGHT = 1200, 630  # pixels: what share previews show whole
_EDITION = 1  # count up when the same words begin to give another picture


@dataclass(frozen=True, slots=True)
class Card:
    """lines: the halves of the headline; label: the small words above it, "" for none; column: whose card it is."""

    lines: tuple[str, ...]
    label: str
    column: str

    @property
    def rendition(self) -> Rendition:
        name = digest((_EDITION, self.lines, self.label, self.column))[:12]
        return Rendition(f"{FOLDER}{name}.png", WIDTH, HEIGHT, "image/png", 100)


def of_column(site: Site) -> Card:
    """The card of every page that has neither a photo nor one of its own."""
    return Card((printable(site.title),), printable(site.portal_name), printable(site.name))


def of_stories(column: Column, most: int) -> Mapping[str, Card]:
    """By source, the newest `most` stories without a photo: to draw one for each of ten thousand would take longer than all pages.

    A preview has none: nobody shares it, and a headline that changes while it is written would want another file each time.
    """
    if column.preview:
        return {}
    column_name = printable(column.registries.site.title)
    bare = (brief for brief in column.visible if brief.cover is None)
    return {
        brief.source: Card(
            split_at_gap(printable(brief.title)), brief.section.name if brief.section else "", column_name
        )
        for brief in islice(bare, most)
    }
