"""The gate: what a delivered file really is, by its bytes and whatever its name, and a refusal for all that is not a story.

What is in a file that may come in is left to the reader of its kind.
"""

from __future__ import annotations

import re
from enum import Enum
from io import BytesIO

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.media.attachment import size_in_words
from plugins.newsroom.media.attachment_scan import Scan, has_password
from plugins.newsroom.media.file_signatures import HEAD, OLE, ZIP, in_words, signature_of
from plugins.newsroom.text import encodings
from plugins.photos import containers

from .archive import DOCUMENT, WORKBOOK, Archive

MOST_BYTES = 150 * 1024**2  # of one delivered file
_MAIN_PART = "word/document.xml"
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|meta|section|article|div|span|p|table|h[1-6])\b",
    re.IGNORECASE,
)
_XML = re.compile(r"\s*<\?xml\b")
_OFFICE_XML = re.compile(r"<\?mso-application|<(?:w:wordDocument|pkg:package)\b")
_WEB_ARCHIVE = re.compile(
    rb"\s*(?:MIME-Version:|From: ?<(?:Saved by|\xe7\x94\xb1)|Content-Type: ?multipart/related)", re.IGNORECASE
)
_OLD_WORD = (".doc", ".dot", ".wps")
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4: the stream of a protected file
_PACKED = frozenset(("rar", "7z", "gzip"))
_MEDIA = frozenset(("exe", "mp3", "mp4", "m4a", "mov", "mkv", "wmv", "riff"))
_DRAWINGS = (b"BM", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a", b"\x01\0\0\0")  # BMP, TIFF, WMF, EMF


class Kind(Enum):
    """What a reader is chosen by."""

    WORD = "word"
    WORKBOOK = "workbook"
    HTML = "html"
    WEB_ARCHIVE = "web archive"
    TEXT = "text"


def kind_of(file: str, data: bytes) -> Kind:
    """The kind of a delivered file. file: its name, only for messages. Raises Refusal for all that is not taken."""
    if len(data) > MOST_BYTES:
        raise Refusal.of("IN14", file=file, size=size_in_words(len(data)), most=size_in_words(MOST_BYTES))
    if not data.strip(b"\0 \t\r\n"):
        raise Refusal.of("IN08", file=file)
    return _of_text(file, data) or _of_signature(file, data)


def _of_text(file: str, data: bytes) -> Kind | None:
    """None for anything but text. Comes first: the mark of UTF-16 looks like the beginning of an MP3 file."""
    if data.startswith((b"{\\rtf", b"%PDF")):
        return None
    if _WEB_ARCHIVE.match(data[:HEAD]):
        return Kind.WEB_ARCHIVE
    text = encodings.read_bytes(data).text
    if text is None:
        return None
    if what := _in_disguise(text[:HEAD]):
        raise _convertible(file, what)
    return Kind.HTML if _MARKUP.match(text) or _XML.match(text) else Kind.TEXT


def _in_disguise(text: str) -> str:
    """What a file of a word processor is that is written as text, "" for any other. text: its beginning."""
    if _OFFICE_XML.search(text):
        return "XML 格式的 Word 文件"
    if _XML.match(text) and "<html" not in text.lower() and not _MARKUP.match(text):
        return "XML 文件"
    return ""


def _of_signature(file: str, data: bytes) -> Kind:
    sign = signature_of(data[:HEAD])
    if sign == ZIP:
        return _of_zip(Archive(file, data))
    if sign == OLE:
        raise _old(file, data)
    if containers.kind_of(data) or data.startswith(_DRAWINGS):
        raise Refusal.of("IN06", file=file)
    raise _other(file, sign)


def _of_zip(archive: Archive) -> Kind:
    made_as, file = archive.contents.made_as, archive.file
    if made_as in (".docx", "office") or archive.has(_MAIN_PART):
        return Kind.WORD
    if made_as == ".xlsx":
        return Kind.WORKBOOK
    if made_as == ".pptx":
        raise Refusal.of("IN04", file=file, what="幻灯片（.pptx）")
    if made_as == ".ofd":
        raise Refusal.of("IN04", file=file, what="版式文件（.ofd）")
    if archive.has("content.xml") and archive.has("mimetype"):
        raise _convertible(file, "OpenDocument 文件（.odt）")
    raise Refusal.of("IN05", file=file, what="压缩包")


def _old(file: str, data: bytes) -> Refusal:
    scan = Scan(OLE)
    scan.feed(data)
    if has_password(BytesIO(data), scan.found) or _LOCKED in data:
        return Refusal.of("IN02", file=file)
    is_named = file.lower().endswith(_OLD_WORD) and not {".xls", ".ppt"} & set(
        scan.found
    )  # its directory may be broken
    if ".doc" in scan.found or is_named:
        return _convertible(file, "旧版 Word 文件（.doc 或 .wps）")
    if ".xls" in scan.found:
        return _convertible(file, "旧版 Excel 表格（.xls）", WORKBOOK)
    if ".ppt" in scan.found:
        return Refusal.of("IN04", file=file, what="旧版幻灯片（.ppt）")
    return Refusal.of("IN09", file=file, why="文件不完整")


def _convertible(file: str, what: str, target: str = DOCUMENT) -> Refusal:
    return Refusal.of("IN01", file=file, what=what, target=target)


def _other(file: str, sign: str) -> Refusal:
    if sign == "rtf":
        return _convertible(file, "RTF 文件")
    if sign == "pdf":
        return Refusal.of("IN04", file=file, what="PDF")
    if sign in _PACKED:
        return Refusal.of("IN05", file=file, what=in_words(sign))
    return Refusal.of("IN13", file=file, what=in_words(sign) if sign in _MEDIA else "认不出的文件")
