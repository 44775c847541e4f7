"""Pictures of ideas: a room for study, three ones, many strands, clean air."""

from __future__ import annotations

from math import cos, radians, sin

from .palette import BRONZE, CINNABAR, DEEP, EARTH, INK, LOAM, MIST, OCHRE, PAPER, PATINA, ROSE, SAND, Colour, Fade, mix
from .scenery import birds, sky, sun, tree
from .shapes import Outline, arc, bar, below, box, clump, curve, disc, moved, ribbon, rounded, stroke, uneven
from .sheet import Sheet


def meeting_room(sheet: Sheet) -> None:
    """Rows of empty chairs before a long table, light from tall windows."""
    sheet.wash(Fade(mix(SAND, PAPER, 0.35), mix(SAND, OCHRE, 0.25)))
    for y in (120, 150, 760):
        sheet.lay(ribbon(uneven(-10, 2410, y, 3, 400, sheet.dice), 5), OCHRE, 0.6, worn=0.8)
    _windows(sheet)
    sheet.lay(box(0, 860, 2400, 760), Fade(mix(LOAM, SAND, 0.5), mix(EARTH, LOAM, 0.35)))
    for x in (150, 690, 1230, 1770):
        beam = [(x + 30, 862), (x + 450, 862), (x + 520 + (x - 960) * 0.3, 1620), (x - 40 + (x - 960) * 0.3, 1620)]
        sheet.lay(beam, mix(PAPER, SAND, 0.3), 0.17, blur=16)
    _long_table(sheet)
    for row, (foot, size, ink, count) in enumerate(
        ((1180, 0.62, mix(BRONZE, PATINA, 0.55), 9), (1380, 0.86, mix(BRONZE, DEEP, 0.2), 7), (1680, 1.25, DEEP, 5))
    ):
        pitch = 2400 / (count - 0.6)
        for i in range(count):
            x = (i + 0.2) * pitch + (0 if row % 2 else pitch * 0.1)
            _chair(sheet, x, foot, size, CINNABAR if (row, i) == (1, 2) else ink)


def _windows(sheet: Sheet) -> None:
    """Four windows on one garden."""
    frames = [box(x, 210, 480, 480) for x in (150, 690, 1230, 1770)]
    stencil, dice, white = sheet.stencil(frames), sheet.dice, mix(PAPER, (255, 255, 255), 0.4)
    sheet.lay(frames, Fade(mix(MIST, PAPER, 0.35), white))
    for level, swing, ink in ((500, 46, mix(MIST, PAPER, 0.25)), (560, 34, mix(PATINA, MIST, 0.55))):
        sheet.lay(
            below(uneven(100, 2300, level, swing, 260, dice), 700), Fade(ink, mix(ink, PAPER, 0.5)), inside=stencil
        )
    for x in range(170, 2300, 190):
        crown = (x + dice.uniform(-50, 50), dice.uniform(560, 610), dice.uniform(64, 110))
        sheet.lay(box(crown[0] - 6, crown[1], 12, 200), mix(LOAM, MIST, 0.4), inside=stencil)
        sheet.lay(clump(*crown, dice), mix(PATINA, MIST, dice.uniform(0.05, 0.4)), inside=stencil)
        sheet.lay(
            clump(crown[0] - 18, crown[1] - 22, crown[2] * 0.55, dice), mix(PATINA, PAPER, 0.5), 0.6, inside=stencil
        )
    for x in (150, 690, 1230, 1770):
        sheet.lay(box(x - 14, 712, 508, 10), EARTH, 0.3, blur=5)
        sheet.lay(
            [
                box(x - 14, 196, 508, 18),
                box(x - 14, 686, 508, 22),
                box(x - 14, 196, 18, 500),
                box(x + 476, 196, 18, 500),
                box(x + 234, 210, 12, 480),
                box(x, 360, 480, 9),
            ],
            white,
        )


