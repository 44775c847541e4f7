"""Reads one delivered file with the reader of its kind. What a file is, is left to `gate`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from plugins.newsroom.submission.tree import Doubt, Submission
from plugins.newsroom.text import files

from . import comma_table, gate, markdown_text, plain_text, web_archive, web_page, workbook
from .gate import Kind
from .ledger import sentence
from .word import read as read_word

TABLES, MARKDOWN, PAGES = (".csv", ".tsv"), (".md", ".markdown"), (".html", ".htm", ".xhtml", ".shtml")


_NAMED = {
    Kind.WORD: (".docx", ".docm", ".dotx", ".dotm"),
    Kind.WORKBOOK: (".xlsx", ".xlsm", ".xltx"),
    Kind.WEB_ARCHIVE: (".mht", ".mhtml"),
    Kind.HTML: PAGES,
    Kind.TEXT: (".txt", ".text", *TABLES, *MARKDOWN, *PAGES),
}
_OTHER_NAMES = (".doc", ".wps", ".xls", ".et", ".rtf", ".pdf", *chain(*_NAMED.values()))
_SAID = {
    Kind.WORD: "Word 文件（.docx）",
    Kind.WORKBOOK: "表格（.xlsx）",
    Kind.WEB_ARCHIVE: "网页（.mht）",
    Kind.HTML: "网页",
    Kind.TEXT: "文本文件",
}


def read(path: Path, data: bytes) -> Submission:
    """What is in the file at `path`, whose bytes are `data`. Raises Refusal when it is not taken."""
    kind, suffix = gate.kind_of(path.name, data), path.suffix.lower()
    found = _read(path, data, kind, suffix)
    if suffix in _NAMED[kind] or suffix not in _OTHER_NAMES:
        return found
    told = Doubt(sentence("IN92", file=path.name, what=_SAID[kind]))
    return replace(found, doubts=(told, *found.doubts))


def _read(path: Path, data: bytes, kind: Kind, suffix: str) -> Submission:
    if kind is Kind.WORD:
        return read_word(path.name, data)
    if kind is Kind.WORKBOOK:
        return workbook.read(path.name, data)
    if kind is Kind.WEB_ARCHIVE:
        return web_archive.read(path.name, data)
    if kind is Kind.HTML or suffix in PAGES:
        return web_page.read(path.name, data, beside(path))
    if suffix in TABLES:
        return comma_table.read(path.name, data)
    if suffix in MARKDOWN:
        return markdown_text.read(path.name, data, beside(path))
    return plain_text.read(path.name, data)


def beside(page: Path) -> Callable[[str], bytes | None]:
    """Reads files by their paths from the folder of a page, and none outside it."""
    folder = page.parent.resolve()

    def read_beside(written: str) -> bytes | None:
        if written.startswith(("/", "\\")) or ":" in written:  # elsewhere on this computer, or on another
            return None
        try:
            file = (folder / written.replace("\\", "/")).resolve()
            is_inside = file.is_relative_to(folder) and file != page.resolve()
            return files.read_bytes(file, gate.MOST_BYTES) if is_inside and file.is_file() else None
        except (OSError, ValueError):  # no name of a file
            return None

    return read_beside
