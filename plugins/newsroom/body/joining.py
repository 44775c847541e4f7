"""Joins the lines of each paragraph in a tree: no space between Chinese characters, one between Latin words.

Works across the boundaries of emphasis and links. Hard breaks stay. Which characters join is left to `text.typography`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..text.typography import CHINESE, joins_without_space
from . import marks

_BLOCKS = "div section p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tr th td hr"
BLOCKS = frozenset(_BLOCKS.split())
_LINE_END = re.compile(r"[ \t\u3000]*\n\s*")
_NEXT_TO_CHINESE = re.compile(
    rf"\n(?:(?<=[{CHINESE}]\n)(?=\S)|(?<=\S\n)(?=[{CHINESE}]))"
)  # by far the most frequent line ends

Run = tuple[Element, bool, str]  # an element, whether its tail (not its text) is meant, and that string


def join(text: str) -> str:
    """The text joined into one line."""
    return _joined(text) if "\n" in text else text


def _joined(text: str) -> str:
    text = _NEXT_TO_CHINESE.sub("", text)
    if "\n" not in text:
        return text
    pieces, last = [], 0
    for match in _LINE_END.finditer(text):
        pieces += [text[last : match.start()], _between(text, match)]
        last = match.end()
    return "".join((*pieces, text[last:]))


def _between(text: str, match: re.Match[str]) -> str:
    """The string that replaces a line end: a space or nothing. Nothing, too, where a line is empty."""
    before = text[: match.start()].rpartition(marks.BREAK)[2]
    after = text[match.end() :].partition(marks.BREAK)[0]
    return "" if not before or not after or joins_without_space(before, after) else " "


def fillings(text: str) -> list[str]:
    """The string that replaces each line end of `text` when its lines are joined."""
    return [_between(text, match) for match in _LINE_END.finditer(text)]


def join_lines(root: Element) -> None:
    """Join the lines of every paragraph, heading, list item and cell below `root`, in place. Code keeps its lines."""
    for block in root.iter():
        if block.tag in BLOCKS and block.tag != "pre":
            _join_block(block)


def _join_block(block: Element) -> None:
    if not len(block):
        if block.text and "\n" in block.text:
            block.text = _joined(block.text.strip())
        return
    runs = list(_runs(block))
    if any("\n" in text for _, _, text in runs):
        _join_runs(runs)


def _runs(element: Element) -> Iterator[Run]:
    """The strings of one block's own words in order; nested blocks and hard breaks are boundaries."""
    if element.text:
        yield element, False, element.text
    for child in element:
        if child.tag in BLOCKS or child.tag == "br":
            yield child, False, marks.BREAK
        elif child.tag == "code":
            yield child, False, (child.text or "").replace("\n", " ")
        elif child.tag != "sup":  # a footnote's number is not part of the sentence
            yield from _runs(child)
        if child.tail:
            yield child, True, child.tail


def _join_runs(runs: list[Run]) -> None:
    whole = "".join(text for _, _, text in runs)
    starts, end = [], 0
    for _, _, text in runs:
        starts.append(end)
        end += len(text)
    cuts: list[list[tuple[int, int, str]]] = [[] for _ in runs]
    for match in _LINE_END.finditer(whole):
        filling = _between(whole, match)
        for index in range(bisect_right(starts, match.start()) - 1, len(runs)):
            if starts[index] >= match.end():
                break
            stop = starts[index] + len(runs[index][2])
            a, b = max(match.start(), starts[index]), min(match.end(), stop)
            if a < b:
                cuts[index].append((a - starts[index], b - starts[index], filling))
                filling = ""
    for (element, is_tail, text), found in zip(runs, cuts, strict=True):
        if found and not (element.tag == "code" and not is_tail):
            _write(element, is_tail, _filled(text, found))


def _filled(text: str, cuts: list[tuple[int, int, str]]) -> str:
    pieces, last = [], 0
    for start, end, filling in cuts:
        pieces += [text[last:start], filling]
        last = end
    return "".join((*pieces, text[last:]))


def _write(element: Element, is_tail: bool, text: str) -> None:
    if is_tail:
        element.tail = text
    else:
        element.text = text
