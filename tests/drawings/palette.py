"""The few colours the column is drawn in, and how two of them mix; how they are laid on paper is left to `sheet`."""

from __future__ import annotations

from typing import NamedTuple

Colour = tuple[int, int, int]

PAPER: Colour = (247, 241, 228)
SAND: Colour = (226, 205, 168)
OCHRE: Colour = (190, 141, 78)
LOAM: Colour = (138, 96, 56)
EARTH: Colour = (84, 60, 41)
INK: Colour = (43, 36, 31)
CINNABAR: Colour = (176, 56, 38)
ROSE: Colour = (222, 160, 130)
BRONZE: Colour = (67, 99, 84)
PATINA: Colour = (122, 156, 138)
MIST: Colour = (206, 214, 201)
DEEP: Colour = (36, 57, 50)


class Fade(NamedTuple):
    """An ink that turns from `first` at the top (or the left edge) of a shape into `last` at the other side."""

    first: Colour
    last: Colour
    sideways: bool = False


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`first` with `share` (0..1) of `second` in it."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
