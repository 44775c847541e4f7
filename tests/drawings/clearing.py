"""Pictures of the culture area: three steps to cleared ground, and five areas inside a wall."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians, sin

from .palette import BRONZE, CINNABAR, DEEP, EARTH, INK, LOAM, MIST, OCHRE, PAPER, PATINA, ROSE, SAND, Colour, Fade, mix
from .scenery import blocks, courses, ground, sky, sun, tree
from .shapes import Outline, Point, bar, below, box, clump, curve, disc, moved, ribbon, rounded, turned
from .sheet import Sheet


def three_steps(sheet: Sheet) -> None:
    """Three steps of rammed earth up to cleared ground: the sealed paper, the house that goes, the cart of rubble."""
    sky(sheet, mix(PAPER, MIST, 0.6), mix(PAPER, SAND, 0.35), 1250)
    sun(sheet, 2140, 250, 130)
    blocks(sheet, -50, 2500, 1300, (120, 330), (110, 190), mix(PAPER, PATINA, 0.3), mix(PAPER, SAND, 0.35))
    for i, (x, top) in enumerate(((120, 1180), (720, 960), (1320, 740), (1920, 520))):
        face = box(x, top, 2400 - x + 20, 1500 - top)
        sheet.shade(box(x, top, 60, 1500 - top), INK, 0.4, -16, 10, 18)
        courses(sheet, face, top, 1500, 36, light=mix(SAND, PAPER, 0.25 - 0.05 * i), dark=mix(LOAM, OCHRE, 0.25))
        sheet.lay(box(x, top - 14, 2400 - x + 20, 30), Fade(mix(SAND, PAPER, 0.6), SAND))
        sheet.lay(box(x - 40, top - 14, 70, 1520 - top), EARTH, 0.4, blur=26, inside=sheet.stencil(face))
    ground(sheet, 1460, DEEP, 3)
    _contract(sheet, 420, 1166)
    _house(sheet, 1020, 946)
    _cart(sheet, 1610, 726)
    for x, height in ((2060, 200), (2250, 250), (2350, 170)):
        tree(sheet, x, 510, height, BRONZE)


def _contract(sheet: Sheet, x: float, foot: float) -> None:
    turn = ((x, foot - 190), -6.0)
    for dx, dy, ink in ((26, -14, mix(PAPER, SAND, 0.5)), (0, 0, mix(PAPER, (255, 255, 255), 0.5))):
        page = turned(box(x - 130 + dx, foot - 372 + dy, 250, 350), *turn)
        sheet.shade(page, INK, 0.35, 12, 14, 10)
        sheet.lay(page, ink)
    lines = [turned(box(x - 96, foot - 324 + i * 36, 180 - (60 if i == 5 else 0), 9), *turn) for i in range(6)]
    sheet.lay(lines, INK, 0.45)
    sheet.lay(turned(rounded(x + 22, foot - 122, 72, 72, 8), *turn), CINNABAR, 0.9, worn=0.4)
    sheet.lay([turned(box(x + 34 + i * 18, foot - 110, 7, 48), *turn) for i in range(3)], PAPER, 0.9)


def _house(sheet: Sheet, x: float, foot: float) -> None:
    """An old house: the left half stands, the right half is already only a dotted outline."""
    wall = [
        (x - 170, foot),
        (x - 170, foot - 190),
        (x + 10, foot - 190),
        (x - 12, foot - 130),
        (x + 26, foot - 96),
        (x - 4, foot - 40),
        (x + 22, foot),
    ]
    roof = [
        (x - 206, foot - 182),
        (x - 150, foot - 290),
        (x - 6, foot - 290),
        (x + 22, foot - 246),
        (x - 14, foot - 214),
        (x + 6, foot - 182),
    ]
    sheet.solid(wall, Fade(mix(PAPER, SAND, 0.6), SAND), 0.3)
    sheet.solid(roof, Fade(BRONZE, DEEP), 0.3)
    tiles = [bar(x - 150 + i * 25, foot - 288, x - 196 + i * 27, foot - 184, 4) for i in range(7)]
    sheet.lay(tiles, PATINA, 0.5, inside=sheet.stencil(roof))
    sheet.lay([box(x - 134, foot - 130, 64, 130)], EARTH)
    sheet.lay([box(x - 48, foot - 136, 40, 60)], EARTH, 0.8)
    ghost = [
        (x + 30, foot - 290),
        (x + 150, foot - 290),
        (x + 206, foot - 182),
        (x + 170, foot - 182),
        (x + 170, foot),
        (x + 40, foot),
    ]
    dashes = []
    for (ax, ay), (bx, by) in pairwise(ghost):
        count = max(2, round(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 / 26))
        dashes += [
            bar(
                ax + (bx - ax) * i / count,
                ay + (by - ay) * i / count,
                ax + (bx - ax) * (i + 0.55) / count,
                ay + (by - ay) * (i + 0.55) / count,
                6,
            )
            for i in range(count)
        ]
    sheet.lay(dashes, EARTH, 0.75)
    for _ in range(16):
        px, size = x + 30 + sheet.dice.uniform(0, 130), sheet.dice.uniform(8, 22)
        sheet.lay(
            turned(box(px, foot - size * 0.8, size * 1.5, size), (px, foot), sheet.dice.uniform(-25, 25)),
            sheet.dice.choice((SAND, LOAM, BRONZE)),
        )


def _cart(sheet: Sheet, x: float, foot: float) -> None:
    """A small tip lorry with its load."""
    heap = below(
        curve(
            [(x - 168, foot - 176), (x - 120, foot - 232), (x - 60, foot - 250), (x, foot - 224), (x + 44, foot - 176)],
            10,
        ),
        foot - 160,
    )
    sheet.solid(heap, Fade(LOAM, EARTH), 0.5)
    body = [(x - 186, foot - 186), (x + 60, foot - 186), (x + 46, foot - 70), (x - 164, foot - 70)]
    cab = [
        (x + 70, foot - 64),
        (x + 70, foot - 206),
        (x + 142, foot - 206),
        (x + 176, foot - 132),
        (x + 186, foot - 124),
        (x + 186, foot - 64),
    ]
    sheet.solid(body, Fade(mix(OCHRE, SAND, 0.2), OCHRE), 0.25)
    sheet.lay([box(x - 140 + i * 46, foot - 180, 8, 108) for i in range(5)], LOAM, 0.6)
    sheet.solid(cab, Fade(PATINA, BRONZE), 0.2)
    sheet.lay(
        [(x + 92, foot - 188), (x + 134, foot - 188), (x + 158, foot - 136), (x + 92, foot - 136)],
        mix(PAPER, MIST, 0.4),
    )
    sheet.lay(box(x - 170, foot - 74, 356, 18), DEEP)
    for cx in (x - 116, x - 40, x + 124):
        sheet.lay(disc(cx, foot - 36, 38), INK)
        sheet.lay(disc(cx, foot - 36, 17), SAND)


def five_areas(sheet: Sheet) -> None:
    """Five pieces of one old town, cut from paper and laid edge to edge inside a wall. Not a map."""
    sheet.wash(Fade(mix(PAPER, MIST, 0.35), mix(PAPER, SAND, 0.4)))
    for i in range(9):
        reach = 760 + i * 120
        around = [(angle, reach * sheet.dice.uniform(0.97, 1.03)) for angle in range(0, 360, 20)]
        ring = curve(
            [(1200 + r * cos(radians(a)), 800 + 0.72 * r * sin(radians(a))) for a, r in (*around, *around[:2])], 8
        )
        sheet.lay(ribbon(ring, 3), OCHRE, 0.34, worn=0.8)
    wall = rounded(440, 180, 1520, 1240, 90)
    sheet.shade(wall, INK, 0.35, 22, 30, 30)
    sheet.lay(wall, mix(SAND, OCHRE, 0.3))
    courses(sheet, wall, 160, 1440, 24, light=SAND, dark=LOAM)
    inner = rounded(500, 240, 1400, 1120, 60)
    sheet.lay(inner, mix(PAPER, SAND, 0.25))
    sheet.lay(inner, EARTH, 0.4, cut=[moved(rounded(508, 254, 1392, 1112, 60), 4, 4)], blur=6)
    pieces = (
        ([(530, 270), (1120, 270), (1090, 470), (1010, 690), (530, 640)], BRONZE, _roofs),
        ([(1160, 270), (1870, 270), (1870, 720), (1500, 760), (1130, 500)], OCHRE, _terraces),
        ([(530, 684), (1000, 734), (1050, 960), (920, 1330), (530, 1330)], ROSE, _lanes),
        ([(1044, 716), (1122, 540), (1480, 796), (1420, 1010), (1096, 956)], CINNABAR, _square),
        ([(1098, 1002), (1426, 1054), (1520, 806), (1870, 766), (1870, 1330), (972, 1330)], PATINA, _trees),
    )
    for outline, ink, fill in pieces:
        soft = _softened(outline)
        sheet.shade(soft, INK, 0.5, 12, 16, 12)
        sheet.solid(soft, Fade(mix(ink, PAPER, 0.16), ink), 0.3)
        fill(sheet, soft, ink)
        sheet.lay(ribbon([*soft, soft[0]], 5), PAPER, 0.45, inside=sheet.stencil(soft))


def _softened(outline: Outline) -> Outline:
    """Corners rounded a little, as scissors leave them."""
    soft: Outline = []
    for before, corner, after in zip([outline[-1], *outline], outline, [*outline[1:], outline[0]], strict=False):
        near = [
            (
                corner[0] + (p[0] - corner[0]) * 26 / max(30.0, _gap(p, corner)),
                corner[1] + (p[1] - corner[1]) * 26 / max(30.0, _gap(p, corner)),
            )
            for p in (before, after)
        ]
        soft += [
            (
                (1 - t) ** 2 * near[0][0] + 2 * t * (1 - t) * corner[0] + t * t * near[1][0],
                (1 - t) ** 2 * near[0][1] + 2 * t * (1 - t) * corner[1] + t * t * near[1][1],
            )
            for t in (0, 0.25, 0.5, 0.75, 1)
        ]
    return soft


def _gap(a: Point, b: Point) -> float:
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5


def _roofs(sheet: Sheet, outline: Outline, ink: Colour) -> None:
    stencil = sheet.stencil(outline)
    for row in range(6):
        for column in range(8):
            x, y, w = 556 + column * 78 + (row % 2) * 26, 306 + row * 64, sheet.dice.uniform(44, 60)
            sheet.lay(moved(box(x, y, w, 36), 5, 6), INK, 0.35, inside=stencil)
            sheet.lay(box(x, y, w, 18), mix(ink, PAPER, 0.55), inside=stencil)
            sheet.lay(box(x, y + 18, w, 18), mix(ink, PAPER, 0.3), inside=stencil)


def _terraces(sheet: Sheet, outline: Outline, ink: Colour) -> None:
    """The strata of a dig, ring in ring."""
    stencil = sheet.stencil(outline)
    for i in range(9):
        pit = [(1560 + (x - 1560) * (1 - i * 0.105), 490 + (y - 490) * (1 - i * 0.105)) for x, y in outline]
        sheet.lay(pit, mix(mix(SAND, ink, 0.5), EARTH, i * 0.07), 0.75, inside=stencil)
        sheet.lay(ribbon([*pit, pit[0]], 4), mix(SAND, PAPER, 0.5), 0.6, inside=stencil)


def _lanes(sheet: Sheet, outline: Outline, ink: Colour) -> None:
    stencil = sheet.stencil(outline)
    for x in range(540, 1100, 74):
        sheet.lay(ribbon([(x, 660), (x - 20, 1350)], 7), PAPER, 0.7, inside=stencil)
    for y in range(770, 1340, 104):
        sheet.lay(ribbon([(500, y), (1100, y + 40)], 13), PAPER, 0.8, inside=stencil)


def _square(sheet: Sheet, outline: Outline, ink: Colour) -> None:
    stencil = sheet.stencil(outline)
    for reach in (190, 150, 110, 70, 30):
        sheet.lay(
            disc(1250, 810, reach, reach * 0.86),
            PAPER,
            0.5,
            cut=[disc(1250, 810, reach - 7, reach * 0.86 - 7)],
            inside=stencil,
        )
    sheet.lay(
        [bar(1250, 810, 1250 + 400 * cos(radians(a)), 810 + 400 * sin(radians(a)), 4) for a in range(0, 360, 30)],
        PAPER,
        0.28,
        inside=stencil,
    )


def _trees(sheet: Sheet, outline: Outline, ink: Colour) -> None:
    stencil, dice = sheet.stencil(outline), sheet.dice
    path = curve([(960, 1290), (1200, 1200), (1420, 1250), (1600, 1100), (1900, 1010)], 14)
    sheet.lay(ribbon(path, 46), mix(PAPER, SAND, 0.3), 0.85, inside=stencil)
    for _ in range(70):
        x, y, r = dice.uniform(1000, 1860), dice.uniform(820, 1320), dice.uniform(20, 40)
        if min(_gap((x, y), p) for p in path) < 60:
            continue
        sheet.lay(disc(x + 6, y + 9, r), INK, 0.3, blur=4, inside=stencil)
        sheet.lay(clump(x, y, r, dice, 1.0), mix(BRONZE, PATINA, dice.uniform(0, 0.5)), inside=stencil)
        sheet.lay(disc(x - r * 0.25, y - r * 0.3, r * 0.4), MIST, 0.3, inside=stencil)