def _long_table(sheet: Sheet) -> None:
    sheet.lay(box(560, 1000, 1280, 26), INK, 0.4, blur=18)
    sheet.lay([(600, 868), (1800, 868), (1836, 900), (564, 900)], mix(OCHRE, LOAM, 0.35))
    sheet.solid(box(564, 900, 1272, 112), Fade(mix(LOAM, OCHRE, 0.15), mix(LOAM, EARTH, 0.6)), 0.3)
    for i in range(9):
        x = 640 + i * 140
        sheet.lay([box(x - 15, 838, 30, 36), disc(x, 874, 15, 5)], Fade(PAPER, mix(PAPER, SAND, 0.8), sideways=True))
        sheet.lay([disc(x, 838, 16, 5), box(x - 3, 826, 6, 8)], PATINA)
        if i < 8:
            sheet.lay([(x + 34, 880), (x + 96, 880), (x + 102, 893), (x + 30, 893)], PAPER)


def _chair(sheet: Sheet, x: float, foot: float, size: float, ink: Colour) -> None:
    """A meeting chair seen from behind; x, foot: middle of its feet; size: 1 = 420 units high."""
    w, top = 250 * size, foot - 420 * size
    back = curve(
        [
            (x - w * 0.46, foot - 130 * size),
            (x - w * 0.5, top + 90 * size),
            (x - w * 0.4, top + 12 * size),
            (x, top - 8 * size),
            (x + w * 0.4, top + 12 * size),
            (x + w * 0.5, top + 90 * size),
            (x + w * 0.46, foot - 130 * size),
        ],
        12,
    )
    sheet.lay(disc(x, foot - 2, w * 0.62, 22 * size), INK, 0.4, blur=12 * size)
    legs = [
        bar(x - w * 0.4, foot - 140 * size, x - w * 0.46, foot, 18 * size),
        bar(x + w * 0.4, foot - 140 * size, x + w * 0.46, foot, 18 * size),
        bar(x - w * 0.3, foot - 140 * size, x - w * 0.32, foot - 34 * size, 13 * size),
        bar(x + w * 0.3, foot - 140 * size, x + w * 0.32, foot - 34 * size, 13 * size),
    ]
    sheet.lay(legs, mix(EARTH, INK, 0.4))
    sheet.solid(back, Fade(mix(ink, PAPER, 0.18), mix(ink, INK, 0.3)), 0.25)
    rim = [(px, py + 8 * size) for px, py in back[8:-8]]
    sheet.lay(ribbon(rim, 6 * size), PAPER, 0.3)
    sheet.lay(
        ribbon(
            curve([(x - w * 0.4, foot - 205 * size), (x, foot - 192 * size), (x + w * 0.4, foot - 205 * size)], 10),
            5 * size,
        ),
        INK,
        0.3,
    )


def three_ones(sheet: Sheet) -> None:
    """Three inks that overlap: a building, a team, a plan."""
    sheet.wash(Fade(mix(PAPER, (255, 255, 255), 0.3), PAPER))
    for i in range(13):
        y = 150 + i * 110
        sheet.lay(ribbon(uneven(-10, 2410, y, 7, 300, sheet.dice), 4), SAND, 0.75, worn=0.8)
    for (cx, cy), ink in (
        ((860, 640), mix(OCHRE, SAND, 0.25)),
        ((1540, 640), mix(PATINA, MIST, 0.12)),
        ((1200, 1090), mix(CINNABAR, ROSE, 0.3)),
    ):
        sheet.lay(disc(cx, cy, 440), ink, over=True, worn=0.16)
    _building_sign(sheet, 760, 690)
    _team_sign(sheet, 1640, 540)
    _plan_sign(sheet, 1200, 1250)


