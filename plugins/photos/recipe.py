"""The recipe for renditions as one printable value: widths, formats, crops, limits. Rendering is left to `render`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from plugins.newsroom.text.fingerprint import checksum

_VERSION = 1  # increment when the same recipe starts to give other pixels
_LIBRARIES = ("avif", "webp", "jpg", "libjpeg_turbo", "littlecms2", "zlib")


@dataclass(frozen=True, slots=True)
class Curve:
    """A linear function from the texture of a picture to the encoder's setting, clamped to least..most; see `quality`."""

    base: float
    bits: float
    luma: float
    red: float
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Encoding:
    """One file format of the renditions. quality: the target, as perceived (SSIMULACRA2, 1..100); curve: the encoder setting
    to reach it; widest: in pixels; options: further encoder options."""

    media_type: str
    extension: str
    quality: int
    curve: Curve
    widest: int
    options: tuple[tuple[str, object], ...] = ()


Subjects = Literal["covers", "galleries"]


@dataclass(frozen=True, slots=True)
class Crop:
    """A crop for one purpose. ratio: of its sides; widths: ascending, in pixels; subjects: the photos it is made for."""

    purpose: str
    ratio: tuple[int, int]
    widths: tuple[int, ...]
    media_types: tuple[str, ...]
    subjects: Subjects = "covers"

    def window(self, width: int, height: int) -> tuple[int, int]:
        """The largest area of this ratio within a picture of that size, in pixels."""
        across, down = self.ratio
        return min(width, round(height * across / down)), min(height, round(width * down / across))

    def is_whole(self, width: int, height: int) -> bool:
        """Whether a picture of that size already has this ratio, within 1 %."""
        across, down = self.window(width, height)
        return across * down >= 0.99 * width * height

    def sizes(self, width: int, height: int) -> tuple[tuple[int, int], ...]:
        """The sizes of crops of an original of that size, narrowest first. Nothing is enlarged: for a small original the widest
        crop is as large as the original allows, in the right ratio."""
        most, _ = self.window(width, height)
        across, down = self.ratio
        chosen = sorted({min(step, most) for step in self.widths})
        return tuple((step, max(1, round(step * down / across))) for step in chosen)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for originals. Sides and widths in pixels of the upright picture.

    least_width, least_height: below is an error; good_width: below is a warning; most_pixels, most_pixels_jpeg: never
    decoded above (JPEG is decoded at reduced size, so it may be larger); longest_side: of either side; most_scans: of a JPEG,
    each of which covers the whole picture (cameras and editors write up to twelve).
    """

    most_bytes: int = 40 * 1024 * 1024
    most_pixels: int = 50_000_000
    most_pixels_jpeg: int = 120_000_000
    longest_side: int = 30_000
    least_width: int = 320
    least_height: int = 160
    good_width: int = 640
    most_scans: int = 100


@dataclass(frozen=True)
class Recipe:
    """What is made from every original, with the smallest encoding first.

    widths: ascending, in pixels, each at least 1.5 times the one before;
    crowded: a width is left out when the widest one is less than this many times as wide.
    """

    widths: tuple[int, ...]
    encodings: tuple[Encoding, ...]
    crops: tuple[Crop, ...] = ()
    limits: Limits = Limits()
    crowded: float = 1.12

    def steps(self, width: int, encoding: Encoding) -> tuple[int, ...]:
        """The widths made in `encoding` from an original `width` pixels wide, ascending; nothing is ever enlarged."""
        widest = min(width, encoding.widest)
        narrower = (step for step in self.widths if step * self.crowded <= widest)
        return (*narrower, widest)

    def whole_sizes(self, width: int, height: int) -> tuple[tuple[int, int], ...]:
        """The sizes of the whole picture in any format, widest first."""
        widths = {step for encoding in self.encodings for step in self.steps(width, encoding)}
        return tuple((step, max(1, round(height * step / width))) for step in sorted(widths, reverse=True))

    def master_size(self, width: int, height: int) -> tuple[int, int]:
        """The size to decode an original at, large enough for all its renditions, crops included."""
        widest = self.whole_sizes(width, height)[0]
        cuts = (crop.sizes(width, height)[-1][0] / crop.window(width, height)[0] for crop in self.crops)
        scale = max(cuts, default=0)
        return widest if scale * width <= widest[0] else (round(width * scale), max(1, round(height * scale)))

    def encoding_of(self, media_type: str) -> Encoding:
        return next(encoding for encoding in self.encodings if encoding.media_type == media_type)

    def crop_for(self, purpose: str) -> Crop:
        return next(crop for crop in self.crops if crop.purpose == purpose)

    @cached_property
    def digest(self) -> str:
        """64 hex digits that change whenever an original could give other bytes: recipe, code version, libraries."""
        from importlib import metadata  # noqa: PLC0415

        from PIL import __version__ as pillow_version  # noqa: PLC0415  a build without new photos needs no Pillow
        from PIL import features  # noqa: PLC0415

        libraries = (*((name, features.version(name)) for name in _LIBRARIES), metadata.version("pillow-heif"))
        making = (_VERSION, self.widths, self.encodings, self.crops, self.crowded, pillow_version, libraries)
        return checksum(repr(making).encode())


# Widths: a thumbnail, half a phone, a whole phone, a phone or column at double density, a screen. Qualities: no lower than
# Pillow's own WebP and JPEG have in the mean. Curves: least squares on 36 photographs 800 and 35 of them 1280 pixels wide
# (Debian's wallpapers, scikit-image's and scikit-learn's samples); scores deviate by 2.4 (AVIF) and 2.1 (JPEG) points, by 3 to 4
# with one quality for all, which takes 5 to 13 % more bytes for the same lowest tenth. AVIF at speed 9 takes a fraction of the
# time of slower speeds for a tenth more bytes; one thread, because its bytes depend on the number of threads.
STANDARD = Recipe(
    widths=(320, 480, 800, 1280, 2000),
    encodings=(
        Encoding(
            "image/avif",
            "avif",
            quality=77,
            curve=Curve(base=46.8, bits=-15.2, luma=12.6, red=6.1, least=35, most=84),
            widest=2000,
            options=(("speed", 9), ("max_threads", 1)),
        ),
        Encoding(
            "image/jpeg",
            "jpg",
            quality=79,
            curve=Curve(base=71.0, bits=-20.9, luma=11.5, red=4.6, least=40, most=94),
            widest=1280,
            options=(("progressive", True), ("optimize", True), ("subsampling", "4:2:0")),
        ),
    ),
    # Cards for lists: next to text, and across a phone at its pixel density. Gallery: two or three in a row, or one across the
    # page. The others are fetched by programs that read JPEG only (Open Graph; WeChat covers, 900x383 and square).
    crops=(
        Crop("card", (3, 2), (288, 512, 896), ("image/avif", "image/jpeg")),
        Crop("gallery", (3, 2), (320, 512, 800, 1280), ("image/avif", "image/jpeg"), "galleries"),
        Crop("social", (40, 21), (1200,), ("image/jpeg",)),
        Crop("wechat-wide", (900, 383), (900,), ("image/jpeg",)),
        Crop("wechat-square", (1, 1), (500,), ("image/jpeg",)),
    ),
)
