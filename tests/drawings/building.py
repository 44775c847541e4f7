"""Pictures of building: cranes in the evening, new homes, a plumb line before masonry."""

from __future__ import annotations

from .palette import BRONZE, CINNABAR, DEEP, EARTH, INK, LOAM, MIST, OCHRE, PAPER, PATINA, ROSE, SAND, Colour, Fade, mix
from .scenery import birds, blocks, ground, sky, sun, tree
from .shapes import Outline, Point, arc, bar, box, curve, disc, ribbon, rounded, uneven
from .sheet import Sheet


def cranes(sheet: Sheet) -> None:
    """Tower cranes over frames of concrete, against a low sun."""
    haze = mix(PAPER, ROSE, 0.4)
    sky(sheet, mix(PAPER, OCHRE, 0.14), haze, 1180)
    sun(sheet, 1560, 860, 210)
    for i, y in enumerate((560, 640, 702, 980, 1040)):
        line = uneven(300 + i * 130, 2200 - i * 90, y, 8, 320, sheet.dice)
        sheet.lay(ribbon(line, 5, 1), mix(PAPER, OCHRE, 0.3), 0.7, worn=0.8)
    blocks(sheet, -60, 2500, 1260, (180, 420), (110, 200), mix(haze, PATINA, 0.34), haze)
    _crane(sheet, 1990, 1340, 830, 640, -1, mix(BRONZE, haze, 0.55), 0.7)
    _frame(sheet, 1620, 1350, 6, 7, 106, 84, mix(BRONZE, haze, 0.4))
    _crane(sheet, 560, 1380, 1080, 860, 1, mix(DEEP, haze, 0.18), 1.0)
    _frame(sheet, 150, 1390, 4, 8, 118, 92, mix(DEEP, haze, 0.12))
    _frame(sheet, 830, 1400, 5, 4, 132, 92, DEEP)
    _crane(sheet, 1410, 1400, 760, 560, 1, DEEP, 0.85)
    ground(sheet, 1385, DEEP, 4)
    _fence(sheet)
    birds(sheet, ((1760, 250, 64), (1890, 300, 48), (1680, 330, 40)))


def _crane(
    sheet: Sheet, x: float, foot: float, height: float, reach: float, side: int, ink: Colour, size: float
) -> None:
    """A tower crane whose jib points to the right (side 1) or left (-1)."""
    w, top = 46 * size, foot - height
    parts = _lattice((x - w / 2, foot), (x - w / 2, top), w, 7 * size)
    jib = 34 * size
    parts += _lattice((x, top), (x + side * reach, top), -jib * side, 5 * size)
    parts += _lattice((x, top), (x - side * reach * 0.34, top), jib * side, 5 * size)
    parts.append(box(min(x - side * reach * 0.36, x - side * reach * 0.25), top - 8, reach * 0.11, 74 * size))
    apex = (x, top - 120 * size)
    parts += [bar(x - w / 2, top, *apex, 8 * size), bar(x + w / 2, top, *apex, 8 * size)]
    parts += [
        bar(*apex, x + side * reach * 0.66, top - jib, 4 * size),
        bar(*apex, x - side * reach * 0.3, top - jib * 0.6, 4 * size),
    ]
    parts.append(box(x + side * w * 0.5 - (0 if side > 0 else 50 * size), top + 4, 50 * size, 66 * size))
    hook = x + side * reach * 0.72
    drop = height * 0.2
    parts += [
        bar(hook - 5, top, hook - 5, top + drop, 3 * size),
        bar(hook + 5, top, hook + 5, top + drop, 3 * size),
        box(hook - 14 * size, top + drop, 28 * size, 26 * size),
        box(hook - 90 * size, top + drop + 66 * size, 180 * size, 16 * size),
        bar(hook, top + drop, hook - 80 * size, top + drop + 70 * size, 3 * size),
        bar(hook, top + drop, hook + 80 * size, top + drop + 70 * size, 3 * size),
    ]
    sheet.lay(parts, ink)


