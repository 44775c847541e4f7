"""Which face writes a character, and what stands where none can. The faces come as packages, so that bytes depend on no machine."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import ImageFont

from plugins.newsroom.pages.typeface import HEI, HEI_SIMPLIFIED, SONG
from plugins.newsroom.text.typography import is_han

_MISSING = "〓"  # what a printer sets for a type that is not in the case
_PROBE = 24  # pixels, at which faces are asked for a character
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Face:
    """index: in its file; weight: of a face that has several, else 0; stroke: drawn around each shape, as a share of the size."""

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
)  # the package has the regular weight; drawn around by so much it is as strong as on the site
LABEL = Face(HEI, HEI_SIMPLIFIED, 600)
_OTHER = Face(HEI, HEI_SIMPLIFIED, 700)  # for what the headline's face lacks


@lru_cache(maxsize=16_384)
def face_of(character: str) -> Face | None:
    """The face in which a character of a headline is written, None where there is none."""
    return next((face for face in (HEADLINE, _OTHER) if _has(face, character)), None)


def writable(text: str) -> str:
    """`text` as it can be written: an emoji is left out, a letter that no face has leaves its place empty and visible."""
    return _SPACES.sub(" ", "".join(map(_written, text))).strip()


@lru_cache(maxsize=16_384)
def _written(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cf", "Cs", "Mn", "Me"):  # joiners and variants of emoji, marks without a letter
        return ""
    if face_of(character):
        return character
    return _MISSING if kind[0] in "LN" or is_han(character) else ""


def _has(face: Face, character: str) -> bool:
    """Whether the face has a shape of its own for a character: one that it lacks is drawn as any other is."""
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
