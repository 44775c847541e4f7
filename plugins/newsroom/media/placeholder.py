"""The palette of placeholder colours, shown until a photo has loaded; each has a name, so that a style sheet can list all."""

from __future__ import annotations

# Four lightnesses (rows) of eight muted hues (columns), even steps in Oklab: grey, red, earth, ochre, leaf, water, sky, plum.
_COLOURS = """
    2e2e2e 3e2725 3c291d 352d19 243221 163335 222f3f 362839
    5b5b5b 75504d 715440 665a3a 4c6247 366366 485c77 68526c
    8c8c8c ab807b a7846c 998b66 7b9575 639799 768eae 9b82a1
    c1c1c1 e0b5b1 dbb9a3 cdc09d b0c9ab 9bcbce acc3e1 d0b7d5
"""
PALETTE = {f"c{number:02}": f"#{colour}" for number, colour in enumerate(_COLOURS.split())}


def nearest(colour: tuple[int, int, int]) -> str:
    """The name of the palette colour closest to `colour` (sRGB, 0..255)."""
    return min(PALETTE, key=lambda word: _distance(colour, PALETTE[word]))


def _distance(colour: tuple[int, int, int], written: str) -> int:
    """Squared distance in luma and two colour differences (ITU-T T.871); hue counts more, since a wrong tint is more visible."""
    luma, red, blue = (
        seen - there
        for seen, there in zip(_split(*colour), _split(*bytes.fromhex(written.removeprefix("#"))), strict=True)
    )
    return luma * luma + 4 * (red * red + blue * blue)


def _split(red: int, green: int, blue: int) -> tuple[int, int, int]:
    luma = (299 * red + 587 * green + 114 * blue) // 1000
    return luma, red - luma, blue - luma
