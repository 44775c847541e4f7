"""Scans a file, piece by piece, for tell-tale bytes: passwords and scripts in a PDF, the streams of an old Office file.

Not detected: in a PDF, anything inside compressed object streams or spelt with #xx; in an old presentation, macros, because
they are compressed; Excel 4 macros.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from typing import BinaryIO

from .file_signatures import OLE, PDF, ZIP

_GAP = rb"[\x00\t\n\f\r ]"  # white space of ISO 32000-1, 7.2.2
_END = rb"(?![0-9A-Za-z#])"
_PDF = {
    "password": re.compile(rb"/Encrypt%s*+(?:<<|\d{1,10}%s{1,9}\d{1,5}%s{1,9}R)" % (_GAP, _GAP, _GAP)),
    "script": re.compile(rb"/JavaScript" + _END),
    "launch": re.compile(rb"/S%s{0,9}/Launch" % _GAP + _END),
}
_NAME = 64  # bytes of a name in the directory of a compound file ([MS-CFB] 2.6.1)


def _entry(*names: str) -> re.Pattern[bytes]:
    """A pattern for directory entries with these names, from the name to the type: 1 a storage, 2 a stream."""
    spelt = []
    for name in names:
        written = name.encode("utf-16-le")
        length = struct.pack("<H", len(written) + 2)
        spelt.append(re.escape(written.ljust(_NAME, b"\0") + length) + rb"[\x01\x02]")
    return re.compile(b"|".join(spelt), re.DOTALL)


_OLE = {
    "macros": _entry("_VBA_PROJECT_CUR", "_VBA_PROJECT", "Macros", "VBA"),
    "password": _entry("EncryptedPackage", "EncryptedSummary"),
    ".doc": _entry("WordDocument"),
    ".xls": _entry("Workbook", "Book"),
    ".ppt": _entry("PowerPoint Document"),
}
_ZIP = {"macros": re.compile(rb"vbaProject\.bin")}  # for a zip file whose directory cannot be read
_FOR = {PDF: _PDF, OLE: _OLE, ZIP: _ZIP}


class Scan:
    """A scan of one file. found: the offset of the first match of each pattern, by its name in the tables above."""

    _KEPT = 256  # bytes of the last piece that are scanned again: longer than any match

    def __init__(self, sign: str) -> None:
        self._patterns: Mapping[str, re.Pattern[bytes]] = _FOR.get(sign, {})
        self._last, self._passed = b"", 0
        self.found: dict[str, int] = {}

    def feed(self, piece: bytes) -> None:
        if not self._patterns:
            return
        window = self._last + piece
        start = self._passed - len(self._last)
        for name, pattern in self._patterns.items():
            if name not in self.found and (match := pattern.search(window)):
                self.found[name] = start + match.start()
        self._passed += len(piece)
        self._last = window[-self._KEPT :]


def has_password(file: BinaryIO, found: Mapping[str, int]) -> bool:
    """Whether an old Office file asks for a password. file: open, at any position; found: of its Scan. Raises OSError."""
    if "password" in found:
        return True
    if ".doc" in found:
        begin = _stream(file, found[".doc"], 12)
        return begin[:2] == b"\xec\xa5" and bool(begin[11] & 0x01)  # fEncrypted of [MS-DOC] 2.5.2
    if ".xls" in found:
        return _is_locked_workbook(_stream(file, found[".xls"], 512))
    return False


def _stream(file: BinaryIO, entry: int, length: int) -> bytes:
    """The first `length` bytes of the stream whose directory entry is at offset `entry`, padded with zeros."""
    file.seek(30)
    shift = min(struct.unpack("<H", file.read(2).ljust(2, b"\0"))[0], 16)
    file.seek(entry + 116)
    sector = struct.unpack("<I", file.read(4).ljust(4, b"\0"))[0]
    file.seek((sector + 1) << shift)
    return file.read(length).ljust(length, b"\0")


def _is_locked_workbook(begin: bytes) -> bool:
    """Whether FilePass is among the first records ([MS-XLS] 2.4.117)."""
    place = 0
    for _ in range(8):
        kind, length = struct.unpack_from("<HH", begin, place)
        if kind == 0x002F:
            return True
        place += 4 + length
        if place + 4 > len(begin):
            break
    return False
