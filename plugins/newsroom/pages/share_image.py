"""Which drawn picture a page without a photo is shared with, and what stands in it. No pixels here: those are in `cards`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..media.photo import Rendition
from ..registry import Site
from ..story.brief import Brief, reference_fingerprint
from ..story.model import Story
from ..text.fingerprint import NAME, digest
from ..text.typography import printable, split_at_gap

FOLDER = "cards/"
WIDTH, HEIGHT = 1200, 630  # pixels: what share previews show whole
_EDITION = 4  # count up when the same words begin to give another picture


@dataclass(frozen=True, slots=True)
class ShareImage:
    """name: differs whenever anything does that is shown; headline; label: the small words above it, "" for none; column: whose
    card it is."""

    name: str
    headline: str
    label: str
    column: str

    @property
    def address(self) -> str:
        return f"{FOLDER}{self.name}.png"

    @property
    def rendition(self) -> Rendition:
        return Rendition(self.address, WIDTH, HEIGHT, "image/png", 100)

    @property
    def lines(self) -> tuple[str, ...]:
        """The halves of the headline."""
        return split_at_gap(printable(self.headline))


def of_column(site: Site) -> ShareImage:
    """The card of every page that has neither a photo nor a headline of its own."""
    words = (site.title, site.portal_name, site.name)
    return ShareImage(_name(words), *words)


def of_story(story: Story | Brief, site: Site) -> ShareImage:
    """The card of a story without a photo. Every build asks for those of ten thousand: most of the name is known already."""
    mention = story.reference_fingerprint if isinstance(story, Brief) else reference_fingerprint(story)
    label = story.section.name if story.section else ""
    return ShareImage(f"{mention}-{_name((label, site.title))}", story.title, label, site.title)


@lru_cache(maxsize=256)
def _name(words: tuple[str, ...]) -> str:
    return digest((_EDITION, words), NAME)