def _building_sign(sheet: Sheet, x: float, foot: float) -> None:
    parts = [box(x - 190, foot - 190, 130, 190), box(x - 46, foot - 330, 150, 330), box(x + 118, foot - 120, 90, 120)]
    panes = [box(x - 22 + i * 38, foot - 298 + j * 52, 22, 30) for i in range(3) for j in range(5)]
    panes += [box(x - 168 + i * 48, foot - 160 + j * 52, 28, 28) for i in range(2) for j in range(3)]
    sheet.lay([*parts, box(x - 230, foot, 470, 12)], PAPER, cut=panes)


def _team_sign(sheet: Sheet, x: float, y: float) -> None:
    """Three people; a narrow gap is left around the one in front."""

    def person(dx: float, dy: float, size: float, wider: float = 0.0) -> list[Outline]:
        head = disc(x + dx, y + dy - 108 * size, 66 * size + wider)
        shoulders = arc(x + dx, y + dy + 116 * size, 132 * size + wider, 140 * size + wider, 180, 360)
        return [head, below(shoulders, y + 150)]

    sheet.lay([*person(-156, 34, 0.8), *person(156, 34, 0.8)], PAPER, cut=person(0, 0, 1.0, 16))
    sheet.lay(person(0, 0, 1.0), PAPER)


def _plan_sign(sheet: Sheet, x: float, y: float) -> None:
    page = [(x - 150, y - 200), (x + 80, y - 200), (x + 150, y - 130), (x + 150, y + 190), (x - 150, y + 190)]
    marks = [box(x - 104, y - 96 + i * 74, 40, 40) for i in range(4)] + [
        box(x - 40, y - 86 + i * 74, 146 - (40 if i == 2 else 0), 18) for i in range(4)
    ]
    ticks = [
        ribbon([(x - 96, y - 78 + i * 74), (x - 84, y - 66 + i * 74), (x - 68, y - 92 + i * 74)], 10) for i in range(2)
    ]
    sheet.lay(page, PAPER, cut=marks)
    sheet.lay(ticks, PAPER)
    sheet.lay([(x + 80, y - 200), (x + 80, y - 130), (x + 150, y - 130)], mix(CINNABAR, ROSE, 0.6))


def many_strands(sheet: Sheet) -> None:
    """One rope on the left, thirteen ends on the right: a bundle that reaches every place."""
    sheet.wash(Fade(PAPER, mix(PAPER, SAND, 0.45), sideways=True))
    sun(sheet, 330, 800, 190)
    inks = (BRONZE, OCHRE, PATINA, mix(LOAM, OCHRE, 0.4), DEEP, mix(PATINA, MIST, 0.2))
    order = [0, 12, 3, 9, 6, 1, 11, 4, 8, 2, 10, 5, 7]
    for place in order:
        ink, end = inks[place % len(inks)], (2060, 112 + place * 114.6)
        start = 800 + (place - 6) * 17
        wave = 40 * (1 if place % 2 else -1)
        line = curve(
            [
                (-30, start),
                (330, start + wave),
                (690, start - wave),
                (1010, start + wave * 0.4),
                (1400, start + (end[1] - start) * 0.45),
                (1740, start + (end[1] - start) * 0.92),
                end,
            ],
            18,
        )
        sheet.lay(ribbon(moved(line, 6, 12), 24, 12), INK, 0.2, blur=9)
        sheet.lay(ribbon(line, 28, 15), mix(ink, INK, 0.25))
        sheet.lay(ribbon(moved(line, 0, -2), 21, 10), ink)
        sheet.lay(ribbon(moved(line, 0, -5), 5, 2), PAPER, 0.4, worn=0.6)
    for place in range(13):
        _knot(sheet, 2060, 112 + place * 114.6, inks[place % len(inks)], place)
    band = rounded(560, 655, 84, 290, 30)
    sheet.shade(band, INK, 0.45, 10, 14, 10)
    sheet.lay(band, Fade(mix(CINNABAR, PAPER, 0.12), mix(CINNABAR, INK, 0.3)))
    sheet.lay([box(560, 690 + i * 52, 84, 5) for i in range(5)], PAPER, 0.4)


