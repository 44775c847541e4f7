"""Extracts the plain text of a body for summaries and search: no captions, headings, code, footnotes or their numbers.

Struck-out words are no longer valid, so they are left out too.
"""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from . import marks
from .cleaning import single_tag
from .galley import Galley
from .headings import TAGS as HEADING_TAGS
from .illustrations import SLOT
from .joining import BLOCKS, join

_LEFT_OUT = frozenset({*HEADING_TAGS, "pre", "section", "hr", SLOT})
_RAW = re.compile(marks.pattern(marks.RAW))
_WITHOUT_WORDS = re.compile(r"<(script|style|textarea|title|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(
    r"</?(?:p|div|[uo]l|li|d[ltd]|tr|table|blockquote|section|h[1-6]|pre|[hb]r)\b[^>]*>", re.IGNORECASE
)
_STRUCK = frozenset({"del", "s", "strike"})
_SPACES = re.compile(r"\s+")


def plain(root: Element, galley: Galley) -> str:
    """The text below `root`, one paragraph, list item or table row per line."""
    paragraphs: list[str] = []
    _collect(root, paragraphs)
    text = "\n".join(paragraphs)
    if galley.pieces:
        text = _without_struck(text, galley)
        text = _RAW.sub(lambda match: _words_of_html(galley.pieces[marks.number(match.group(1))]), text)
        text = "\n".join(filter(None, (line.strip() for line in text.split("\n"))))
    return marks.only_text(marks.without_places(text))


def _collect(block: Element, paragraphs: list[str]) -> None:
    if block.tag == "tr":
        cells = ("".join(_inline(cell)).strip() for cell in block)
        paragraphs.append(" ".join(filter(None, cells)))
        return
    words: list[str] = [block.text or ""]
    for child in block:
        if child.tag in BLOCKS or child.tag == SLOT:
            _end_paragraph(words, paragraphs)
            if child.tag not in _LEFT_OUT:
                _collect(child, paragraphs)
        else:
            words += _inline_with_break(child)
        words.append(child.tail or "")
    _end_paragraph(words, paragraphs)


def _end_paragraph(words: list[str], paragraphs: list[str]) -> None:
    text = _SPACES.sub(" ", "".join(words)).strip() if len(words) > 1 else words[0].strip()
    if text:
        paragraphs.append(text)
    words.clear()


def _inline_with_break(element: Element) -> list[str]:
    if element.tag == "br":
        return [" "]
    is_left_out = element.tag == "del" or (element.tag == "sup" and element.get("id"))
    return [] if is_left_out else _inline(element)


def _inline(element: Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if child.tag != SLOT:
            pieces += _inline_with_break(child)
        pieces.append(child.tail or "")
    return pieces


def _without_struck(text: str, galley: Galley) -> str:
    """The text without what raw tags strike out; an unclosed tag removes nothing."""
    kept, last, depth = [], 0, 0
    for match in _RAW.finditer(text):
        name, is_end = single_tag(galley.pieces[marks.number(match.group(1))]) or ("", False)
        if name not in _STRUCK or (is_end and depth == 0):
            continue
        if depth == 0:
            kept.append(text[last : match.start()])
            last = match.start()
        depth += -1 if is_end else 1
        if depth == 0:
            last = match.end()
    return "".join((*kept, text[last:]))


def _words_of_html(piece: str) -> str:
    text = _TAG.sub("", _BLOCK_END.sub("\n\n", _WITHOUT_WORDS.sub("", piece)))
    return "\n".join(join(paragraph.strip()) for paragraph in re.split(r"\n\s*\n", unescape(text)))
