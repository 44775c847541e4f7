"""The values of a photo, from its use in a story to the figure on a page. Pixels are left to `photos`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from ..findings.problems import Place
from ..text.fingerprint import digest


@dataclass(frozen=True)
class PhotoDetail:
    """The details of one file under 图片. Empty means not given. focus: (x, y), each 0..1 from the top left corner.

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
    """A person or body named in a credit. role, does, provided: as in `byline.Contributor`."""

    name: str
    role: str
    does: tuple[str, ...]
    provided: bool


@dataclass(frozen=True)
class Credit:
    """A parsed photo credit. text: as printed under it ("张三 摄"); is_doubtful: whether a part of it was not understood."""

    text: str = ""
    makers: tuple[Maker, ...] = ()
    is_doubtful: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The names in it, regardless of its form and order."""
        return frozenset(maker.name for maker in self.makers)


@dataclass(frozen=True)
class PhotoUse:
    """One photo in one story, in the order of the text.

    file: name relative to the story's folder; path: POSIX path below the content folder;
    alternative: the text alternative (WCAG 1.1.1);
    in_gallery: whether it is one of several photos together in the text; in_text: False for a 封面 that the text does not
    show; is_poster: whether it is the poster of a film.
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
        """The credit as printed under it."""
        return self.credited.text

    @property
    def licence(self) -> str:
        """许可, as the editor wrote it."""
        return self.detail.licence if self.detail else ""

    @property
    def ends(self) -> datetime | None:
        """The instant from which it may not be shown; None if there is none."""
        return self.detail.expires if self.detail else None


@dataclass(frozen=True)
class Rendition:
    """One published file made from an original. address: site-relative POSIX path; sizes in pixels.

    quality: 1..100, perceptual (SSIMULACRA2); purpose: "" for the whole picture; for a crop "card" or "gallery" (both
    3:2), "social" (1200x630), "wechat-wide" (2.35:1) or "wechat-square" (1:1).
    """

    address: str
    width: int
    height: int
    media_type: str
    quality: int
    purpose: str = ""


@dataclass(frozen=True)
class Figure:
    """A photo ready for a page: width, height of the upright original; renditions by media type, the most compact first.

    crops: crops around the focus, for covers and gallery photos; placeholder: a key of `placeholder.PALETTE`, the average
    colour. A photo that may no longer be shown has width 0 and no renditions. So has one that cannot be used; its error
    stops the build before any page shows it.
    """

    use: PhotoUse
    width: int
    height: int
    renditions: tuple[Rendition, ...]
    crops: tuple[Rendition, ...] = ()
    placeholder: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether pages show it. If not, they show nothing at all: no picture, no caption, no gap."""
        return bool(self.renditions)

    def of_type(self, media_type: str) -> tuple[Rendition, ...]:
        """The renditions of one media type, narrowest first."""
        chosen = (r for r in self.renditions if r.media_type == media_type)
        return tuple(sorted(chosen, key=lambda r: r.width))

    def crops_for(self, purpose: str, media_type: str) -> tuple[Rendition, ...]:
        """The crops for one purpose in one media type, narrowest first; () if there are none."""
        chosen = (r for r in self.crops if (r.purpose, r.media_type) == (purpose, media_type))
        return tuple(sorted(chosen, key=lambda r: r.width))

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types of the renditions, in the order a browser should try them."""
        return tuple(dict.fromkeys(r.media_type for r in self.renditions))

    @property
    def fallback(self) -> Rendition:
        """The rendition for a plain `src`: of the last media type, the widest that is at most 1280 pixels wide."""
        offered = self.of_type(self.media_types[-1])
        return next((r for r in reversed(offered) if r.width <= 1280), offered[0])

    @property
    def largest(self) -> Rendition:
        """The widest rendition in the format that every browser supports."""
        return self.of_type(self.media_types[-1])[-1]

    def cut(self, purpose: str) -> Figure:
        """The photo cropped for `purpose`, or the whole photo if there is no such crop."""
        chosen = tuple(crop for crop in self.crops if crop.purpose == purpose)
        widest = max(chosen, key=lambda crop: crop.width, default=None)
        return replace(self, width=widest.width, height=widest.height, renditions=chosen) if widest else self

    @property
    def fingerprint(self) -> str:
        """A hash over everything a page can show of the photo."""
        use = self.use
        words = (use.caption, use.credit, use.alternative, use.licence, use.ai_generated, use.path)
        return digest((words, self.width, self.height, self.renditions, self.crops, self.placeholder))

    @property
    def is_tall(self) -> bool:
        return self.height > self.width


def cover_of(figures: Sequence[Figure], chosen: int | None) -> Figure | None:
    """The photo that represents a story on lists: the chosen one, or the first that is shown if that one no longer is."""
    if chosen is None or not figures:
        return None
    return next((figure for figure in (figures[chosen], *figures) if figure.is_shown), None)