def _lattice(start: Point, end: Point, depth: float, weight: float) -> list[Outline]:
    """Two parallel beams with struts in zigzag between them; the second lies `depth` to the right of the first's direction."""
    (ax, ay), (bx, by) = start, end
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    nx, ny = -(by - ay) / length * depth, (bx - ax) / length * depth
    count = max(3, round(length / abs(depth) / 1.1))
    parts = [bar(ax, ay, bx, by, weight), bar(ax + nx, ay + ny, bx + nx, by + ny, weight)]
    for i in range(count):
        t, u = i / count, (i + 1) / count
        low, high = (t, u) if i % 2 == 0 else (u, t)
        parts.append(
            bar(
                ax + (bx - ax) * low,
                ay + (by - ay) * low,
                ax + (bx - ax) * high + nx,
                ay + (by - ay) * high + ny,
                weight * 0.55,
            )
        )
    return parts


def _frame(sheet: Sheet, x: float, foot: float, bays: int, floors: int, bay: float, storey: float, ink: Colour) -> None:
    """A concrete frame: slabs and columns, the top floor still starter bars."""
    parts = []
    for floor in range(floors + 1):
        y = foot - floor * storey
        missing = 1 if floor == floors else 0
        parts.append(box(x - 14, y - 9, bay * (bays - missing) + 28, 15))
    for column in range(bays + 1):
        parts.append(box(x + column * bay - 9, foot - floors * storey, 18, floors * storey))
        top = foot - floors * storey
        parts += [box(x + column * bay + dx, top - storey * 0.42, 3, storey * 0.42) for dx in (-8, -1, 6)]
    sheet.lay(parts, ink)
    rooms = [
        box(x + column * bay + 9, foot - floor * storey + 6, bay - 18, storey - 15)
        for column in range(bays)
        for floor in range(1, floors + 1)
        if sheet.dice.random() < 0.4 - floor * 0.03
    ]
    sheet.lay(rooms, ink, 0.6)


def _fence(sheet: Sheet) -> None:
    panels = [box(x, 1352, 112, 86) for x in range(-20, 2420, 120)]
    sheet.solid(panels, Fade(PATINA, BRONZE), 0.25)
    sheet.lay([box(x, 1352, 112, 9) for x in range(-20, 2420, 120)], SAND, 0.9)
    sheet.lay([box(x + 112, 1346, 8, 94) for x in range(-20, 2420, 120)], DEEP)


def new_homes(sheet: Sheet) -> None:
    """The front of a new building in the evening: the lower floors lived in, the upper ones still in scaffolding."""
    sheet.wash(Fade(mix(PATINA, MIST, 0.2), mix(BRONZE, PATINA, 0.6)))
    pitch, storey, left, top = 290, 250, 30, 30
    for row in range(6):
        for column in range(8):
            _bay(
                sheet,
                left + column * pitch,
                top + row * storey,
                row >= 2 + (column > 4) + (column > 6),
                (row, column) == (4, 2),
            )
    for row in range(7):
        sheet.lay(box(0, top + row * storey - 26, 2400, 18), mix(PAPER, PATINA, 0.3))
        sheet.lay(box(0, top + row * storey - 8, 2400, 12), DEEP, 0.35, blur=4)
    _scaffold(sheet)
    sheet.lay(box(0, 0, 2400, 1600), Fade(PAPER, DEEP, sideways=True), 0.16)
    for x, height in ((70, 460), (330, 320), (2250, 420)):
        tree(sheet, x, 1640, height, DEEP)


