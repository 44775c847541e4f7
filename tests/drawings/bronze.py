"""The bronze square ding from Duling, drawn from the front."""

from __future__ import annotations

from itertools import pairwise

from .palette import BRONZE, DEEP, EARTH, INK, LOAM, MIST, PAPER, PATINA, ROSE, SAND, Colour, Fade, mix
from .scenery import courses
from .shapes import bar, below, box, curve, disc, ribbon, rounded, uneven
from .sheet import Sheet, Stencil


def square_ding(sheet: Sheet) -> None:
    """The bronze square ding from the front, on a ground of strata."""
    sheet.wash(Fade(mix(PAPER, SAND, 0.25), PAPER))
    sheet.lay(disc(800, 1010, 640), Fade(mix(SAND, PAPER, 0.2), mix(ROSE, SAND, 0.5)), 0.9, worn=0.25)
    floor = uneven(-10, 1610, 1880, 8, 260, sheet.dice)
    courses(sheet, below(floor, 2420), 1880, 2420, 40, light=SAND, dark=LOAM)
    sheet.lay(disc(830, 1935, 560, 46), EARTH, 0.55, blur=26)
    body = [(352, 900), (1248, 900), (1204, 1560), (396, 1560)]
    _legs(sheet)
    _handles(sheet)
    sheet.lay([(316, 836), (1284, 836), (1258, 800), (342, 800)], DEEP)
    sheet.solid(body, Fade(mix(PATINA, BRONZE, 0.3), mix(BRONZE, DEEP, 0.65), sideways=True))
    stencil = sheet.stencil(body)
    sheet.lay(box(300, 1300, 1000, 300), Fade(BRONZE, DEEP), 0.4, blur=80, inside=stencil)
    sheet.lay(disc(560, 1190, 170, 260), mix(PATINA, PAPER, 0.4), 0.35, blur=90, inside=stencil)
    _beast_band(sheet)
    _bosses(sheet)
    sheet.lay(box(310, 832, 980, 70), Fade(PATINA, DEEP, sideways=True))
    sheet.lay(box(310, 832, 980, 9), mix(PATINA, PAPER, 0.5), 0.8)
    sheet.lay(box(316, 898, 968, 8), INK, 0.45, blur=5)
    _patches(sheet, stencil)


def _legs(sheet: Sheet) -> None:
    for x, shift, tone in ((500, -46, 0.75), (1000, -46, 0.75)):
        sheet.lay(
            [(x - 52, 1540), (x + 112, 1540), (x + 96, 1886 + shift), (x - 36, 1886 + shift)], mix(BRONZE, INK, tone)
        )
    for x in (404, 1012):
        leg = [(x, 1545), (x + 184, 1545), (x + 160, 1936), (x + 24, 1936)]
        sheet.solid([leg, disc(x + 92, 1936, 68, 15)], Fade(PATINA, DEEP, sideways=True))
        for y in (1606, 1640):
            sheet.lay(ribbon(curve([(x + 4, y), (x + 92, y + 16), (x + 180, y)], 10), 10), DEEP, 0.75)


def _handles(sheet: Sheet) -> None:
    for x in (470, 930):
        hole = rounded(x + 52, 690, 96, 150, 44)
        sheet.lay(
            rounded(x, 636, 200, 260, 84), Fade(PATINA, mix(BRONZE, DEEP, 0.7), sideways=True), cut=[hole], worn=0.12
        )
        sheet.lay(rounded(x + 14, 650, 172, 240, 72), DEEP, 0.5, cut=[rounded(x + 24, 660, 152, 232, 64)])


