"""The parts of a zipped Office file, each opened only within limits that were checked against its directory.

What the parts mean is left to the readers. Nothing is ever unpacked to the disk.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.media import attachment_archive
from plugins.newsroom.media.attachment import size_in_words

MOST_TOTAL = 250 * 1024**2  # bytes of all members together
MOST_XML = 32 * 1024**2  # bytes of one part that is parsed; a book of 300,000 characters has some 10 MB
DOCUMENT, WORKBOOK = "Word 文档（.docx）", "Excel 工作簿（.xlsx）"  # what the menus of Word, Excel and WPS call them
_MOST_RATIO = 200  # unpacked to packed; what Word writes stays below 100
_SMALL = 1024**2  # bytes below which no ratio matters
_PARSED = (".xml", ".rels", ".vml")
_FAULTS = (*attachment_archive.UNREADABLE, OSError)  # OSError: of damaged bzip2


class Damaged(Exception):
    """A part that is missing or cannot be unpacked."""


class Archive:
    """An open zip file of a delivered document. file: its name, for messages.

    Raises Refusal when it is broken, locked, has macros, or holds more than a document may.
    """

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.contents = _contents(file, data)
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._members = _checked(file, self._zip.infolist())

    @property
    def names(self) -> Iterator[str]:
        yield from self._members.values()

    def has(self, name: str) -> bool:
        return _folded(name) in self._members

    def read(self, name: str) -> bytes:
        """The bytes of the part `name`, in whatever case it is spelt. Raises Damaged."""
        member = self._members.get(_folded(name))
        if member is None:
            raise Damaged(name)
        try:
            return self._zip.read(member)
        except _FAULTS as error:
            raise Damaged(name) from error


def _contents(file: str, data: bytes) -> attachment_archive.Contents:
    try:
        contents = attachment_archive.read(BytesIO(data), len(data))
    except OSError:
        contents = None
    if contents is None:
        raise Refusal.of("IN09", file=file, why="文件不完整，或者里面的目录乱了")
    if contents.is_locked:
        raise Refusal.of("IN02", file=file)
    if contents.has_macros:
        raise Refusal.of("IN03", file=file, target=WORKBOOK if contents.made_as == ".xlsx" else DOCUMENT)
    return contents


def _checked(file: str, members: list[zipfile.ZipInfo]) -> dict[str, str]:
    """The names of all members by what they are compared by: Office ignores case (ECMA-376 part 2, 6.2.2.3)."""
    names: dict[str, str] = {}
    for member in members:
        name = member.filename
        if attachment_archive.climbs_out(name.removeprefix("/")):
            raise Refusal.of("IN11", file=file, member=name[:80])
        if _folded(name) in names:
            raise Refusal.of("IN09", file=file, why=f"里面有两个“{name[:80]}”")
        if why := _too_much(member):
            raise Refusal.of("IN10", file=file, why=why)
        names[_folded(name)] = name
    if sum(member.file_size for member in members) > MOST_TOTAL:
        raise Refusal.of("IN10", file=file, why=f"解开以后超过 {size_in_words(MOST_TOTAL)}")
    return names


def _too_much(member: zipfile.ZipInfo) -> str:
    """Why a member is larger than any that Word writes, in Chinese, "" if it is not."""
    size = member.file_size
    if member.filename.lower().endswith(_PARSED) and size > MOST_XML:
        return f"其中一部分解开以后有 {size_in_words(size)}"
    if size > _SMALL and size > _MOST_RATIO * max(member.compress_size, 1):
        return f"其中一部分解开以后大到 {size // max(member.compress_size, 1)} 倍"
    return ""


def _folded(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()
