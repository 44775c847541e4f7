"""Chooses the font face for each character, and replaces characters that no face has.

The fonts come as Python packages, so that the bytes are the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import ImageFont

from plugins.newsroom.pages.typeface import HEI, HEI_SIMPLIFIED, SONG
from plugins.newsroom.text.typography import is_han

_MISSING = "〓"  # the Chinese printers' mark for a missing type
_PROBE = 24  # pixels: the size at which faces are tested for a character
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Face:
    """index: in its file; weight: for variable fonts, else 0; stroke: width drawn around glyphs, as a fraction of the size."""

    file: str
    index: int = 0
    weight: int = 0
    stroke: float = 0.0

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        return _font(self, size)

    def width_of_stroke(self, size: int) -> float:
        return round(self.stroke * size, 1)


HEADLINE = Face(
    SONG, stroke=0.014
)  # the package has only the regular weight; this stroke makes it as heavy as on the site
LABEL = Face(HEI, HEI_SIMPLIFIED, 600)
_OTHER = Face(HEI, HEI_SIMPLIFIED, 700)  # for characters missing in the headline's face


@lru_cache(maxsize=16_384)
def face_of(character: str) -> Face | None:
    """The face for a character of a headline, None if no face has it."""
    return next((face for face in (HEADLINE, _OTHER) if _has(face, character)), None)


def writable(text: str) -> str:
    """`text` with characters no face has replaced: emoji are left out, letters become 〓."""
    return _SPACES.sub(" ", "".join(map(_written, text))).strip()


@lru_cache(maxsize=16_384)
def _written(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cf", "Cs", "Mn", "Me"):  # joiners and variation selectors of emoji, combining marks
        return ""
    if face_of(character):
        return character
    return _MISSING if kind[0] in "LN" or is_han(character) else ""


def _has(face: Face, character: str) -> bool:
    """Whether the face has a glyph for a character: all missing ones are drawn alike."""
    return bytes(face.at(_PROBE).getmask(character)) != _none(face)


@cache
def _none(face: Face) -> bytes:
    return bytes(face.at(_PROBE).getmask("\uffff"))


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(face.file, size, face.index, layout_engine=ImageFont.Layout.BASIC)
    if face.weight:
        font.set_variation_by_axes([face.weight])
    return font
