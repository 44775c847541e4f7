"""Things that stand in several pictures: sky, sun, houses, rammed earth, trees, birds, shadows on a desk."""

from __future__ import annotations

from collections.abc import Sequence

from .palette import BRONZE, CINNABAR, DEEP, EARTH, INK, LOAM, OCHRE, PAPER, PATINA, SAND, Colour, Fade, mix
from .shapes import Outline, Point, below, between, box, clump, curve, disc, ribbon, uneven
from .sheet import Sheet, Stencil


def sky(sheet: Sheet, high: Colour, low: Colour, horizon: float) -> None:
    """Evening or morning air above the level `horizon`, then paper-coloured haze below it."""
    sheet.lay(box(0, 0, sheet.width, horizon), Fade(high, low))
    sheet.lay(box(0, horizon - 1, sheet.width, sheet.height - horizon + 1), low)


def sun(sheet: Sheet, cx: float, cy: float, radius: float, ink: Colour = CINNABAR) -> None:
    sheet.lay(disc(cx, cy, radius * 1.7), mix(ink, PAPER, 0.6), 0.36, blur=radius * 0.55)
    sheet.lay(disc(cx, cy, radius), Fade(ink, mix(ink, OCHRE, 0.35)), 0.95, worn=0.18)


def blocks(
    sheet: Sheet,
    x0: float,
    x1: float,
    floor: float,
    heights: tuple[float, float],
    widths: tuple[float, float],
    ink: Colour,
    haze: Colour,
    *,
    windows: bool = False,
    lamps: Colour | None = None,
) -> None:
    """A row of apartment blocks from x0 to x1, standing on `floor` and paling into `haze` at their feet."""
    dice, x = sheet.dice, x0
    while x < x1:
        width, height = dice.uniform(*widths), dice.uniform(*heights)
        top = floor - height
        body = [box(x, top, width, height)]
        body += _roof(sheet, x, top, width)
        panes = _panes(x, top, width, height) if windows else []
        sheet.solid(body, Fade(ink, mix(ink, haze, 0.6)), 0.3)
        sheet.lay(panes, Fade(mix(ink, haze, 0.55), haze))
        sheet.lay(box(x + width * 0.72, top, width * 0.28, height), Fade(INK, haze), 0.1)
        if windows and lamps:
            sheet.lay([pane for pane in panes if dice.random() < 0.07], lamps, 0.9)
        x += width + dice.choice((-18, 6, 26, 60))


def _roof(sheet: Sheet, x: float, top: float, width: float) -> list[Outline]:
    """What stands on a flat roof: a lift house, a tank, a mast."""
    kind = sheet.dice.randrange(4)
    lift = box(x + width * 0.3, top - width * 0.16, width * 0.34, width * 0.17)
    mast = box(x + width * 0.66, top - width * 0.4, 5, width * 0.41)
    return ([lift], [lift, mast], [mast], [])[kind]


def _panes(x: float, top: float, width: float, height: float) -> list[Outline]:
    columns, step = max(2, round(width / 46)), 46.0
    pitch = width / columns
    rows = int((height - 60) / step)
    return [
        box(x + pitch * (column + 0.27), top + 26 + row * step, pitch * 0.46, step * 0.42)
        for column in range(columns)
        for row in range(rows)
    ]


def courses(
    sheet: Sheet,
    outline: Sequence[Point],
    top: float,
    bottom: float,
    height: float,
    *,
    light: Colour = SAND,
    dark: Colour = LOAM,
    rise: float = 0.0,
    dimples: bool = False,
) -> None:
    """Rammed earth inside `outline`: level courses about `height` thick, each with its own tone and a dark joint below.

    rise: how much the courses climb from the left edge to the right; dimples: marks of the rammers along the joints.
    """
    dice, stencil = sheet.dice, sheet.stencil(list(outline))
    left, right = min(x for x, _ in outline) - 5, max(x for x, _ in outline) + 5
    joint, y = _joint(sheet, left, right, top - height, height, rise), top
    sheet.lay(list(outline), mix(light, dark, 0.5))
    while y < bottom + height:
        lower = _joint(sheet, left, right, y, height, rise)
        depth = (y - top) / max(1.0, bottom - top)
        tone = mix(light, dark, min(1.0, max(0.0, 0.1 + 0.5 * depth + dice.uniform(-0.28, 0.28))))
        sheet.lay(between(joint, lower), Fade(mix(tone, PAPER, 0.12), mix(tone, dark, 0.3)), inside=stencil)
        sheet.lay(between(joint, lower), mix(tone, PAPER, 0.55), 0.5, worn=1.0, inside=stencil)
        if dimples:
            _dimples(sheet, joint, height, mix(tone, EARTH, 0.5), stencil)
        sheet.lay(
            ribbon(joint, dice.uniform(2, 5)), mix(dark, EARTH, 0.6), dice.uniform(0.5, 0.9), worn=1.0, inside=stencil
        )
        joint, y = lower, y + height * dice.uniform(0.7, 1.3)
    _flecks(sheet, (left, top, right, bottom), height, (mix(dark, EARTH, 0.5), mix(light, PAPER, 0.5)), stencil)


