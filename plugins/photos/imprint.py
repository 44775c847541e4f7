"""Embeds a notice into an encoded rendition. Pixels are not encoded again, so one photo can carry different notices."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from . import iim, xmp
from .notice import Notice

PLACEHOLDER = b"\0"  # XMP with which an AVIF is encoded, so that the item exists; see `_avif`
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_PHOTOSHOP = b"Photoshop 3.0\x008BIM\x04\x04\0\0"
_APP0, _APP1, _APP13 = 0xE0, 0xE1, 0xED


def imprint(data: bytes, media_type: str, notice: Notice) -> bytes:
    """The rendition `data` with its notice. Raises ValueError for a file that `render` did not make."""
    packet = xmp.packet(notice)
    return _avif(data, packet) if media_type == "image/avif" else _jpeg(data, packet, iim.records(notice))


def _jpeg(data: bytes, packet: bytes, records: bytes) -> bytes:
    """Insert XMP as APP1 and IPTC as APP13 after APP0, which must come first (JFIF 1.02)."""
    if data[:4] != struct.pack(">HBB", 0xFFD8, 0xFF, _APP0):
        raise ValueError("no JFIF file")
    start = 4 + struct.unpack_from(">H", data, 4)[0]
    resource = _PHOTOSHOP + struct.pack(">I", len(records)) + records + bytes(len(records) % 2)
    return data[:start] + _segment(_APP1, _XMP + packet) + _segment(_APP13, resource) + data[start:]


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _avif(data: bytes, packet: bytes) -> bytes:
    """Append the packet to the picture's data, at the end of the last box (mdat), and point the placeholder's item there: no
    other offset changes (ISO/IEC 14496-12, 8.11.3)."""
    start, media = next(_boxes(data, b"meta", 0, len(data))), next(_boxes(data, b"mdat", 0, len(data)))
    locations = next(_boxes(data, b"iloc", start + 12, len(data)))
    changed = bytearray(data) + packet
    struct.pack_into(">II", changed, _extent(data, locations), len(data), len(packet))
    struct.pack_into(">I", changed, media, len(changed) - media)
    return bytes(changed)


def _boxes(data: bytes, wanted: bytes, at: int, end: int) -> Iterator[int]:
    """The offsets of the boxes named `wanted`."""
    while at + 8 <= end:
        length, name = struct.unpack_from(">I4s", data, at)
        if name == wanted:
            yield at
        at += max(length, 8)
    raise ValueError(f"no box {wanted!r}")


def _extent(data: bytes, box: int) -> int:
    """The position of the placeholder's offset and length, four bytes each, in an iloc box of version 0."""
    if data[box + 8 : box + 14] != b"\0\0\0\0\x44\0":
        raise ValueError("another kind of iloc")
    for number in range(struct.unpack_from(">H", data, box + 14)[0]):
        at = box + 16 + 14 * number + 6
        offset, length = struct.unpack_from(">II", data, at)
        if data[offset : offset + length] == PLACEHOLDER:
            return at
    raise ValueError("no placeholder")
