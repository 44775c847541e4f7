"""Pictures of things on a desk: a plan worked out backwards, a newspaper beside a phone."""

from __future__ import annotations

from collections.abc import Callable

from .palette import BRONZE, CINNABAR, EARTH, INK, LOAM, MIST, OCHRE, PAPER, PATINA, ROSE, SAND, Fade, mix
from .scenery import desk
from .shapes import Outline, arc, bar, below, between, box, curve, disc, moved, ribbon, rounded, turned, uneven
from .sheet import Sheet


def backward_plan(sheet: Sheet) -> None:
    """A work plan on a desk: bars that end at one red line and are dated back from it."""
    desk(sheet)
    centre, lean = (1180, 800), -3.0

    def put(outline: Outline) -> Outline:
        return turned(outline, centre, lean)

    page = put(box(240, 150, 1900, 1300))
    sheet.shade(page, INK, 0.5, 24, 34, 30)
    sheet.lay(put(box(262, 172, 1900, 1300)), mix(PAPER, SAND, 0.5))
    sheet.lay(page, Fade(mix(PAPER, (255, 255, 255), 0.4), PAPER))
    columns = [put(box(380 + i * 138, 290, 2.5, 1020)) for i in range(12)]
    sheet.lay(columns, PATINA, 0.55)
    sheet.lay([put(box(360, 388 + i * 106, 1640, 1.8)) for i in range(9)], PATINA, 0.35)
    sheet.lay([put(box(380 + i * 138 + 34, 238, 70, 16)) for i in range(11)], INK, 0.28)
    _bars(sheet, put)
    deadline = put(box(1893, 226, 10, 1120))
    sheet.lay(deadline, CINNABAR, 0.95)
    sheet.lay(put(disc(1898, 226, 30)), CINNABAR)
    sheet.lay(put(disc(1898, 226, 12)), PAPER)
    _pencil(sheet)


def _bars(sheet: Sheet, put: Callable[[Outline], Outline]) -> None:
    """From the goal at the lower right back to the first step at the upper left, linked by arrows that run backwards."""
    spans = (
        (410, 770),
        (640, 980),
        (770, 1150),
        (930, 1330),
        (1100, 1400),
        (1250, 1560),
        (1400, 1690),
        (1560, 1800),
        (1690, 1893),
    )
    inks = (BRONZE, BRONZE, OCHRE, BRONZE, PATINA, OCHRE, PATINA, PATINA, ROSE)
    for row, ((start, end), ink) in enumerate(zip(spans, inks, strict=True)):
        y = 416 + row * 106
        sheet.lay(
            put(rounded(start, y, end - start, 50, 25)), Fade(mix(ink, PAPER, 0.12), ink, sideways=True), worn=0.12
        )
        if row > 3:
            hatch = [put(bar(x, y + 46, x + 30, y + 4, 3)) for x in range(start + 22, end - 46, 22)]
            sheet.lay(hatch, PAPER, 0.6)
        if row:
            before = spans[row - 1][1]
            path = curve([(start - 6, y + 25), (start - 60, y + 12), (max(start - 70, before - 130), y - 46)], 12)
            tip = path[-1]
            sheet.lay(put(ribbon(path, 4)), INK, 0.7)
            sheet.lay(
                put([(tip[0] - 11, tip[1] + 12), (tip[0] + 13, tip[1] + 10), (tip[0] - 2, tip[1] - 12)]), INK, 0.7
            )
        sheet.lay(put(box(290, y + 16, 56, 14)), INK, 0.3)


def _pencil(sheet: Sheet) -> None:
    turn = ((1800, 1260), -38.0)
    whole = [turned(shape, *turn) for shape in (box(1480, 1236, 700, 48), [(1480, 1236), (1480, 1284), (1396, 1260)])]
    sheet.shade(whole, INK, 0.5, 16, 26, 10)
    for y, ink in ((1236, mix(CINNABAR, PAPER, 0.18)), (1252, CINNABAR), (1268, mix(CINNABAR, INK, 0.28))):
        sheet.lay(turned(box(1480, y, 700, 16), *turn), ink)
    sheet.lay(turned([(1482, 1236), (1482, 1284), (1396, 1260)], *turn), SAND)
    sheet.lay(turned([(1424, 1252), (1424, 1268), (1396, 1260)], *turn), INK)
    sheet.lay(turned(box(2120, 1234, 34, 52), *turn), mix(OCHRE, PAPER, 0.3))
    sheet.lay(turned(rounded(2154, 1236, 54, 48, 16), *turn), ROSE)


def paper_and_phone(sheet: Sheet) -> None:
    """The same news on a folded paper and on a phone, with a cup of tea."""
    desk(sheet, mix(SAND, OCHRE, 0.35), mix(OCHRE, LOAM, 0.4))
    _newspaper(sheet)
    _phone(sheet)
    _cup(sheet, 2040, 300)


