"""The shapes of a photo on its way to a page: how a story uses it, how it is set. No pixels here: those are in `photos`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from ..findings.problems import Place
from ..text.fingerprint import digest


@dataclass(frozen=True)
class PhotoDetail:
    """What 图片: says of one file. Empty means not said. focus: (x, y), each 0..1 from the top left corner.

    expires: the instant (aware, Asia/Shanghai) from which it may not be shown; expires_place: where that is written.
    """

    file: str
    caption: str = ""
    credit: str = ""
    alternative: str = ""
    focus: tuple[float, float] | None = None
    licence: str = ""
    expires: datetime | None = None
    ai_generated: bool = False
    place: Place | None = None
    expires_place: Place | None = None


class Maker(NamedTuple):
    """Whom a credit names. role, does, provided: as `byline.Contributor` has them."""

    name: str
    role: str
    does: tuple[str, ...]
    provided: bool


@dataclass(frozen=True)
class Credit:
    """Who made a photo, read once. text: as printed under it ("张三 摄"); is_doubtful: whether a part of it was not understood."""

    text: str = ""
    makers: tuple[Maker, ...] = ()
    is_doubtful: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Whom or what it names, in whatever form and order it does."""
        return frozenset(maker.name for maker in self.makers)


@dataclass(frozen=True)
class PhotoUse:
    """One photo in one story, in the order of the text.

    file: name relative to the story's folder; path: POSIX path below the content folder;
    alternative: the text alternative (WCAG 1.1.1);
    in_gallery: whether it stands in the text among several; in_text: False for a 封面 that the text does not show; is_poster: whether it
    is what a film shows before it is played.
    """

    file: str
    path: str
    caption: str
    credited: Credit
    alternative: str
    place: Place
    detail: PhotoDetail | None = None
    ai_generated: bool = False
    in_gallery: bool = False
    in_text: bool = True
    is_poster: bool = False

    @property
    def credit(self) -> str:
        """Who made it, as printed under it."""
        return self.credited.text

    @property
    def licence(self) -> str:
        """许可, as the editor wrote it."""
        return self.detail.licence if self.detail else ""

    @property
    def ends(self) -> datetime | None:
        """The instant from which it may not be shown; None when that was not said."""
        return self.detail.expires if self.detail else None


@dataclass(frozen=True)
class Rendition:
    """One published file made from an original. address: site-relative POSIX path; sizes in pixels.

    quality: 1..100, as the eye judges it (SSIMULACRA2); purpose: "" for the whole picture, for a cut of it "card" or
    "gallery" (both 3:2), "social" (1200x630), "wechat-wide" (2.35:1) or "wechat-square" (1:1).
    """

    address: str
    width: int
    height: int
    media_type: str
    quality: int
    purpose: str = ""


@dataclass(frozen=True)
class Figure:
    """A photo ready to be set: width, height of the upright original; renditions by media type, lightest format first.

    crops: cuts around the focus, of covers and of photos in a gallery; placeholder: a word of `placeholder.PALETTE`, the colour of the whole.
    A photo that may not be shown any longer has width 0 and no renditions. So has one that cannot be used; its error stops
    the build before a page is made of it.
    """

    use: PhotoUse
    width: int
    height: int
    renditions: tuple[Rendition, ...]
    crops: tuple[Rendition, ...] = ()
    placeholder: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether pages print it. Of one that is not they print nothing: no picture, no caption, no gap."""
        return bool(self.renditions)

    def of_type(self, media_type: str) -> tuple[Rendition, ...]:
        """Renditions of one media type, narrowest first."""
        chosen = (r for r in self.renditions if r.media_type == media_type)
        return tuple(sorted(chosen, key=lambda r: r.width))

    def crops_for(self, purpose: str, media_type: str) -> tuple[Rendition, ...]:
        """Cuts for one purpose in one media type, narrowest first; none where none is made."""
        chosen = (r for r in self.crops if (r.purpose, r.media_type) == (purpose, media_type))
        return tuple(sorted(chosen, key=lambda r: r.width))

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types there are, in the order a browser should try them."""
        return tuple(dict.fromkeys(r.media_type for r in self.renditions))

    @property
    def fallback(self) -> Rendition:
        """The rendition for a plain `src`: of the last media type, the widest that is at most 1280 pixels wide."""
        offered = self.of_type(self.media_types[-1])
        return next((r for r in reversed(offered) if r.width <= 1280), offered[0])

    @property
    def largest(self) -> Rendition:
        """The widest rendition that every browser can show by itself."""
        return self.of_type(self.media_types[-1])[-1]

    def cut(self, purpose: str) -> Figure:
        """The photo as it is cut for `purpose`, the whole where there is no such cut."""
        chosen = tuple(crop for crop in self.crops if crop.purpose == purpose)
        widest = max(chosen, key=lambda crop: crop.width, default=None)
        return replace(self, width=widest.width, height=widest.height, renditions=chosen) if widest else self

    @property
    def fingerprint(self) -> str:
        """Changes whenever anything does that a page can print of the photo."""
        shown = self.use
        words = (shown.caption, shown.credit, shown.alternative, shown.licence, shown.ai_generated, shown.path)
        return digest((words, self.width, self.height, self.renditions, self.crops, self.placeholder))

    @property
    def is_tall(self) -> bool:
        return self.height > self.width


def cover_of(figures: Sequence[Figure], chosen: int | None) -> Figure | None:
    """What stands for a story on lists: the chosen photo, or the first one left when that is not shown any longer."""
    if chosen is None or not figures:
        return None
    return next((figure for figure in (figures[chosen], *figures) if figure.is_shown), None)
