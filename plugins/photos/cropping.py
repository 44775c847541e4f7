"""Where a cut is made: around what somebody pointed at, or where the detail is. Cutting is left to `render`."""

from __future__ import annotations


def place(whole: tuple[int, int], window: tuple[int, int], focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """The box (left, top, right, bottom) of a window with `focus` as near to its middle as the picture's edges allow."""
    left, top = (
        min(max(round(around * side - cut / 2), 0), side - cut)
        for side, cut, around in zip(whole, window, focus, strict=True)
    )
    return left, top, left + window[0], top + window[1]
