"""Derives a summary for a story whose editor wrote none: the opening sentences of its prose.

Tables, lists and code are left out, and so are lines that are not sentences: headings typed as text, list items, figures.
How many sentences fit is left to `text.typography`.
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

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^<"]*")*)>')  # attributes never contain a bare `<`
_LISTS = frozenset({"table", "ul", "ol", "dl", "pre"})
_LIST = re.compile(r"<(?:table|[uo]l|dl|pre)\b")
_UNSAID = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "section", "sup", "del", "s"}
)  # elements that Document.text leaves out, too
_WITHIN_LINES = frozenset({"sup", "del", "s"})
_WIDE_TABLE = "table-wrap"  # the class of the section around a wide table
_BLOCKS = frozenset({"p", "div", "blockquote", "hr", "figure"})

_NUMBER = r"(?:[一二三四五六七八九十百]+|\d{1,3})"
_ITEM = re.compile(rf"{_NUMBER}[、.．)）]|[（(]{_NUMBER}[)）]|第{_NUMBER}[，、：]|[①-⑳]|[^，。；：:]{{1,6}}[：:]")
_BULLET = re.compile(r"[●◆■▲•·○◇□△★☆※►▪]|[-*—]\s")
_STOPS = "。！？!?…"
_CLOSING = "”’）)》」』】"
_PAUSES = ("：", ":", "；", "，", "、")
_FIGURES = re.compile(r"[\d.,%％+\-‰]")
_ENOUGH = 600  # characters of prose that are looked at; the summary takes 120
_LEAST = 12  # characters: a sentence that introduces a list and is at least this long can serve as a summary


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph. is_prose: whether it is outside lists, tables and code."""

    text: str
    is_prose: bool = True


def of_body(document: Document) -> str:
    """The opening sentences of a body's prose, at most 120 Chinese characters; of its whole text where it has no prose."""
    html = _html_of(document)
    lines = _lines(html) if _LIST.search(html) else map(_Line, document.text.split("\n"))
    return opening("\n".join(_usable(list(_enough(lines))))) or opening(document.text)


def _html_of(document: Document) -> str:
    """The HTML of a body's words: link text of attachments is included, photos and addresses are not."""
    return "".join(map(_words_of, document.parts))


def _words_of(part: Part) -> str:
    return part.words if isinstance(part, AttachmentSlot) else part if isinstance(part, str) else ""


def _enough(lines: Iterable[_Line]) -> Iterator[_Line]:
    """The first lines, each classified as prose or not, until there is more prose than a summary holds."""
    length = 0
    for line in lines:
        is_prose = _is_prose(line)
        if line.text.strip():
            yield _Line(line.text, is_prose)
        length += is_prose * len(line.text)
        if length > _ENOUGH:
            return


def _is_prose(line: _Line) -> bool:
    """Whether a line is running text: list items, headings and rows of figures end without a full stop."""
    text = line.text.strip()
    if not line.is_prose or _BULLET.match(text):
        return False
    if text.rstrip(_CLOSING).endswith(tuple(_STOPS)):
        return True
    return not (_ITEM.match(text) or 2 * len(_FIGURES.findall(text)) > len(text))


def _usable(lines: list[_Line]) -> Iterator[str]:
    """The prose, without sentences that only introduce a list; stops after such a sentence if it is all there is."""
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
    """The paragraphs of clean HTML, with one non-prose line for each list or table."""
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
    """Track entering or leaving an element that is left out; a `sup` without an id is not a footnote number."""
    if closing and inside and inside[-1] == name:
        inside.pop()
    elif not closing and (name != "sup" or "id=" in attributes):
        inside.append(name)


def _ended(words: list[str]) -> Iterable[_Line]:
    text = " ".join(join(unescape("".join(words)).strip()).split())
    words.clear()
    return (_Line(text),) if text else ()