def _beast_band(sheet: Sheet) -> None:
    """The band of beast masks under the rim, reduced to eyes, brows and square spirals."""
    sheet.lay([(372, 930), (1228, 930), (1219, 1096), (381, 1096)], DEEP, 0.5)
    light = mix(PATINA, SAND, 0.45)
    for y in (930, 1096):
        sheet.lay(bar(374, y, 1226, y, 7), light, 0.85)
    for side in (-1, 1):
        for offset, size in ((98, 1.0), (262, 0.86), (372, 0.6)):
            cx = 800 + side * offset
            if size == 1.0:
                _eye(sheet, cx, 1014, side, light)
            else:
                _spiral(sheet, cx, 1014, 58 * size, side)
    sheet.lay([(786, 952), (814, 952), (808, 1074), (792, 1074)], light, 0.95)


def _eye(sheet: Sheet, cx: float, cy: float, side: int, light: Colour) -> None:
    lids = [(cx - side * 44, cy + 14), (cx - side * 6, cy - 22), (cx + side * 40, cy - 12)]
    lower = [(cx + side * 40, cy - 12), (cx + side * 10, cy + 24), (cx - side * 44, cy + 14)]
    sheet.lay([ribbon(curve(lids, 10), 7), ribbon(curve(lower, 10), 7)], light, 0.9)
    sheet.lay(disc(cx + 3, cy + 4, 15), INK, 0.6, blur=3)
    sheet.lay(disc(cx, cy, 14), mix(PATINA, SAND, 0.3))
    sheet.lay(disc(cx - 4, cy - 4, 5), PAPER, 0.8)
    brow = curve(
        [
            (cx - side * 58, cy - 26),
            (cx, cy - 54),
            (cx + side * 66, cy - 46),
            (cx + side * 80, cy - 4),
            (cx + side * 62, cy + 8),
        ],
        10,
    )
    jaw = curve(
        [(cx - side * 42, cy + 58), (cx + side * 20, cy + 54), (cx + side * 70, cy + 48), (cx + side * 80, cy + 24)], 10
    )
    sheet.lay([ribbon(brow, 11, 6), ribbon(jaw, 11, 6)], light, 0.9)


def _spiral(sheet: Sheet, cx: float, cy: float, reach: float, side: int) -> None:
    r = reach
    turns = [
        (-r, r),
        (-r, -r),
        (r, -r),
        (r, r * 0.62),
        (-r * 0.45, r * 0.62),
        (-r * 0.45, -r * 0.45),
        (r * 0.45, -r * 0.45),
        (r * 0.45, r * 0.15),
        (0, r * 0.15),
    ]
    points = [(cx + side * x, cy + y) for x, y in turns]
    pieces = [bar(ax, ay, bx, by, 9) for (ax, ay), (bx, by) in pairwise(points)]
    sheet.lay(pieces + [disc(x, y, 4.5) for x, y in points], mix(PATINA, SAND, 0.45), 0.9)


def _bosses(sheet: Sheet) -> None:
    """Rows of nail-heads down both sides and along the foot, the plain field between them."""
    places = []
    for row in range(9):
        first, last = 414 + row * 2.8, 1186 - row * 2.8
        columns = range(17) if row > 5 else (0, 1, 2, 14, 15, 16)
        places += [(first + (last - first) * column / 16, 1142 + row * 46) for column in columns]
    sheet.lay([disc(x + 5, y + 7, 18) for x, y in places], INK, 0.55, blur=4)
    sheet.lay([disc(x, y, 17) for x, y in places], mix(BRONZE, DEEP, 0.25))
    sheet.lay([disc(x - 2, y - 3, 13) for x, y in places], mix(PATINA, BRONZE, 0.35))
    sheet.lay([disc(x - 5, y - 6, 5) for x, y in places], mix(PATINA, PAPER, 0.6), 0.9)


def _patches(sheet: Sheet, stencil: Stencil) -> None:
    """Verdigris."""
    dice = sheet.dice
    for _ in range(26):
        x, y, size = dice.uniform(380, 1220), dice.uniform(1110, 1540), dice.uniform(16, 70)
        sheet.lay(disc(x, y, size, size * 0.6), mix(PATINA, MIST, 0.5), 0.34, blur=12, worn=1.0, inside=stencil)
