"""One rendition to be made of an original, with all that its bytes depend on. Making it is left to `render`."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.media.photo import Rendition

from .notice import Notice

_ON_PAGES = ("", "card", "gallery")

Focus = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Shot:
    """notice: the words it carries; focus: (x, y), each 0..1, what a cut is made around; None for the whole picture, and
    where nobody said."""

    rendition: Rendition
    notice: Notice
    focus: Focus = None

    @property
    def is_inscribed(self) -> bool:
        """Whether its pixels must say that a machine drew it: no page stands around it to say so."""
        return self.notice.is_generated and self.rendition.purpose not in _ON_PAGES

    @property
    def negative(self) -> str:
        """A name for its bytes without the notice, among all that are made of one original."""
        shown, suffix = self.rendition, self.rendition.address.rpartition(".")[2]
        around = "-{:g}-{:g}".format(*self.focus) if self.focus else ""
        return f"{shown.purpose or 'whole'}{around}{'-ai' if self.is_inscribed else ''}-{shown.width}.{suffix}"
