"""The old wall: its rammed earth close by, among the houses, and from afar."""

from __future__ import annotations

from .palette import BRONZE, CINNABAR, DEEP, EARTH, LOAM, MIST, OCHRE, PAPER, PATINA, ROSE, SAND, Fade, mix
from .scenery import birds, blocks, courses, grass, ground, gullies, sky, sun, tree, turf
from .shapes import Outline, arc, below, box, curve, moved, ribbon, uneven
from .sheet import Sheet


def rammed_earth(sheet: Sheet) -> None:
    """The wall in section, close: course on course, grass on the crest."""
    sky(sheet, mix(PAPER, MIST, 0.55), PAPER, 560)
    sun(sheet, 1830, 330, 150)
    blocks(sheet, -40, 2500, 780, (260, 440), (120, 210), mix(MIST, PATINA, 0.3), PAPER)
    crest = curve(
        [
            (-20, 420),
            (180, 388),
            (420, 410),
            (640, 372),
            (830, 398),
            (1010, 452),
            (1190, 470),
            (1380, 540),
            (1540, 560),
            (1720, 622),
            (1960, 640),
            (2180, 690),
            (2420, 704),
        ]
    )
    crest = [(x, y + sheet.dice.uniform(-5, 5)) for x, y in crest]
    grass(sheet, crest, BRONZE, 130, 74)
    wall = below(crest, 1620)
    courses(sheet, wall, 395, 1620, 47, light=mix(SAND, PAPER, 0.15), dark=LOAM, dimples=True)
    _cracks(sheet, wall)
    _sherds(sheet, wall)
    stencil = sheet.stencil(wall)
    sheet.lay(box(0, 300, 2400, 1320), Fade(PAPER, EARTH, sideways=True), 0.2, inside=stencil)
    sheet.lay(box(0, 900, 2400, 720), Fade(LOAM, EARTH), 0.18, blur=160, inside=stencil)
    sheet.lay(ribbon(crest, 16), mix(LOAM, BRONZE, 0.5), 0.8, worn=0.5)
    grass(sheet, [(x, y + 16) for x, y in crest], mix(BRONZE, DEEP, 0.4), 70, 48)
    birds(sheet, ((1180, 210, 74), (1330, 260, 54), (1420, 170, 44)))


def _cracks(sheet: Sheet, wall: Outline) -> None:
    dice, stencil = sheet.dice, sheet.stencil(wall)
    for x in (330, 905, 1480, 2090):
        points, y = [(x, dice.uniform(430, 620))], 0.0
        for _ in range(dice.randrange(6, 13)):
            last_x, y = points[-1]
            points.append((last_x + dice.uniform(-26, 26), y + dice.uniform(40, 90)))
        sheet.lay(ribbon(curve(points, 5), 9, 1), EARTH, 0.6, inside=stencil, worn=0.4)


def _sherds(sheet: Sheet, wall: Outline) -> None:
    """Pebbles and bits of pottery in the earth."""
    dice, stencil = sheet.dice, sheet.stencil(wall)
    for _ in range(150):
        x, y, size = dice.uniform(0, 2400), dice.uniform(560, 1580), dice.uniform(4, 13)
        piece = [
            (px + dice.uniform(-2, 2), py + dice.uniform(-2, 2)) for px, py in arc(x, y, size, size * 0.55, 0, 360, 7)
        ]
        sheet.lay(moved(piece, 2, 4), EARTH, 0.4, inside=stencil)
        sheet.lay(piece, dice.choice((SAND, PAPER, mix(CINNABAR, LOAM, 0.5), LOAM)), 0.75, inside=stencil)


