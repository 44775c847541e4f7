"""Draws a card in a font that comes as a package, so that it looks the same on every machine.

Every story may ask for one: what many cards share is drawn once by Pillow, a glyph too, and put together as `png` keeps rows.
Four colours have no steps between them; cards are shown at half their size or on fine screens, so that nobody sees it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from plugins.newsroom.cards import HEIGHT, WIDTH, Card
from plugins.newsroom.typeface import FILE, SIMPLIFIED
from plugins.newsroom.typography import printable

from .png import Rows, packed, png

_PAPER, _INK, _CINNABAR, _BRONZE = range(4)
_PALETTE = bytes((250, 247, 240, 35, 30, 24, 163, 48, 29, 53, 96, 79))  # the colours are those of tokens.css
_SOLID = [grey >= 128 for grey in range(256)]
_PIXELS = 4  # in a byte of a row
_MARGIN = 84
_SIZES = (104, 92, 80, 70, 60, 52)  # of the headline, tried in turn
_LEADING = 1.35
_TOP, _BOTTOM = 112, 484  # between which the headline stands
_NOT_FIRST = frozenset("，。、；：？！”’）》〉」』】…—·,.;:?!)")  # GB/T 15834: these do not begin a line


def draw(card: Card) -> bytes:
    """PNG bytes. Same card, same bytes."""
    rows = _form(printable(card.label), printable(card.column)).copy()
    size, lines = _set(card.lines)
    leading = size * _LEADING
    base = (_TOP + _BOTTOM - leading * len(lines)) / 2 + size
    for number, line in enumerate(lines):
        _write(rows, line, round(base + number * leading), size)
    return png(rows, _PALETTE)


@lru_cache(maxsize=8)
def _form(label: str, column: str) -> Rows:
    """A card without its headline."""
    picture = Image.new("L", (WIDTH, HEIGHT))
    for words, base, size, weight, colour in ((label, 84, 40, 600, _CINNABAR), (column, 586, 36, 500, _BRONZE)):
        strip = Image.new("L", (WIDTH, 2 * size))
        ImageDraw.Draw(strip).text((_MARGIN, 1.5 * size), words, 255, _font(size, weight), anchor="ls")
        picture.paste(colour, (0, round(base - 1.5 * size)), strip.point([255 * solid for solid in _SOLID]))
    pen = ImageDraw.Draw(picture)
    for top, width in ((502, 2), (514, 4), (528, 2)):  # courses of rammed earth
        pen.line(((0, top), (WIDTH, top)), _BRONZE, width)
    return packed(np.asarray(picture))


def _write(rows: Rows, line: str, base: int, size: int) -> None:
    """Put a line where nothing but paper is."""
    along = float(_MARGIN)
    for character in line:
        byte, pixel = divmod(round(along), _PIXELS)
        glyph, left, top = _glyph(character, size, pixel)
        where = rows[base + top : base + top + len(glyph), byte + left :][:, : glyph.shape[1]]
        where |= glyph[:, : where.shape[1]]
        along += _advance(character, size)


def _set(halves: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the headline fits, and its lines; at the smallest, the last line is cut."""
    for size in _SIZES:
        lines = tuple(line for half in halves for line in _broken(half, size))
        most = int((_BOTTOM - _TOP) / (size * _LEADING))
        if len(lines) <= most:
            return size, lines
    return size, (*lines[: most - 1], lines[most - 1][:-1] + "…")


def _broken(text: str, size: int) -> Iterator[str]:
    """`text` in lines that fit."""
    line, room = "", float(WIDTH - 2 * _MARGIN)
    for character in text:
        advance = _advance(character, size)
        if line and advance > room and character not in _NOT_FIRST:
            yield line
            line, room = "", float(WIDTH - 2 * _MARGIN)
        line += character
        room -= advance
    yield line


@lru_cache(maxsize=16_384)
def _advance(character: str, size: int) -> float:
    return _font(size, 800).getlength(character)


@lru_cache(maxsize=2048)
def _glyph(character: str, size: int, pixel: int) -> tuple[Rows, int, int]:
    """Its shape in ink, and where that begins from where the pen stands on the base line: bytes to the right, rows down.

    pixel: of the byte in which the pen stands.
    """
    left, top, right, bottom = map(round, _font(size, 800).getbbox(character, anchor="ls"))
    byte, pixel = divmod(pixel + left, _PIXELS)
    shape = Image.new("L", (pixel + max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(shape).text((pixel - left, -top), character, 255, _font(size, 800), anchor="ls")
    return packed(_INK * np.asarray(shape.point(_SOLID))), byte, top


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FILE, size, SIMPLIFIED, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