def _joint(sheet: Sheet, left: float, right: float, y: float, height: float, rise: float) -> Outline:
    line = uneven(left, right, y, height * 0.12, max(60.0, height * 3.2), sheet.dice)
    return [(x, at - rise * (x - left) / (right - left)) for x, at in line]


def _flecks(
    sheet: Sheet, area: tuple[float, float, float, float], height: float, inks: tuple[Colour, Colour], stencil: Stencil
) -> None:
    """Crumbs of darker and lighter earth."""
    left, top, right, bottom = area
    count = round((right - left) * (bottom - top) / (height * 90))
    for ink in inks:
        dashes = []
        for _ in range(count):
            x, y, length = (
                sheet.dice.uniform(left, right),
                sheet.dice.uniform(top, bottom),
                height * sheet.dice.uniform(0.15, 0.9),
            )
            dashes.append(box(x, y, length, sheet.dice.uniform(1.5, 4)))
        sheet.lay(dashes, ink, 0.4, worn=0.6, inside=stencil)


def turf(sheet: Sheet, crest: Sequence[Point], depth: float, ink: Colour) -> None:
    """The grown-over top of the wall, hanging down its face in rags."""
    dice = sheet.dice
    rags = [(x, y + depth * dice.choice((0.25, 0.4, 0.6, 1.0))) for x, y in crest[::3]]
    sheet.solid(between([(x, y - 6) for x, y in crest], curve(rags, 5)), ink, 0.45)
    sheet.lay(
        between([(x, y - 6) for x, y in crest], [(x, y + depth * 0.16) for x, y in crest]),
        mix(ink, SAND, 0.35),
        0.7,
        worn=0.5,
    )


def gullies(sheet: Sheet, crest: Sequence[Point], floor: float, step: float, ink: Colour = EARTH) -> None:
    """Where rain has cut into the wall: sharp-edged hollows that widen towards its foot, and a light edge beside each."""
    dice, stencil = sheet.dice, sheet.stencil(below(crest, floor))
    x = crest[0][0] + step * 0.4
    while x < crest[-1][0]:
        top = min(y for at, y in crest if abs(at - x) < step) - 10
        fall, spread, lean = floor + 20 - top, step * dice.uniform(0.12, 0.75), dice.uniform(-0.5, 0.3) * step
        left = [
            (x + lean * t - spread * t * 0.4 + dice.uniform(-1, 1) * step * 0.09, top + fall * t)
            for t in (0, 0.18, 0.36, 0.55, 0.75, 1)
        ]
        right = [
            (x + lean * t + spread * t + dice.uniform(-1, 1) * step * 0.09, top + fall * t)
            for t in (0, 0.18, 0.36, 0.55, 0.75, 1)
        ]
        sheet.lay(
            between(curve(left, 8), curve(right, 8)), Fade(mix(ink, LOAM, 0.3), ink), 0.4, worn=0.75, inside=stencil
        )
        middle = [((a + 2 * c) / 3, b) for (a, b), (c, _) in zip(left, right, strict=True)]
        sheet.lay(between(curve(middle, 8), curve(right, 8)), ink, 0.3, worn=0.5, inside=stencil)
        x += step * dice.uniform(0.5, 1.9)


