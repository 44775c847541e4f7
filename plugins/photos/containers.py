"""Detects the type, declared size and completeness of a picture file from its bytes, whatever its name. Nothing is decoded."""

from __future__ import annotations

import re
import struct
from enum import Enum

_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG: the segments with the size (ITU-T T.81, B.1.1.3)
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD9)))  # JPEG: markers without a length
_HEIF = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_AVIF = frozenset((b"avif", b"avis"))


class Kind(Enum):
    """An accepted file format, by the name editors know. pillow: Pillow's name; suffixes: the preferred one first."""

    JPEG = "JPEG", (".jpg", ".jpeg", ".jpe", ".jfif")
    PNG = "PNG", (".png",)
    WebP = "WEBP", (".webp",)
    GIF = "GIF", (".gif",)
    AVIF = "AVIF", (".avif",)
    HEIC = "HEIF", (".heic", ".heif")

    def __init__(self, pillow: str, suffixes: tuple[str, ...]) -> None:
        self.pillow, self.suffixes = pillow, suffixes


JPEG, PNG, WEBP, GIF, AVIF, HEIC = Kind


def kind_of(data: bytes) -> Kind | None:
    """The kind of picture that begins with `data`, or None for any other file."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return GIF
    brands = _brands(data)
    return AVIF if brands & _AVIF else HEIC if brands & _HEIF else None


def _brands(data: bytes) -> frozenset[bytes]:
    """The brands of an ISO base media file (ISO/IEC 14496-12, 4.3), none for any other file."""
    if data[4:8] != b"ftyp":
        return frozenset()
    end = min(struct.unpack(">I", data[:4])[0], len(data), 256)
    return frozenset((data[8:12], *(data[at : at + 4] for at in range(16, end, 4))))


def declared_size(kind: Kind, data: bytes) -> tuple[int, int] | None:
    """(width, height) in pixels as in the header, before rotation; None when not found (AVIF, HEIC: always)."""
    try:
        if kind is JPEG:
            return _jpeg(data)[0]
        if kind is PNG:
            return struct.unpack_from(">II", data, 16)
        if kind is GIF:
            return struct.unpack_from("<HH", data, 6)
        return _webp_size(data) if kind is WEBP else None
    except (struct.error, IndexError):
        return None


def scans(data: bytes) -> int:
    """The number of scans of a JPEG, or slightly more: the marker cannot occur within a scan (T.81, B.1.1.5)."""
    return data.count(b"\xff\xda")


def is_whole(kind: Kind, data: bytes) -> bool:
    """Whether the file is complete. Data appended by cameras (padding, second picture, film) does not matter."""
    try:
        if kind is JPEG:
            scan = _jpeg(data)[1]
            return scan is not None and data.find(b"\xff\xd9", scan) >= 0
        if kind is PNG:
            return _png_ends(data)
        if kind is GIF:
            return _gif_ends(data)
        if kind is WEBP:
            return int.from_bytes(data[4:8], "little") + 8 <= len(data)
        return _boxes_end(data)
    except (struct.error, IndexError):
        return False


def _jpeg(data: bytes) -> tuple[tuple[int, int] | None, int | None]:
    """Size of a JPEG and the offset of its first scan, each None when not reached."""
    size, at = None, 2
    while at + 4 <= len(data):
        at = data.find(b"\xff", at)  # decoders skip stray bytes between segments
        if at < 0 or at + 4 > len(data):
            break
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _STANDALONE:
            at += 2
        elif marker == 0xDA:
            return size, at
        else:
            if marker in _SOF:
                height, width = struct.unpack_from(">HH", data, at + 5)
                size = (width, height)
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return size, None


def png_chunk(data: bytes, wanted: bytes) -> bytes | None:
    """The content of the first chunk named `wanted` of a PNG, wherever it is."""
    at = 8
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if name == wanted:
            return data[at + 8 : at + 8 + length] if at + 12 + length <= len(data) else None
        at += 12 + length
    return None


def _png_ends(data: bytes) -> bool:
    return png_chunk(data, b"IEND") is not None


def _gif_ends(data: bytes) -> bool:
    """Walks the blocks (GIF89a, appendix A) up to the trailer. Raises IndexError for a truncated file."""
    at = 13 + _colour_table(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            at += 11 + _colour_table(data[at + 9])
        elif data[at] == 0x21:
            at += 2
        else:
            return False
        while data[at]:
            at += data[at] + 1
        at += 1
    return True


def _colour_table(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Size in the first chunk of a WebP (RFC 9649, 2.5-2.7)."""
    name = data[12:16]
    if name == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if name == b"VP8L":
        bits = struct.unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _boxes_end(data: bytes) -> bool:
    """Whether every box of an ISO base media file is complete, and the picture's data is among them."""
    at, has_picture = 0, False
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if length == 1:
            length = struct.unpack_from(">Q", data, at + 8)[0]
        has_picture |= name in (b"mdat", b"idat", b"meta")
        if length == 0:
            return has_picture
        if length < 8 or at + length > len(data):
            return False
        at += length
    return has_picture


_SIGNATURES = (
    (b"%PDF-", "PDF 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 或 WPS 文档"),
    (b"Rar!", "压缩包（rar）"),
    (b"7z\xbc\xaf", "压缩包（7z）"),
    (b"II*\x00", "TIFF 图片或相机 RAW 原片"),
    (b"MM\x00*", "TIFF 图片或相机 RAW 原片"),
    (b"BM", "BMP 图片"),
    (b"8BPS", "Photoshop 文件（PSD）"),
    (b"\xff\x0a", "JPEG XL 图片"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL 图片"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000 图片"),
    (b"\x00\x00\x01\x00", "图标（ICO）"),
    (b"\x1aE\xdf\xa3", "视频"),
)
_ZIP_FOLDERS = ((b"word/", "Word 文档（docx）"), (b"xl/", "Excel 表格（xlsx）"), (b"ppt/", "PPT 演示文稿（pptx）"))
_MARKUP = re.compile(rb"<(?:(?P<html>!doctype\s+html|html|head|body)|(?P<svg>svg))\b", re.IGNORECASE)


def is_lfs_pointer(data: bytes) -> bool:
    """Whether the file is only a pointer to the picture (Git LFS specification, "The Pointer")."""
    return data.startswith(b"version https://git-lfs")


def described(data: bytes) -> str:
    """What a file that is not an accepted picture really is, in Chinese."""
    head = data[:4096]
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head.startswith(b"PK\x03\x04"):
        return next((name for inner, name in _ZIP_FOLDERS if inner in data), "压缩包（zip）")
    if head[4:8] == b"ftyp":
        return "视频"
    if not head.strip(b"\x00"):
        return "全是空字节的坏文件"
    return _written(head)


def _written(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        found = _MARKUP.search(text)
        if found:
            return "网页（HTML）" if found["html"] else "SVG 矢量图"
    is_text = not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", head)
    return "文本文件" if is_text and _is_readable(head) else "认不出的文件"


def _is_readable(head: bytes) -> bool:
    for encoding in ("utf-8", "gb18030"):
        for end in range(len(head), max(0, len(head) - 4), -1):  # the head may end inside a character
            try:
                head[:end].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False
