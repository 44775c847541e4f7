"""Draws share images with packaged fonts, so that they look the same on every machine: headlines in Song, as on the site.

Every story may need one, so shared parts and glyphs are drawn once by Pillow and combined in the row format of `png`. Four
colours allow no antialiasing; images are shown at half their size or on dense screens, so that nobody sees it.
Line breaking is left to `setting`, choosing the font of a character to `faces`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw

from plugins.newsroom.pages.share_image import HEIGHT, WIDTH, ShareImage
from plugins.newsroom.text.typography import printable

from .faces import HEADLINE, LABEL, Face, face_of, writable
from .png import Rows, packed, png
from .setting import OPENING, broken, cut, lines_of, pieces, written

_PAPER, _INK, _CINNABAR, _BRONZE = range(4)
_PALETTE = bytes((250, 247, 240, 35, 30, 24, 163, 48, 29, 53, 96, 79))  # the colours are those of tokens.css
_SOLID = [grey >= 128 for grey in range(256)]
_PIXELS = 4  # per byte of a row
_MARGIN = 84
_ROOM = WIDTH - 2 * _MARGIN
_SIZES = (104, 92, 80, 70, 60, 52)  # of the headline, tried in turn
_LEADING = 1.35
_TOP, _BOTTOM = 112, 484  # limits of the headline


def draw(card: ShareImage) -> bytes:
    """PNG bytes. The same image always gives the same bytes."""
    rows = _form(printable(card.label), printable(card.column)).copy()
    size, lines = _set([line for line in map(writable, card.lines) if line])
    leading = size * _LEADING
    base = (_TOP + _BOTTOM - leading * len(lines)) / 2 + size
    for number, line in enumerate(lines):
        _write(rows, line, round(base + number * leading), size)
    return png(rows, _PALETTE)


@lru_cache(maxsize=8)
def _form(label: str, column: str) -> Rows:
    """The image without its headline."""
    picture = Image.new("L", (WIDTH, HEIGHT))
    for words, base, size, face, colour in ((label, 84, 40, LABEL, _CINNABAR), (column, 586, 40, HEADLINE, _BRONZE)):
        strip = Image.new("L", (WIDTH, 2 * size))
        _text(ImageDraw.Draw(strip), (_MARGIN, round(1.5 * size)), writable(words), face, size)
        picture.paste(colour, (0, round(base - 1.5 * size)), strip.point([255 * solid for solid in _SOLID]))
    pen = ImageDraw.Draw(picture)
    for top, width in ((502, 2), (514, 4), (528, 2)):  # courses of rammed earth
        pen.line(((0, top), (WIDTH, top)), _BRONZE, width)
    return packed(np.asarray(picture))


def _write(rows: Rows, line: str, base: int, size: int) -> None:
    """Draw a line onto empty background."""
    along = float(_MARGIN)
    if line[0] in OPENING and not line[0].isascii():
        along -= _advance(line[0], size) / 2  # its left half is empty, and the line would look indented
    for character in line:
        byte, pixel = divmod(round(along), _PIXELS)
        glyph, left, top = _glyph(character, size, pixel)
        where = rows[base + top : base + top + len(glyph), byte + left :][:, : glyph.shape[1]]
        where |= glyph[:, : where.shape[1]]
        along += _advance(character, size)


def _set(halves: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the headline fits, and its lines; at the smallest, the last line is cut."""
    cut_up = [pieces(half, _em) for half in halves]
    for size in _SIZES:
        room = _ROOM / size
        most = int((_BOTTOM - _TOP) / (size * _LEADING))
        if sum(lines_of(half, _em, room) for half in cut_up) <= most:
            break
    lines = [line for half in cut_up for line in broken(half, _em, room)]
    if len(lines) <= most:
        return size, tuple(map(written, lines))
    return size, (*map(written, lines[: most - 1]), cut(lines[most - 1], _em, room))


@lru_cache(maxsize=16_384)
def _em(character: str) -> float:
    """The width of a character, as a fraction of the font size."""
    return _advance(character, _SIZES[0]) / _SIZES[0]


@lru_cache(maxsize=16_384)
def _advance(character: str, size: int) -> float:
    return (face_of(character) or HEADLINE).at(size).getlength(character)


@lru_cache(maxsize=2048)
def _glyph(character: str, size: int, pixel: int) -> tuple[Rows, int, int]:
    """Its shape, and the offset of that from the pen position on the base line: bytes to the right, rows down.

    pixel: position of the pen within its byte.
    """
    face = face_of(character) or HEADLINE
    box = face.at(size).getbbox(character, anchor="ls", stroke_width=face.width_of_stroke(size))
    left, top, right, bottom = map(round, box)
    byte, pixel = divmod(pixel + left, _PIXELS)
    shape = Image.new("L", (pixel + max(1, right - left), max(1, bottom - top)))
    _text(ImageDraw.Draw(shape), (pixel - left, -top), character, face, size)
    return packed(_INK * np.asarray(shape.point(_SOLID))), byte, top


def _text(pen: ImageDraw.ImageDraw, where: tuple[int, int], words: str, face: Face, size: int) -> None:
    """Draw text in white; its base line begins at `where`."""
    pen.text(where, words, 255, face.at(size), anchor="ls", stroke_width=face.width_of_stroke(size), stroke_fill=255)
