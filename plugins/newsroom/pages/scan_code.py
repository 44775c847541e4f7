"""QR codes (ISO/IEC 18004) of addresses, for phones to scan from screen or paper. Drawing them is left to the theme."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

# Error correction M: a fold or a smudge on paper may hide a seventh of the code. The mask is fixed, since choosing one
# takes most of the time and all of them are readable.
_OPTIONS = "EcLevel=M,DataMask=3"
_QUIET = 4  # modules on every side
_RUN = re.compile(rb"\xff*\x00+")  # light modules, then dark ones


@dataclass(frozen=True, slots=True)
class ScanCode:
    """side: length in modules, including the quiet zone of four on each side; path: the dark modules as SVG path data, one
    horizontal stroke of width 1 per run, along the centre line of its row: row 0 lies between y = -0.5 and 0.5. Every row
    begins with M, all else is relative to the end of the last stroke."""

    side: int
    path: str


def scan_code(text: str) -> ScanCode:
    """The QR code of a text of at most about 2,000 characters, in the smallest version that holds it."""
    import zxingcpp  # noqa: PLC0415  only needed when a story page is rendered

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, options=_OPTIONS)
    image = code.to_image(scale=1, add_quiet_zones=False)
    pixels = memoryview(image).tobytes()  # type: ignore[arg-type]  # its types do not say that it is a buffer
    side = math.isqrt(len(pixels))
    rows = (pixels[start : start + side] for start in range(0, side * side, side))
    path = [f"M{_QUIET} {y}{''.join(map(_stroke, _RUN.findall(row)))}" for y, row in enumerate(rows, _QUIET)]
    return ScanCode(side + 2 * _QUIET, "".join(path))


@lru_cache(maxsize=4096)
def _stroke(run: bytes) -> str:
    """SVG commands that skip the light modules and draw the dark ones. Cached: codes consist of a few hundred different runs."""
    dark = run.count(0)
    light = len(run) - dark
    return f"m{light} 0h{dark}" if light else f"h{dark}"
