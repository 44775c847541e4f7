"""A rendition to make from an original, with everything its bytes depend on. Making it is left to `render`."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.media.photo import Rendition

from .notice import Notice

_ON_PAGES = ("", "card", "gallery")

Focus = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Shot:
    """notice: the metadata it carries; focus: centre of the crop as (x, y), each 0..1; None for the whole picture, and where
    not given."""

    rendition: Rendition
    notice: Notice
    focus: Focus = None

    @property
    def is_inscribed(self) -> bool:
        """Whether its pixels must be marked as AI-generated, because it is shown without a page around it."""
        return self.notice.is_generated and self.rendition.purpose not in _ON_PAGES

    @property
    def negative(self) -> str:
        """The cache name of its bytes without the notice, unique among the renditions of one original."""
        shown, suffix = self.rendition, self.rendition.address.rpartition(".")[2]
        around = "-{:g}-{:g}".format(*self.focus) if self.focus else ""
        return f"{shown.purpose or 'whole'}{around}{'-ai' if self.is_inscribed else ''}-{shown.width}.{suffix}"
