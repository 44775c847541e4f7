"""Draws AI生成 onto crops that are shown without a caption: share images, WeChat covers. On pages the theme prints it."""

from __future__ import annotations

import math
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from plugins.newsroom.pages.typeface import HEI, HEI_SIMPLIFIED

_WORDS = "AI生成"
_HEIGHT = 0.06  # of the shorter side; GB 45438-2025 asks for 0.05 at least
_PAPER, _INK = (250, 247, 240), (35, 30, 24)  # the colours are those of tokens.css
_INSET, _PADDING = 0.5, 0.3  # of the text height


def inscribe(picture: Image.Image) -> Image.Image:
    """A copy of the picture (mode RGB or L) with the words in its lower right corner."""
    labelled = picture.copy()
    pen = ImageDraw.Draw(labelled)
    font = _font(math.ceil(min(picture.size) * _HEIGHT))
    left, top, right, bottom = font.getbbox(_WORDS, anchor="ls")
    inset, padding = round(font.size * _INSET), round(font.size * _PADDING)
    x, y = picture.width - inset - padding - right, picture.height - inset - padding - bottom
    box = (x + left - padding, y + top - padding, x + right + padding, y + bottom + padding)
    pen.rectangle(box, fill=_in(picture.mode, _PAPER))
    pen.text((x, y), _WORDS, fill=_in(picture.mode, _INK), font=font, anchor="ls")
    return labelled


def _in(mode: str, colour: tuple[int, int, int]) -> tuple[int, int, int] | int:
    return sum(colour) // 3 if mode == "L" else colour


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(HEI, size, HEI_SIMPLIFIED, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([600])
    return font
