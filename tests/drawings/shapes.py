"""Outlines as lists of points: boxes, discs, curves, ribbons, uneven lines. No pixels: printing them is left to `sheet`.

Every length is in units of the finished picture (one unit = one pixel at full size), y grows downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, pi, radians, sin
from random import Random

Point = tuple[float, float]
Outline = list[Point]


def box(x: float, y: float, width: float, height: float) -> Outline:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    """A box whose four corners are quarter circles of `radius`."""
    radius = min(radius, width / 2, height / 2)
    corners = (
        (x + width - radius, y + radius, -90),
        (x + width - radius, y + height - radius, 0),
        (x + radius, y + height - radius, 90),
        (x + radius, y + radius, 180),
    )
    return [point for cx, cy, start in corners for point in arc(cx, cy, radius, radius, start, start + 90, 14)]


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float, steps: int = 60) -> Outline:
    """Points of an ellipse from angle `start` to `end` in degrees, clockwise from three o'clock."""
    angles = (radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(cx + rx * cos(angle), cy + ry * sin(angle)) for angle in angles]


def disc(cx: float, cy: float, rx: float, ry: float | None = None) -> Outline:
    return arc(cx, cy, rx, rx if ry is None else ry, 0, 360, 120 if rx > 30 else 32)


def curve(points: Sequence[Point], steps: int = 16) -> Outline:
    """A smooth line through all `points` (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    smooth: Outline = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        smooth += [
            (_through(p0[0], p1[0], p2[0], p3[0], step / steps), _through(p0[1], p1[1], p2[1], p3[1], step / steps))
            for step in range(steps)
        ]
    return [*smooth, points[-1]]


def _through(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def uneven(x0: float, x1: float, y: float, swing: float, step: float, dice: Random) -> Outline:
    """A level line drawn by hand: it leaves `y` by at most about `swing`, turning about every `step`."""
    count = max(2, round((x1 - x0) / step))
    return curve([(x0 + (x1 - x0) * i / count, y + dice.uniform(-swing, swing)) for i in range(count + 1)], 8)


def ribbon(points: Sequence[Point], width: float, end_width: float | None = None) -> Outline:
    """A line with a breadth, from `width` at its beginning to `end_width` (default the same) at its end."""
    change = 0.0 if end_width is None else end_width - width
    return _broad(points, lambda share: width + change * share)


def stroke(points: Sequence[Point], width: float) -> Outline:
    """A line as a brush leaves it: pointed at both ends, `width` at its fullest, a third of the way along."""
    return _broad(points, lambda share: 1 + (width - 1) * sin(pi * share**0.63))


def _broad(points: Sequence[Point], breadth: Callable[[float], float]) -> Outline:
    left: Outline = []
    right: Outline = []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(last, i + 1)]
        length = hypot(bx - ax, by - ay) or 1.0
        half = breadth(i / last) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def bar(x0: float, y0: float, x1: float, y1: float, width: float) -> Outline:
    """A straight line with a breadth."""
    return ribbon([(x0, y0), (x1, y1)], width)


def below(line: Sequence[Point], floor: float) -> Outline:
    """Everything between a line that runs from left to right and the level `floor`."""
    return [*line, (line[-1][0], floor), (line[0][0], floor)]


def between(upper: Sequence[Point], lower: Sequence[Point]) -> Outline:
    return [*upper, *reversed(lower)]


def moved(outline: Iterable[Point], dx: float, dy: float) -> Outline:
    return [(x + dx, y + dy) for x, y in outline]


def turned(outline: Iterable[Point], centre: Point, degrees: float) -> Outline:
    """The outline turned clockwise about `centre`."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    cx, cy = centre
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in outline]


def clump(cx: float, cy: float, radius: float, dice: Random, flatness: float = 0.8) -> Outline:
    """The crown of a tree: a disc with a lively edge."""
    bumps = 17
    around = [
        (cx + radius * reach * cos(angle), cy + radius * flatness * reach * sin(angle))
        for angle, reach in ((2 * pi * i / bumps, dice.uniform(0.84, 1.1)) for i in range(bumps))
    ]
    return curve([*around, around[0], around[1]], 6)