def wall_among_houses(sheet: Sheet) -> None:
    """Apartment blocks, hazy, behind the long back of the wall."""
    sky(sheet, mix(PAPER, PATINA, 0.42), mix(PAPER, ROSE, 0.22), 1120)
    sun(sheet, 700, 520, 118)
    haze = mix(PAPER, ROSE, 0.22)
    blocks(sheet, -60, 2500, 1130, (380, 640), (120, 220), mix(MIST, PATINA, 0.2), haze)
    blocks(sheet, -90, 640, 1180, (420, 760), (170, 260), mix(PATINA, MIST, 0.35), haze, windows=True, lamps=SAND)
    blocks(sheet, 960, 2500, 1180, (360, 820), (170, 270), mix(PATINA, MIST, 0.3), haze, windows=True, lamps=SAND)
    for x, height in ((60, 280), (300, 230), (1230, 240), (1420, 200), (2330, 250)):
        tree(sheet, x, 1190, height, PATINA)
    crest = curve(
        [
            (-20, 1150),
            (160, 1112),
            (330, 1120),
            (480, 1052),
            (640, 1040),
            (740, 1078),
            (830, 1002),
            (980, 962),
            (1130, 968),
            (1230, 1004),
            (1330, 946),
            (1480, 904),
            (1640, 896),
            (1740, 940),
            (1850, 930),
            (1960, 868),
            (2120, 842),
            (2260, 872),
            (2420, 836),
        ]
    )
    wall = below(crest, 1420)
    for x, foot, height in ((900, 1010, 250), (1560, 930, 290), (2090, 880, 230)):
        tree(sheet, x, foot, height, mix(BRONZE, PATINA, 0.4))
    courses(sheet, wall, 850, 1420, 24, light=mix(SAND, OCHRE, 0.25), dark=mix(LOAM, EARTH, 0.2), rise=20)
    gullies(sheet, crest, 1420, 210)
    turf(sheet, crest, 60, mix(BRONZE, LOAM, 0.3))
    grass(sheet, crest, mix(BRONZE, DEEP, 0.3), 150, 50)
    ground(sheet, 1385, DEEP, 4)
    for x, height in ((170, 470), (420, 360), (2230, 520), (2010, 380)):
        tree(sheet, x, 1420, height, BRONZE)
    birds(sheet, ((1010, 380, 70), (1130, 440, 52), (1190, 340, 40)))


def long_wall(sheet: Sheet) -> None:
    """The wall from afar, across the whole width, the city behind it in three distances."""
    haze = mix(PAPER, SAND, 0.3)
    sky(sheet, mix(PAPER, PATINA, 0.32), haze, 760)
    sun(sheet, 2680, 420, 104)
    for floor, tone in ((800, 0.86), (840, 0.62)):
        blocks(sheet, -80, 3700, floor, (90, 420 * (1.25 - tone)), (90, 190), mix(PATINA, haze, tone), haze)
    blocks(sheet, -80, 1240, 870, (170, 430), (140, 230), mix(PATINA, haze, 0.3), haze, windows=True, lamps=OCHRE)
    blocks(sheet, 1760, 2330, 870, (150, 330), (140, 230), mix(PATINA, haze, 0.3), haze, windows=True, lamps=OCHRE)
    blocks(sheet, 3060, 3700, 870, (200, 400), (140, 230), mix(PATINA, haze, 0.3), haze, windows=True, lamps=OCHRE)
    for _ in range(46):
        tree(
            sheet,
            sheet.dice.uniform(-20, 3620),
            900,
            sheet.dice.uniform(90, 190),
            mix(PATINA, BRONZE, sheet.dice.uniform(0.1, 0.7)),
        )
    crest = curve(
        [
            (-20, 742),
            (280, 724),
            (560, 748),
            (840, 720),
            (1180, 742),
            (1330, 800),
            (1420, 872),
            (1520, 884),
            (1610, 816),
            (1760, 764),
            (2080, 742),
            (2420, 770),
            (2760, 752),
            (3100, 790),
            (3330, 776),
            (3620, 800),
        ]
    )
    for x, foot, height in ((830, 740, 190), (1990, 760, 170), (2110, 760, 230), (2830, 770, 180)):
        tree(sheet, x, foot, height, mix(BRONZE, PATINA, 0.3))
    wall = below(crest, 1060)
    courses(sheet, wall, 722, 1060, 19, light=mix(SAND, OCHRE, 0.2), dark=mix(LOAM, EARTH, 0.15))
    gullies(sheet, crest, 1060, 170)
    turf(sheet, crest, 44, mix(BRONZE, LOAM, 0.3))
    grass(sheet, crest, mix(BRONZE, DEEP, 0.3), 240, 36)
    meadow = uneven(-10, 3610, 1010, 14, 420, sheet.dice)
    sheet.lay(below(meadow, 1210), Fade(BRONZE, DEEP), worn=0.25)
    for i in range(1, 6):
        sheet.lay(ribbon(uneven(-10, 3610, 1010 + i * 34, 8, 320, sheet.dice), 4), SAND, 0.34, worn=0.9)
    for x, height in ((180, 330), (420, 250), (3190, 290), (3420, 380), (1460, 210)):
        tree(sheet, x, 1075, height, mix(BRONZE, DEEP, 0.35))
    birds(sheet, ((1500, 270, 80), (1640, 330, 58), (1730, 240, 46), (1850, 300, 40)))
