"""The drawn share image of a page without a photo: its name and the words on it. Drawing the pixels is left to `share_images`."""

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
WIDTH, HEIGHT = 1200, 630  # pixels: the size that link previews show uncropped
_VERSION = 4  # increase when the same words start to give a different picture


@dataclass(frozen=True, slots=True)
class ShareImage:
    """name: differs whenever anything shown does; headline; label: the small words above it, "" for none; column: the title of
    the column."""

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
        """The headline in one or two lines."""
        return split_at_gap(printable(self.headline))


def of_column(site: Site) -> ShareImage:
    """The share image of every page that has neither a photo nor its own headline."""
    words = (site.title, site.portal_name, site.name)
    return ShareImage(_name(words), *words)


def of_story(story: Story | Brief, site: Site) -> ShareImage:
    """The share image of a story without a photo. Every build asks for ten thousand: most of the name is already computed."""
    fingerprint = story.reference_fingerprint if isinstance(story, Brief) else reference_fingerprint(story)
    label = story.section.name if story.section else ""
    return ShareImage(f"{fingerprint}-{_name((label, site.title))}", story.title, label, site.title)


@lru_cache(maxsize=256)
def _name(words: tuple[str, ...]) -> str:
    return digest((_VERSION, words), NAME)
