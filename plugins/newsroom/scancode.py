"""An address as a code that phones read off a screen or off paper (QR code, ISO/IEC 18004). Drawing it is left to the theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Error correction M: a fold or a smudge on paper may hide a seventh of it. The mask is fixed, since choosing one takes
# most of the time and all of them are readable.
_OPTIONS = "EcLevel=M,DataMask=3"
_DARK = re.compile(rb"\x00+")


@dataclass(frozen=True, slots=True)
class ScanCode:
    """side: length in modules, the quiet zone of four around it included; path: the dark modules as SVG path data, one
    horizontal stroke of width 1 a run, along the middle line of its row: row 0 lies between y = -0.5 and 0.5."""

    side: int
    path: str


def scan_code(text: str) -> ScanCode:
    """The code of a text of at most some 2,000 characters, in the smallest version that holds it."""
    import zxingcpp  # noqa: PLC0415  a build that makes no story needs it not

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, options=_OPTIONS)
    image = memoryview(code.to_image(scale=1, add_quiet_zones=True))
    side, moves = image.shape[0], _moves(image.shape[0])
    runs = [
        run.span() for run in _DARK.finditer(image.tobytes())
    ]  # none goes on in the next row: a quiet zone is between
    return ScanCode(side, "".join([f"{moves[start]}{end - start}" for start, end in runs]))


@cache
def _moves(side: int) -> tuple[str, ...]:
    """The beginning of a stroke at every module of a code, row by row."""
    return tuple(f"M{x} {y}h" for y in range(side) for x in range(side))