def _bay(sheet: Sheet, x: float, y: float, lived_in: bool, marked: bool) -> None:
    """One window with its balcony; `marked` gives it the red curtain."""
    dice = sheet.dice
    pane = box(x + 28, y + 24, 226, 132)
    if not lived_in:
        sheet.lay(pane, Fade(DEEP, mix(DEEP, BRONZE, 0.5)))
        sheet.lay([bar(x + 28, y + 24, x + 254, y + 156, 4), bar(x + 254, y + 24, x + 28, y + 156, 4)], PATINA, 0.5)
    else:
        warm = marked or dice.random() < 0.66
        glow = Fade(mix(SAND, PAPER, 0.3), mix(SAND, OCHRE, 0.75)) if warm else Fade(mix(BRONZE, DEEP, 0.3), BRONZE)
        sheet.lay(pane, glow)
        _room(sheet, x, y, warm, marked)
    sheet.lay(
        [
            box(x + 137, y + 24, 8, 132),
            box(x + 28, y + 20, 226, 7),
            box(x + 24, y + 20, 7, 138),
            box(x + 251, y + 20, 7, 138),
        ],
        PAPER,
        0.85,
    )
    sheet.lay(box(x + 8, y + 150, 266, 10), mix(PAPER, SAND, 0.4))
    sheet.lay(
        [box(x + 12 + i * 14.5, y + 158, 4, 52) for i in range(19)], mix(PAPER, PATINA, 0.25), 0.9 if lived_in else 0.4
    )
    sheet.lay(box(x + 8, y + 206, 266, 8), mix(PAPER, SAND, 0.4))


def _room(sheet: Sheet, x: float, y: float, warm: bool, marked: bool) -> None:
    dice = sheet.dice
    cloth = CINNABAR if marked else dice.choice((ROSE, PATINA, OCHRE, MIST))
    if marked or dice.random() < 0.55:
        sheet.lay(
            [box(x + 31, y + 27, 44, 129), box(x + 207, y + 27, 44, 129)], Fade(cloth, mix(cloth, INK, 0.15)), 0.9
        )
        sheet.lay([box(x + 31 + i * 11, y + 27, 3, 129) for i in range(4)], INK, 0.14)
    if warm and dice.random() < 0.5:
        lamp = x + dice.uniform(100, 190)
        sheet.lay([box(lamp - 1.5, y + 27, 3, 26), arc(lamp, y + 66, 22, 16, 180, 360, 20)], EARTH, 0.8)
        sheet.lay(disc(lamp, y + 70, 60, 44), PAPER, 0.6, blur=18)
    if dice.random() < 0.6:
        for pot in range(dice.randrange(1, 4)):
            px = x + 50 + pot * 62 + dice.uniform(0, 18)
            sheet.lay(
                [(px - 13, y + 134), (px + 13, y + 134), (px + 9, y + 156), (px - 9, y + 156)], mix(CINNABAR, LOAM, 0.5)
            )
            leaves = [
                ribbon(
                    curve([(px, y + 136), (px + lean * 0.5, y + 116), (px + lean, y + 102 + abs(lean) * 0.5)], 6), 9, 2
                )
                for lean in (-24, -12, 0, 12, 24)
            ]
            sheet.lay(leaves, BRONZE if warm else PATINA)


def _scaffold(sheet: Sheet) -> None:
    """Poles and planks before the floors that are not finished."""
    poles = [
        box(x, -10, 7, limit)
        for x, limit in (
            (10, 530),
            (300, 530),
            (590, 530),
            (880, 530),
            (1170, 530),
            (1470, 530),
            (1480, 780),
            (1770, 780),
            (2060, 1030),
            (2345, 1030),
        )
    ]
    planks = [
        box(0, 236, 2400, 12),
        box(0, 486, 1490, 12),
        box(1470, 486, 930, 12),
        box(1470, 736, 930, 12),
        box(2050, 986, 350, 12),
    ]
    braces = [
        bar(x, y + 250, x + 290, y, 5)
        for x, y in (
            (10, -10),
            (590, -10),
            (1170, -10),
            (1770, -10),
            (300, 240),
            (880, 240),
            (1480, 240),
            (2060, 240),
            (1770, 490),
            (2060, 740),
        )
    ]
    sheet.shade(poles + planks, INK, 0.4, 10, 12, 5)
    sheet.lay(poles + braces, OCHRE)
    sheet.lay(planks, mix(SAND, OCHRE, 0.4))
    nets = [box(12, 0, 560, 236), box(1480, 248, 580, 238)]
    sheet.lay(nets, PATINA, 0.45, worn=0.5)
    sheet.lay(
        [box(12 + i * 28, 0, 2, 236) for i in range(20)] + [box(1480 + i * 28, 248, 2, 238) for i in range(21)],
        PAPER,
        0.35,
    )