def _dimples(sheet: Sheet, joint: Outline, height: float, ink: Colour, stencil: Stencil) -> None:
    """Shallow hollows that the rammers left on the surface of a course, seen in section: small bowls under the joint."""
    dice, marks = sheet.dice, []
    for x, y in joint[::5]:
        if dice.random() < 0.55:
            reach = height * dice.uniform(0.3, 0.5)
            marks.append(
                [(x - reach, y), *curve([(x - reach, y), (x, y + height * 0.2), (x + reach, y)], 8), (x + reach, y)]
            )
    sheet.lay(marks, ink, 0.5, inside=stencil)


def grass(sheet: Sheet, line: Sequence[Point], ink: Colour, count: int, height: float) -> None:
    """Tufts of blades growing along a line."""
    dice, blades = sheet.dice, []
    for _ in range(count):
        x, y = line[dice.randrange(len(line))]
        for _ in range(dice.randrange(3, 8)):
            foot, tall, lean = x + dice.uniform(-12, 12), height * dice.uniform(0.4, 1.0), dice.uniform(-0.5, 0.5)
            stem = curve(
                [(foot, y + 6), (foot + lean * tall * 0.3, y - tall * 0.55), (foot + lean * tall, y - tall)], 6
            )
            blades.append(ribbon(stem, height * 0.07, 0.8))
    sheet.lay(blades, ink, 0.9)


def tree(sheet: Sheet, x: float, foot: float, height: float, ink: Colour) -> None:
    """A round-headed tree in three tones of one ink."""
    dice, radius = sheet.dice, height * 0.36
    trunk = curve([(x, foot), (x + height * 0.02, foot - height * 0.3), (x - height * 0.01, foot - height * 0.6)], 6)
    sheet.lay(ribbon(trunk, height * 0.06, height * 0.025), mix(ink, EARTH, 0.6))
    for dx, dy, size, tone in (
        (0, 0.62, 1.0, 0.0),
        (-0.14, 0.7, 0.62, 0.14),
        (0.12, 0.76, 0.5, 0.24),
        (-0.05, 0.82, 0.34, 0.36),
    ):
        crown = clump(x + dx * height, foot - dy * height, radius * size, dice)
        sheet.solid(crown, mix(ink, SAND, tone), 0.5)


def birds(sheet: Sheet, flock: Sequence[tuple[float, float, float]], ink: Colour = INK) -> None:
    """Swallows: (x, y, span) of each."""
    for x, y, span in flock:
        left = curve([(x, y), (x - span * 0.22, y - span * 0.2), (x - span * 0.5, y - span * 0.08)], 8)
        right = curve([(x, y), (x + span * 0.2, y - span * 0.24), (x + span * 0.5, y - span * 0.2)], 8)
        sheet.lay(
            [
                ribbon(left, span * 0.085, 1),
                ribbon(right, span * 0.085, 1),
                ribbon([(x, y - 2), (x - span * 0.04, y + span * 0.13)], span * 0.09, 1),
            ],
            ink,
            0.85,
        )


def ground(sheet: Sheet, top: float, ink: Colour = DEEP, lines: int = 6) -> None:
    """Dark earth at the foot of a picture with a few strata lines in it."""
    dice = sheet.dice
    edge = uneven(-10, sheet.width + 10, top, 7, 260, dice)
    sheet.lay(below(edge, sheet.height + 10), Fade(ink, mix(ink, INK, 0.5)), worn=0.12)
    gap = (sheet.height - top) / (lines + 0.6)
    for i in range(1, lines + 1):
        line = uneven(-10, sheet.width + 10, top + i * gap, 6, 240, dice)
        sheet.lay(ribbon(line, dice.uniform(2, 5)), OCHRE, 0.55 - 0.06 * i, worn=0.9)


def desk(sheet: Sheet, high: Colour = PATINA, low: Colour = BRONZE) -> None:
    """A table top seen from above, in one colour with a faint grain of wood."""
    sheet.wash(Fade(high, low))
    for _ in range(34):
        y = sheet.dice.uniform(0, sheet.height)
        line = uneven(-20, sheet.width + 20, y, 16, 520, sheet.dice)
        sheet.lay(ribbon(line, sheet.dice.uniform(2, 9)), mix(low, INK, 0.3), sheet.dice.uniform(0.05, 0.2), worn=0.8)
