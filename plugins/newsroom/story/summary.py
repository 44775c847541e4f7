"""What a story's summary says when its editor wrote none: its opening sentences, from its prose alone.

Tables, lists and code are left out, and so are lines that are no sentences: headings typed as text, items, figures. How many
sentences fit is left to `typography`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from ..body.document import AttachmentSlot, Document, Part
from ..body.joining import join
from ..text.typography import opening, sentences

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^<"]*")*)>')  # no attribute holds a bare `<`
_LISTS = frozenset({"table", "ul", "ol", "dl", "pre"})
_LIST = re.compile(r"<(?:table|[uo]l|dl|pre)\b")
_UNSAID = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "section", "sup", "del", "s"}
)  # what a body's text leaves out, too
_WITHIN_LINES = frozenset({"sup", "del", "s"})
_WIDE_TABLE = "table-wrap"  # the class of its box
_BLOCKS = frozenset({"p", "div", "blockquote", "hr", "figure"})

_NUMBER = r"(?:[一二三四五六七八九十百]+|\d{1,3})"
_ITEM = re.compile(rf"{_NUMBER}[、.．)）]|[（(]{_NUMBER}[)）]|第{_NUMBER}[，、：]|[①-⑳]|[^，。；：:]{{1,6}}[：:]")
_BULLET = re.compile(r"[●◆■▲•·○◇□△★☆※►▪]|[-*—]\s")
_STOPS = "。！？!?…"
_CLOSING = "”’）)》」』】"
_PAUSES = ("：", ":", "；", "，", "、")
_FIGURES = re.compile(r"[\d.,%％+\-‰]")
_ENOUGH = 600  # characters of prose, of which 120 are told
_LEAST = 12  # characters of a sentence that leads to a list and says something by itself


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph. is_prose: it is no part of a list, a table or code."""

    text: str
    is_prose: bool = True


def of_body(document: Document) -> str:
    """The opening sentences of a body's prose, at most 120 Chinese characters; of all its words where it has no prose."""
    html = _html_of(document)
    lines = _lines(html) if _LIST.search(html) else map(_Line, document.text.split("\n"))
    return opening("\n".join(_said(list(_enough(lines))))) or opening(document.text)


def _html_of(document: Document) -> str:
    """The body as far as it is words: of a link to a file its own, of a photo or an address none."""
    return "".join(map(_words_of, document.parts))


def _words_of(part: Part) -> str:
    return part.words if isinstance(part, AttachmentSlot) else part if isinstance(part, str) else ""


def _enough(lines: Iterable[_Line]) -> Iterator[_Line]:
    """The first lines, each marked for what it is, until there is more prose than a summary holds."""
    told = 0
    for line in lines:
        is_prose = _is_prose(line)
        if line.text.strip():
            yield _Line(line.text, is_prose)
        told += is_prose * len(line.text)
        if told > _ENOUGH:
            return


def _is_prose(line: _Line) -> bool:
    """Whether a line is one of running text: an item, a heading or a row of figures ends without a stop."""
    text = line.text.strip()
    if not line.is_prose or _BULLET.match(text):
        return False
    if text.rstrip(_CLOSING).endswith(tuple(_STOPS)):
        return True
    return not (_ITEM.match(text) or 2 * len(_FIGURES.findall(text)) > len(text))


def _said(lines: list[_Line]) -> Iterator[str]:
    """The prose up to a sentence that leads to a list and cannot be left out; one that can be is left out."""
    begun = False
    for line, following in pairwise((*lines, _Line(""))):
        if not line.is_prose:
            continue
        if following.is_prose or not line.text.endswith(_PAUSES):
            yield line.text
        else:
            *before, lead = sentences(line.text)
            if not before and not begun and len(lead) >= _LEAST:
                yield line.text
                return
            yield "".join(before)
        begun = True


def _lines(html: str) -> Iterator[_Line]:
    """The paragraphs of clean HTML; for each list or table one line that is no prose."""
    words: list[str] = []
    inside: list[str] = []  # the open elements that are left out, the outermost first
    last = 0
    for tag in _TAG.finditer(html):
        if not inside:
            words.append(html[last : tag.start()])
        last = tag.end()
        closing, name, attributes = tag.groups()
        if name in _LISTS or name in _UNSAID:
            yield from _ended(words) if name not in _WITHIN_LINES else ()
            if not inside and not closing and (name in _LISTS or _WIDE_TABLE in attributes):
                yield _Line(name, is_prose=False)
            _step(inside, name, closing, attributes)
        elif not inside and (name in _BLOCKS or name == "br"):
            yield from _ended(words) if name != "br" else ()
            words.append(" ")
    words.append(html[last:])
    yield from _ended(words)


def _step(inside: list[str], name: str, closing: str, attributes: str) -> None:
    """Into an element that is left out, or out of it; a `sup` without an id is no number of a note."""
    if closing and inside and inside[-1] == name:
        inside.pop()
    elif not closing and (name != "sup" or "id=" in attributes):
        inside.append(name)


def _ended(words: list[str]) -> Iterable[_Line]:
    text = " ".join(join(unescape("".join(words)).strip()).split())
    words.clear()
    return (_Line(text),) if text else ()