def _newspaper(sheet: Sheet) -> None:
    turn = ((900, 820), -7.0)

    def put(outline: Outline) -> Outline:
        return turned(outline, *turn)

    for i, ink in enumerate((mix(PAPER, SAND, 0.75), mix(PAPER, SAND, 0.45), PAPER)):
        leaf = put(box(210 - i * 12, 170 - i * 10, 1340, 1280))
        sheet.shade(leaf, INK, 0.34, 16, 20, 18)
        sheet.lay(leaf, Fade(mix(ink, (255, 255, 255), 0.25), ink))
    sheet.lay(put(box(250, 210, 1240, 96)), CINNABAR, 0.9, worn=0.25)
    for i, y in enumerate((222, 240, 262, 286)):
        sheet.lay(put(ribbon(uneven(262, 1480, y, 2.5, 150, sheet.dice), 3 + i)), mix(PAPER, SAND, 0.4), 0.7)
    sheet.lay([put(box(250, 342, 900, 44)), put(box(250, 404, 620, 26))], INK, 0.75)
    picture = put(box(250, 470, 810, 470))
    stencil = sheet.stencil(picture)
    sheet.lay(picture, Fade(mix(MIST, PAPER, 0.3), mix(PAPER, ROSE, 0.3)))
    sheet.lay(put(disc(840, 600, 62)), CINNABAR, 0.85)
    sheet.lay(
        [put(box(x, 640 - h, 74, h + 220)) for x, h in ((280, 60), (372, 130), (470, 20), (900, 50), (986, 10))],
        mix(PATINA, MIST, 0.3),
        inside=stencil,
    )
    crest = curve([(240, 800), (420, 762), (600, 790), (760, 730), (920, 752), (1070, 716)], 8)
    for i in range(8):
        band = between(moved(crest, 0, i * 26), moved(crest, 0, i * 26 + 28))
        sheet.lay(put(band), mix(mix(SAND, LOAM, 0.2 + i * 0.07), PAPER, 0.1 if i % 2 else 0.0), inside=stencil)
    _columns(sheet, put)
    sheet.lay(put(box(250, 940, 1240, 3)), INK, 0.2)


def _columns(sheet: Sheet, put: Callable[[Outline], Outline]) -> None:
    """Lines of type, as grey bars."""
    rows = [put(box(1100, 478 + i * 31, 390 - (130 if i % 7 == 6 else 0), 10)) for i in range(15)]
    for column in range(3):
        x = 250 + column * 424
        rows += [put(box(x, 990 + i * 31, 392 - (170 if i % 6 == 5 else 0), 10)) for i in range(13)]
    sheet.lay(rows, INK, 0.32)


def _phone(sheet: Sheet) -> None:
    turn = ((1830, 1000), 9.0)

    def put(outline: Outline) -> Outline:
        return turned(outline, *turn)

    body = put(rounded(1560, 560, 480, 930, 62))
    sheet.shade(body, INK, 0.55, 26, 34, 26)
    sheet.lay(body, Fade(mix(INK, BRONZE, 0.25), INK))
    screen = put(rounded(1584, 590, 432, 870, 40))
    sheet.lay(screen, mix(PAPER, (255, 255, 255), 0.4))
    stencil = sheet.stencil(screen)
    sheet.lay(put(box(1584, 590, 432, 150)), Fade(CINNABAR, mix(CINNABAR, INK, 0.15)), inside=stencil)
    for y in (700, 712, 726):
        sheet.lay(put(ribbon(uneven(1590, 2010, y, 2, 90, sheet.dice), 3)), SAND, 0.8)
    sheet.lay([put(box(1622, 640, 210, 26))], PAPER, 0.95)
    sheet.lay(put(box(1614, 770, 372, 190)), Fade(mix(PATINA, MIST, 0.4), mix(PAPER, ROSE, 0.2)))
    mound = curve([(1614, 910), (1720, 886), (1830, 900), (1986, 868)], 8)
    sheet.lay(put(below(mound, 960)), OCHRE)
    sheet.lay(
        [put(ribbon(moved(mound, 0, dy), 3)) for dy in (16, 32, 48)],
        EARTH,
        0.5,
        inside=sheet.stencil(put(below(mound, 960))),
    )
    sheet.lay([put(box(1614, 984, 340, 20)), put(box(1614, 1016, 220, 20))], INK, 0.75)
    for i in range(4):
        y = 1078 + i * 92
        sheet.lay([put(box(1614, y, 232, 15)), put(box(1614, y + 28, 170, 15))], INK, 0.42)
        sheet.lay(put(rounded(1880, y - 8, 106, 66, 8)), (BRONZE, SAND, PATINA, ROSE)[i])
        sheet.lay(put(box(1614, y + 70, 372, 2)), INK, 0.14)
    sheet.lay(put([(1820, 590), (2016, 590), (2016, 1250)]), PAPER, 0.13, inside=stencil)


def _cup(sheet: Sheet, x: float, y: float) -> None:
    sheet.shade(disc(x, y, 226), INK, 0.45, 26, 32, 24)
    sheet.lay(disc(x, y, 226), Fade(mix(PAPER, (255, 255, 255), 0.5), mix(PAPER, SAND, 0.6)))
    sheet.lay(disc(x, y, 196), PATINA, 0.6, cut=[disc(x, y, 190)])
    sheet.shade(disc(x, y, 136), INK, 0.4, 14, 18, 14)
    sheet.lay(turned(rounded(x + 90, y - 21, 132, 42, 21), (x, y), 128), mix(PAPER, SAND, 0.3))
    sheet.lay(disc(x, y, 138), Fade(PAPER, mix(PAPER, SAND, 0.7)))
    sheet.lay(disc(x, y, 114), Fade(mix(OCHRE, LOAM, 0.5), mix(OCHRE, SAND, 0.2)))
    sheet.lay(
        [
            ribbon(curve([(x - 40, y + 20), (x, y - 6), (x + 46, y - 22)], 8), 16, 3),
            ribbon(curve([(x - 10, y + 46), (x + 20, y + 36), (x + 50, y + 40)], 8), 12, 3),
        ],
        BRONZE,
        0.8,
    )
    sheet.lay(ribbon(arc(x, y, 98, 98, 200, 262), 9, 2), PAPER, 0.6)
