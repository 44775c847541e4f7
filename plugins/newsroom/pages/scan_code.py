"""An address as a code that phones read off a screen or off paper (QR code, ISO/IEC 18004). Drawing it is left to the theme."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

# Error correction M: a fold or a smudge on paper may hide a seventh of it. The mask is fixed, since choosing one takes
# most of the time and all of them are readable.
_OPTIONS = "EcLevel=M,DataMask=3"
_QUIET = 4  # modules on every side
_RUN = re.compile(rb"\xff*\x00+")  # light modules, then dark ones


@dataclass(frozen=True, slots=True)
class ScanCode:
    """side: length in modules, the quiet zone of four around it included; path: the dark modules as SVG path data, one
    horizontal stroke of width 1 a run, along the middle line of its row: row 0 lies between y = -0.5 and 0.5. Every row begins
    with M, all else is relative to where the last stroke ended."""

    side: int
    path: str


def scan_code(text: str) -> ScanCode:
    """The code of a text of at most some 2,000 characters, in the smallest version that holds it."""
    import zxingcpp  # noqa: PLC0415  a build that makes no story needs it not

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, options=_OPTIONS)
    image = code.to_image(scale=1, add_quiet_zones=False)
    pixels = memoryview(image).tobytes()  # type: ignore[arg-type]  # its types do not say that it is a buffer
    side = math.isqrt(len(pixels))
    rows = (pixels[start : start + side] for start in range(0, side * side, side))
    path = [f"M{_QUIET} {y}{''.join(map(_stroke, _RUN.findall(row)))}" for y, row in enumerate(rows, _QUIET)]
    return ScanCode(side + 2 * _QUIET, "".join(path))


@lru_cache(maxsize=4096)
def _stroke(run: bytes) -> str:
    """Over the light modules and along the dark ones. Codes consist of a few hundred different runs."""
    dark = run.count(0)
    light = len(run) - dark
    return f"m{light} 0h{dark}" if light else f"h{dark}"