def _knot(sheet: Sheet, x: float, y: float, ink: Colour, place: int) -> None:
    """The place a strand reaches: a small house among others."""
    sheet.shade(disc(x, y, 44), INK, 0.35, 6, 10, 8)
    sheet.lay(disc(x, y, 44), mix(PAPER, (255, 255, 255), 0.4))
    sheet.lay(disc(x, y, 44), ink, cut=[disc(x, y, 37)])
    kinds = (
        [box(x - 15, y - 24, 30, 44)],
        [(x - 26, y), (x, y - 24), (x + 26, y)],
        [box(x - 24, y - 8, 22, 28), box(x + 1, y - 24, 22, 44)],
    )
    sheet.lay(kinds[place % 3], ink)
    if place % 3 == 1:
        sheet.lay(box(x - 18, y, 36, 20), ink)
    sheet.lay(bar(x + 60, y, x + 60 + 190 - (place * 37) % 90, y, 10), INK, 0.16)


def clean_air(sheet: Sheet) -> None:
    """Wind over hills and a young wood, the air drawn in long lines."""
    sky(sheet, mix(PAPER, PATINA, 0.34), mix(PAPER, SAND, 0.15), 1150)
    sun(sheet, 1790, 470, 150)
    _wind(sheet)
    for level, swing, ink in (
        (1010, 110, mix(MIST, PATINA, 0.25)),
        (1120, 90, mix(PATINA, MIST, 0.35)),
        (1230, 70, mix(PATINA, BRONZE, 0.35)),
    ):
        ridge = uneven(-30, 2430, level, swing, 420, sheet.dice)
        sheet.solid(below(ridge, 1620), Fade(ink, mix(ink, PAPER, 0.35)), 0.3)
        for i in range(1, 7):
            sheet.lay(ribbon([(x, y + i * 26 + i * i * 2) for x, y in ridge], 3), PAPER, 0.22, worn=0.9)
    field = uneven(-30, 2430, 1370, 36, 520, sheet.dice)
    sheet.solid(below(field, 1620), Fade(BRONZE, DEEP), 0.25)
    for x, height in (
        (140, 300),
        (330, 420),
        (540, 330),
        (720, 240),
        (1640, 250),
        (1840, 340),
        (2050, 460),
        (2270, 360),
    ):
        tree(sheet, x, 1420 + height * 0.08, height, mix(BRONZE, DEEP, sheet.dice.uniform(0.0, 0.6)))
    for i in range(1, 6):
        sheet.lay(ribbon([(x, y + i * 40) for x, y in field], 4), OCHRE, 0.4, worn=0.9)
    birds(sheet, ((760, 330, 84), (920, 400, 62), (1010, 290, 50), (640, 440, 44)))


def _wind(sheet: Sheet) -> None:
    """Long streams of air; three of them end in a curl."""
    dice = sheet.dice
    for i in range(15):
        y, x0, x1 = 160 + i * 52, dice.uniform(-100, 500), dice.uniform(1300, 2500)
        stream = curve([(x0 + (x1 - x0) * t, y + dice.uniform(-26, 26)) for t in (0, 0.2, 0.4, 0.6, 0.8, 1)], 16)
        if i in (3, 7, 11):
            reach = 92 - i * 3
            x, y = stream[-1]
            curl = [
                (
                    x + reach * (1 - a / 620) * sin(radians(a)),
                    y - reach + reach * (1 - a / 620) * cos(radians(a)) + reach * a / 1300,
                )
                for a in range(10, 420, 8)
            ]
            stream = stream + curl
        sheet.lay(
            ribbon(stream, 2, 12) if i in (3, 7, 11) else stroke(stream, 13),
            mix(PATINA, PAPER, dice.uniform(0.2, 0.6)),
            0.85,
            worn=0.5,
        )
