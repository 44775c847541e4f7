"""Recognises a file's type by its first bytes, and which types fit which suffix. What the file contains is left to others."""

from __future__ import annotations

HEAD = 4096  # bytes that are enough to recognise a type
LFS = "lfs"
PDF, ZIP, OLE, MP3, MP4, M4A = "pdf", "zip", "ole", "mp3", "mp4", "m4a"

_STARTS = (
    (b"version https://git-lfs.github.com/spec/", LFS),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),  # an empty zip file
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"ID3", MP3),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n", "png"),
    (b"RIFF", "riff"),
    (b"\x1a\x45\xdf\xa3", "mkv"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "wmv"),
)
_STILLS = (b"heic", b"heix", b"mif1", b"msf1", b"avif")  # brands of ISO/IEC 14496-12 files that contain a still picture
_WORDS = {
    "": "别的文件",
    PDF: "PDF",
    ZIP: "zip 压缩包",
    OLE: "旧版 Office 文件（.doc、.xls 或 .ppt）",
    MP3: "mp3 录音",
    MP4: "mp4 影片",
    M4A: "m4a 录音",
    "empty": "空文件",
    "rtf": "RTF 文件",
    "rar": "rar 压缩包",
    "7z": "7z 压缩包",
    "gzip": "gzip 压缩包",
    "exe": "程序",
    "jpeg": "JPEG 图片",
    "png": "PNG 图片",
    "riff": "wav 录音或 avi 影片",
    "mkv": "mkv 或 webm 影片",
    "wmv": "wmv 影片",
    "mov": "苹果手机的 mov 影片",
    "heic": "HEIC 图片",
    "html": "网页",
    "xml": "XML 文件",
    "text": "纯文本",
}
FITTING = {
    ".pdf": (PDF,),
    ".ofd": (ZIP,),
    ".doc": (OLE,),
    ".docx": (ZIP, OLE),  # OLE: with a password, see `attachment_scan`
    ".xls": (OLE,),
    ".xlsx": (ZIP, OLE),
    ".ppt": (OLE,),
    ".pptx": (ZIP, OLE),
    ".zip": (ZIP,),
    ".mp3": (MP3,),
    ".m4a": (M4A, MP4),
    ".mp4": (MP4,),
}


def signature_of(head: bytes) -> str:
    """The type of a file as one word, "" if unknown. head: its first HEAD bytes."""
    if not head.strip(b"\0"):
        return "" if head else "empty"
    known = next((sign for start, sign in _STARTS if head.startswith(start)), "")
    if known:
        return known
    if head[4:8] == b"ftyp":
        return _of_brand(head[8:12])
    if b"%PDF-" in head[:1024]:  # PDF readers search that far
        return PDF
    if head[0] == 0xFF and head[1:2] >= b"\xe0" and head[1:2] != b"\xff":
        return MP3  # the frame sync of MPEG audio (ISO/IEC 11172-3)
    return _of_text(head)


def in_words(sign: str) -> str:
    return _WORDS[sign]


def _of_brand(brand: bytes) -> str:
    if brand in _STILLS:
        return "heic"
    if brand == b"qt  ":
        return "mov"
    return M4A if brand.startswith(b"M4A") else MP4


def _of_text(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<table" in start:
        return "html"
    if start.startswith(b"<?xml"):
        return "html" if b"<html" in head.lower() else "xml"
    return "" if b"\0" in head else "text"
