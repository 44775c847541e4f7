"""Reads the picture size and codec of an mp4 film from its headers (ISO/IEC 14496-12): a few bytes, nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_MOST_BOXES = 10_000
_LONGEST_SIDE = 16_384
_CODECS = {b"hvc1": "H.265", b"hev1": "H.265", b"av01": "AV1", b"vp09": "VP9", b"mp4v": "MPEG-4 Part 2"}

Box = tuple[bytes, int, int]  # type, start and end of its payload


@dataclass(frozen=True)
class Picture:
    """The picture track. width, height: in pixels, upright as shown; codec: its name if not every browser plays it, else ""."""

    width: int
    height: int
    codec: str = ""


def picture_of(file: BinaryIO, size: int) -> Picture | None:
    """The picture of an open film of `size` bytes; None if the headers describe none. Raises OSError."""
    try:
        movie = _first(file, 0, size, b"moov")
        for kind, start, end in _boxes(file, *movie[1:]) if movie else ():
            if kind == b"trak" and (picture := _of_track(file, start, end)):
                return picture
    except struct.error:
        return None
    return None


def _of_track(file: BinaryIO, start: int, end: int) -> Picture | None:
    header = _first(file, start, end, b"tkhd")
    if header is None:
        return None
    data = _bytes(file, header, 104)
    matrix = 52 if data[0] == 1 else 40
    a, b = struct.unpack_from(">ii", data, matrix)
    width, height = (side >> 16 for side in struct.unpack_from(">II", data, matrix + 36))
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        return None
    is_turned = a == 0 and b != 0  # filmed with a phone held upright
    return Picture(*((height, width) if is_turned else (width, height)), _codec(file, start, end))


def _codec(file: BinaryIO, start: int, end: int) -> str:
    box: Box | None = (b"trak", start, end)
    for kind in (b"mdia", b"minf", b"stbl", b"stsd"):
        box = _first(file, box[1], box[2], kind) if box else None
    return _CODECS.get(_bytes(file, box, 16)[12:16], "") if box else ""


def _first(file: BinaryIO, start: int, end: int, wanted: bytes) -> Box | None:
    return next((box for box in _boxes(file, start, end) if box[0] == wanted), None)


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes between two offsets, in order. Raises struct.error if the bytes end too early."""
    for _ in range(_MOST_BOXES):
        if start + 8 > end:
            return
        file.seek(start)
        size, kind = struct.unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            size, head = struct.unpack(">Q", file.read(8))[0], 16
        size = size or end - start  # 0: to the end
        if size < head or start + size > end:
            return
        yield kind, start + head, start + size
        start += size


def _bytes(file: BinaryIO, box: Box, length: int) -> bytes:
    file.seek(box[1])
    return file.read(min(length, box[2] - box[1]))
