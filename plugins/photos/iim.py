"""Writes a notice as IPTC-IIM records (version 4.2), which many picture desks still read before XMP."""

from __future__ import annotations

import struct

from .notice import Notice

_UTF8 = b"\x1b%G"  # dataset 1:90, ISO 2022 escape for UTF-8
_BY_LINE, _CREDIT, _COPYRIGHT, _CAPTION = 80, 110, 116, 120
_LONGEST = {_BY_LINE: 32, _CREDIT: 32, _COPYRIGHT: 128, _CAPTION: 2000}  # bytes


def records(notice: Notice) -> bytes:
    """The records in UTF-8. Values longer than the standard allows are left to XMP rather than cut short."""
    values = [*((_BY_LINE, name) for name in notice.creators)]
    values += [(_CREDIT, notice.credit), (_COPYRIGHT, notice.credit), (_CAPTION, notice.caption)]
    return _dataset(1, 90, _UTF8) + b"".join(
        _dataset(2, number, text.encode()) for number, text in values if text and len(text.encode()) <= _LONGEST[number]
    )


def _dataset(record: int, number: int, data: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(data)) + data
