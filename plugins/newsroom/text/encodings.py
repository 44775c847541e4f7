"""Detects the encoding of a Chinese text file and decodes it. Odd characters and line breaks are left to `source`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNATURES = {
    b"PK\x03\x04": "Word 文档（.docx）或压缩包",
    b"\xd0\xcf\x11\xe0": "旧版 Word 文档（.doc）",
    b"{\\rtf": "RTF 文档",
    b"%PDF": "PDF 文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"RIFF": "图片、声音或视频",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
}
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_USUAL = re.compile("[\t\r\n -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The result of decoding a file.

    text: the characters, with their line breaks as they were; None if the bytes are not text or of no known encoding.
    encoding: "utf-8", "utf-16-le", "utf-16-be" or "gb18030"; "" if bytes were lost. has_mark: it began with a byte order
    mark. is_damaged: UTF-8 in which some bytes are broken. kind: in Chinese, what the file seems to be instead.
    """

    text: str | None
    encoding: str = ""
    has_mark: bool = False
    is_damaged: bool = False
    kind: str = ""


def read_bytes(data: bytes) -> Decoded:
    """Decodes UTF-8, UTF-16 (with a mark, or unmistakable without one) and GBK / GB18030; never guesses beyond that."""
    if data.startswith(tuple(_SIGNATURES)):
        return Decoded(None, kind=next(kind for start, kind in _SIGNATURES.items() if data.startswith(start)))
    mark, encoding = next(((mark, name) for mark, name in _MARKS.items() if data.startswith(mark)), (b"", ""))
    data = data[len(mark) :]
    if encoding.startswith("utf-16"):
        text = _strictly(data, encoding)
        return Decoded(None) if text is None or "\0" in text else Decoded(text, encoding, has_mark=True)
    if b"\0" in data:
        return _utf16_without_mark(data)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", has_mark=bool(mark))
    return _damaged_utf8(data) or _gb18030(data) or Decoded(None)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> Decoded:
    """UTF-16 is recognised by the zero bytes in its line breaks and Latin letters; anything else with them is not text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text and "\0" not in text and _share(text, _USUAL) >= 0.9:
            return Decoded(text, encoding)
    return Decoded(None, kind="程序或媒体文件")


def _share(text: str, usual: re.Pattern[str]) -> float:
    return sum(1 for _ in usual.finditer(text)) / len(text)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes. GBK is not mistaken for it: hardly any pair of its bytes is valid UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\u07ff") - broken
    return Decoded(text, is_damaged=True) if sound >= 4 * broken else None


def _gb18030(data: bytes) -> Decoded | None:
    """GBK or GB18030, if the result is Chinese as commonly written: at least 7 in 10 characters are in GB 2312."""
    text = _strictly(data, "gb18030")
    if text is None:
        return None
    chinese = [character for character in text if character > "\x7f"]
    common = sum(1 for character in chinese if character.encode("gb2312", errors="ignore"))
    return Decoded(text, "gb18030") if common >= 0.7 * len(chinese) else None
