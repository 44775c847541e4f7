"""Inspects the directory of a zip file for passwords, programs, unsafe paths, macros and the kind of document.

Nothing is ever unpacked, except for the beginning of one small list of parts.
"""

from __future__ import annotations

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

_MOST_MEMBERS = 10_000
_MOST_DIRECTORY = 4 * 1024**2  # bytes
_MOST_TYPES = 1024**2  # bytes read of [Content_Types].xml
# What reading a damaged zip file raises, beside OSError. RuntimeError: what zipfile cannot do, such as open a locked member.
UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, ValueError)
_END = b"PK\x05\x06"
_TYPES = "[Content_Types].xml"
_MACROS = re.compile(
    r"(?:^|/)vba(?:project|projectsignature|data)[^/]*\.(?:bin|xml)$|(?:^|/)macrosheets/", re.IGNORECASE
)
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_PROGRAM_NAMES = (
    ".exe .com .bat .cmd .scr .pif .msi .msp .cpl .dll .sys .js .jse .vbs .vbe .wsf .wsh .ps1 .psm1 .hta .lnk .reg .jar .apk .app"
    " .sh .command .deb .rpm .dmg .iso .chm .docm .dotm .xlsm .xltm .xlsb .xlam .pptm .ppsm .potm"
)
_PROGRAMS = frozenset(_PROGRAM_NAMES.split())
PARTS = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}


@dataclass(frozen=True)
class Contents:
    """The result of inspecting a zip file. made_as: the suffix that fits its content: .docx, .xlsx, .pptx, .ofd, or .zip;
    bad_member: (name, why in Chinese) of the first member that may not be published."""

    made_as: str
    is_locked: bool
    has_macros: bool
    bad_member: tuple[str, str] | None = None


def read(file: BinaryIO, size: int) -> Contents | None:
    """The contents of an open zip file of `size` bytes, None if its directory cannot be read. Raises OSError."""
    if not _is_readable(file, size):
        return None
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            has_macros = any(_MACROS.search(info.filename) for info in members) or _declares_macros(archive, members)
    except UNREADABLE:
        return None
    return Contents(
        _made_as({member.filename for member in members}),
        any(member.flag_bits & 0x1 for member in members),
        has_macros,
        next(filter(None, map(_fault_of, members)), None),
    )


def _is_readable(file: BinaryIO, size: int) -> bool:
    """Whether the directory exists and is small enough to be read (APPNOTE 4.3.16)."""
    length = min(size, 65_557)
    file.seek(size - length)
    tail = file.read(length)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        return False
    members, directory = (int.from_bytes(tail[end + at : end + to], "little") for at, to in ((10, 12), (12, 16)))
    return members <= _MOST_MEMBERS and directory <= _MOST_DIRECTORY


def _declares_macros(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> bool:
    """Whether an Office file's list of parts declares macros: their files may have any name."""
    types = next((member for member in members if member.filename == _TYPES), None)
    if types is None or types.flag_bits & 0x1:
        return False
    with archive.open(types) as listed:
        return bool(_MACRO_TYPES.search(listed.read(_MOST_TYPES)))


def _made_as(names: set[str]) -> str:
    if "OFD.xml" in names:
        return ".ofd"
    if _TYPES not in names:
        return ".zip"
    return next((suffix for part, suffix in PARTS.items() if any(name.startswith(part) for name in names)), "office")


def _fault_of(member: zipfile.ZipInfo) -> tuple[str, str] | None:
    name = member.filename
    if climbs_out(name):
        return name, "它会解到文件夹外面去"
    suffix = posixpath.splitext(_steps(name)[-1].rstrip(". "))[1].lower()
    return (name, "它是程序，或者带宏") if suffix in _PROGRAMS else None


def climbs_out(name: str) -> bool:
    """Whether a member of this name would be unpacked outside its folder."""
    return ".." in _steps(name) or name.startswith(("/", "\\")) or bool(re.match(r"[A-Za-z]:", name))


def _steps(name: str) -> list[str]:
    return name.replace("\\", "/").split("/")
