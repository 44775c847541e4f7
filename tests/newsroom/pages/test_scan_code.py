"""Codes that phones scan: whatever address goes in is read off the drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from plugins.newsroom.pages.scan_code import ScanCode, scan_code

_PATHS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-/%", max_size=200)


def _runs(code: ScanCode) -> Iterator[tuple[int, int, int]]:
    """(x, y, width) of every stroke of the path."""
    for row in code.path.split("M")[1:]:
        start, steps = re.fullmatch(r"(\d+ \d+)((?:(?:m\d+ 0)?h\d+)+)", row).groups()
        x, y = map(int, start.split())
        for light, dark in re.findall(r"(?:m(\d+) 0)?h(\d+)", steps):
            x += int(light or 0)
            yield x, y, int(dark)
            x += int(dark)


def _drawn(code: ScanCode, module: int = 4) -> Image.Image:
    """The path as a browser draws it, black on white."""
    image = Image.new("L", (code.side * module, code.side * module), 255)
    draw = ImageDraw.Draw(image)
    for x, y, width in _runs(code):
        draw.rectangle((x * module, y * module, (x + width) * module - 1, (y + 1) * module - 1), fill=0)
    return image


@given(_PATHS)
def test_what_was_put_in_is_read_off_the_drawing(path: str) -> None:
    (found,) = zxingcpp.read_barcodes(_drawn(scan_code(f"https://www.example.org/zt/{path}")))
    assert found.text == f"https://www.example.org/zt/{path}"


def test_the_drawing_has_the_quiet_zone_that_scanners_need() -> None:
    code = scan_code("https://www.example.org/")
    runs = list(_runs(code))
    assert min(x for x, _, _ in runs) == min(y for _, y, _ in runs) == 4
    assert max(x + width for x, _, width in runs) == code.side - 4


def test_one_address_is_always_the_same_drawing() -> None:
    assert scan_code("https://www.example.org/a/") == scan_code("https://www.example.org/a/")
