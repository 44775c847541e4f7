"""A fast PNG writer for pictures of four colours, kept in memory as packed rows of four pixels per byte, as in the file.

Pillow keeps a byte per pixel and packs each picture on writing, which takes longer than drawing and compressing it.
Source: Portable Network Graphics (PNG) Specification (Third Edition).
"""

from __future__ import annotations

import struct
import zlib
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[np.uint8]  # one row of bytes per row of pixels, the leftmost pixel in the highest bits
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _INDEXED = 2, 3  # bit depth, colour type
_UP = 2  # the filter that stores the difference to the row above, mostly zero


def packed(pixels: NDArray[np.uint8]) -> Rows:
    """pixels: palette indices 0 to 3, row by row; the last byte of a row is padded with 0."""
    pixels = np.pad(pixels, ((0, 0), (0, -pixels.shape[1] % 4)))
    rows = pixels[:, 0::4] << 6 | pixels[:, 1::4] << 4 | pixels[:, 2::4] << 2 | pixels[:, 3::4]
    return rows.astype(np.uint8, copy=False)


def png(rows: Rows, palette: bytes) -> bytes:
    """The file, four pixels wide per byte of a row. palette: red, green, blue, a byte each, for each of the four colours."""
    height, across = rows.shape
    filtered = np.empty((height, 1 + across), np.uint8)
    filtered[:, 0] = _UP
    filtered[0, 1:] = rows[0]
    np.subtract(rows[1:], rows[:-1], out=filtered[1:, 1:])
    # Run-length encoding: smaller and faster here than searching for matches.
    press = zlib.compressobj(1, zlib.DEFLATED, strategy=zlib.Z_RLE)
    compressed = press.compress(filtered.tobytes()) + press.flush()
    header = struct.pack(">IIBBBBB", across * 4, height, _BITS, _INDEXED, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", compressed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
