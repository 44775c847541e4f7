"""Draws a card with Pillow, in a font that comes as a package, so that the bytes do not depend on the machine."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from plugins.newsroom.cards import HEIGHT, WIDTH, Card

_FONT, _SIMPLIFIED = files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc", 2
_PAPER = (250, 247, 240)  # the colours are those of tokens.css
# From top to bottom: where a band ends, in pixels, and what its writing is in: cinnabar, ink, ochre, bronze.
_BANDS = ((100, (163, 48, 29)), (490, (35, 30, 24)), (536, (185, 141, 82)), (HEIGHT, (53, 96, 79)))
_SHADES = 16  # from paper to full colour
_MARGIN = 84
_SIZES = (104, 92, 80, 70, 60, 52)  # of the headline, tried in turn
_LEADING = 1.35
_TOP, _BOTTOM = 112, 484  # between which the headline stands
_NOT_FIRST = frozenset("，。、；：？！”’）》〉」』】…—·,.;:?!)")  # GB/T 15834: these do not begin a line


def draw(card: Card) -> bytes:
    """PNG bytes. Same card, same bytes."""
    picture = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(picture)
    pen.text((_MARGIN, 84), card.label, 255, _font(40, 600), anchor="ls")
    _draw_headline(pen, card.lines)
    for top, width in ((502, 2), (514, 4), (528, 2)):  # courses of rammed earth
        pen.line(((0, top), (WIDTH, top)), 255, width)
    pen.text((_MARGIN, 586), card.column, 255, _font(36, 500), anchor="ls")
    _colour(picture)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def _draw_headline(pen: ImageDraw.ImageDraw, halves: Iterable[str]) -> None:
    size, lines = _set(halves)
    leading = size * _LEADING
    base = (_TOP + _BOTTOM - leading * len(lines)) / 2 + size
    for number, line in enumerate(lines):
        pen.text((_MARGIN, round(base + number * leading)), line, 255, _font(size, 800), anchor="ls")


def _colour(picture: Image.Image) -> None:
    """Give each band of the grey drawing its colour, in place: one palette with a few shades of each."""
    palette: list[int] = []
    top = 0
    for number, (bottom, colour) in enumerate(_BANDS):
        shades = [number * _SHADES + grey * _SHADES // 256 for grey in range(256)]
        picture.paste(picture.crop((0, top, WIDTH, bottom)).point(shades), (0, top))
        for step in range(_SHADES):
            palette += (round(p + (c - p) * step / (_SHADES - 1)) for p, c in zip(_PAPER, colour, strict=True))
        top = bottom
    picture.putpalette(palette)


def _set(halves: Iterable[str]) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the headline fits, and its lines; at the smallest, the last line is cut."""
    halves = tuple(halves)
    for size in _SIZES:
        lines = tuple(line for half in halves for line in _broken(half, size))
        most = int((_BOTTOM - _TOP) / (size * _LEADING))
        if len(lines) <= most:
            return size, lines
    return size, (*lines[: most - 1], lines[most - 1][:-1] + "…")


def _broken(text: str, size: int) -> Iterator[str]:
    """`text` in lines that fit, as even as they come."""
    font, room = _font(size, 800), WIDTH - 2 * _MARGIN
    line = ""
    for character in text:
        if line and font.getlength(line + character) > room and character not in _NOT_FIRST:
            yield line
            line = ""
        line += character
    yield line


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(_FONT), size, _SIMPLIFIED, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
