"""Chooses the position of a crop: around the given focus, or where there is most detail. Cropping is left to `render`."""

from __future__ import annotations

from functools import cached_property

from PIL import Image, ImageFilter

from .recipe import Crop

_MIDDLE = (0.5, 0.42)  # heads and headlines are usually a little above the middle
_PULL = 0.6  # share of the detail that a crop gives up rather than move from the middle to the very edge


class Detail:
    """The amount of detail in each part of a picture, as edge strength. Measured once, on a small picture."""

    def __init__(self, picture: Image.Image) -> None:
        self._picture = picture

    def focus(self, crop: Crop) -> tuple[float, float]:
        """The centre, as fractions of the sides, of the best position for the largest crop of this ratio."""
        width, height = self._edges.size
        across, down = crop.window(width, height)
        return (
            _best(self._edges.resize((width, 1), Image.Resampling.BOX).tobytes(), across, _MIDDLE[0]),
            _best(self._edges.resize((1, height), Image.Resampling.BOX).tobytes(), down, _MIDDLE[1]),
        )

    @cached_property
    def _edges(self) -> Image.Image:
        edges = self._picture.convert("L").filter(ImageFilter.FIND_EDGES)
        return edges.crop(
            (1, 1, edges.width - 1, edges.height - 1)
        )  # the filter leaves the outermost pixels as they are


def _best(strengths: bytes, length: int, middle: float) -> float:
    """The centre of the stretch of `length` with most detail, or of one nearly as good that is nearer to `middle`."""
    total, free = sum(strengths) or 1, len(strengths) - length
    if free <= 0:
        return 0.5
    inside, best, chosen = sum(strengths[:length]), -1.0, 0
    for start in range(free + 1):
        away = abs(start - middle * free) / len(strengths)
        if (worth := inside / total - _PULL * away) > best:
            best, chosen = worth, start
        inside += (strengths[start + length] if start < free else 0) - strengths[start]
    return (chosen + length / 2) / len(strengths)


def place(whole: tuple[int, int], window: tuple[int, int], focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """The box (left, top, right, bottom) of a window with `focus` as near to its middle as the picture's edges allow."""
    left, top = (
        min(max(round(around * side - cut / 2), 0), side - cut)
        for side, cut, around in zip(whole, window, focus, strict=True)
    )
    return left, top, left + window[0], top + window[1]