def plumb_line(sheet: Sheet) -> None:
    """A plumb bob and a level before new masonry."""
    sheet.wash(mix(MIST, SAND, 0.5))
    dice = sheet.dice
    for row in range(14):
        for column in range(-1, 9):
            x, y = column * 300 + (row % 2) * 150 + dice.uniform(-3, 3), row * 118 + 6 + dice.uniform(-3, 3)
            tone = mix(mix(PATINA, BRONZE, 0.25), dice.choice((SAND, MIST, BRONZE, OCHRE)), dice.uniform(0.05, 0.35))
            brick = rounded(x, y, 286, 104, 7)
            sheet.lay(rounded(x + 3, y + 5, 286, 104, 7), DEEP, 0.35, blur=3)
            sheet.solid(brick, Fade(mix(tone, PAPER, 0.14), tone), 0.5)
    sheet.lay(box(0, 0, 2400, 1600), Fade(PAPER, DEEP, sideways=True), 0.42, over=True)
    _level(sheet)
    _bob(sheet, 760)


def _bob(sheet: Sheet, x: float) -> None:
    cord = box(x - 4, -20, 8, 900)
    body = [
        (x - 78, 920),
        (x + 78, 920),
        (x + 78, 1010),
        (x + 60, 1080),
        (x + 8, 1330),
        (x - 8, 1330),
        (x - 60, 1080),
        (x - 78, 1010),
    ]
    cap = [rounded(x - 34, 866, 68, 60, 12), disc(x, 862, 22)]
    sheet.shade([cord, body, *cap], INK, 0.55, 74, 46, 14)
    sheet.lay(cord, CINNABAR)
    sheet.lay(cap, Fade(mix(SAND, PAPER, 0.4), LOAM, sideways=True))
    sheet.lay(body, Fade(mix(OCHRE, PAPER, 0.35), EARTH, sideways=True))
    stencil = sheet.stencil(body)
    sheet.lay(box(x - 50, 920, 26, 420), PAPER, 0.6, blur=8, inside=stencil)
    sheet.lay([box(x - 90, 944, 180, 6), box(x - 90, 1000, 180, 6)], EARTH, 0.6, inside=stencil)
    sheet.lay([(x - 16, 1282), (x + 16, 1282), (x + 4, 1372), (x - 4, 1372)], Fade(INK, EARTH))


def _level(sheet: Sheet) -> None:
    body = rounded(1130, 1040, 1090, 170, 22)
    sheet.shade(body, INK, 0.5, 30, 38, 16)
    sheet.solid(body, Fade(mix(OCHRE, SAND, 0.35), mix(OCHRE, LOAM, 0.5)), 0.2)
    sheet.lay([box(1130, 1052, 1090, 8), box(1130, 1190, 1090, 8)], PAPER, 0.45)
    sheet.lay([rounded(1136, 1046, 60, 158, 16), rounded(2154, 1046, 60, 158, 16)], EARTH, 0.85)
    glass = rounded(1540, 1078, 270, 94, 44)
    sheet.lay(glass, Fade(mix(PATINA, PAPER, 0.6), mix(BRONZE, PATINA, 0.6)))
    sheet.lay(rounded(1626, 1090, 98, 56, 28), PAPER, 0.92)
    sheet.lay([box(1614, 1078, 6, 94), box(1730, 1078, 6, 94)], INK, 0.85)
    sheet.lay(rounded(1540, 1078, 270, 94, 44), INK, 0.5, cut=[rounded(1546, 1084, 258, 82, 40)])
    for cx in (1330, 2020):
        sheet.lay(disc(cx, 1125, 52), EARTH, 0.9)
        sheet.lay(disc(cx, 1125, 40), mix(PATINA, PAPER, 0.35))
        sheet.lay([bar(cx - 38, 1125, cx + 38, 1125, 4), bar(cx, 1087, cx, 1163, 4)], EARTH, 0.7)
