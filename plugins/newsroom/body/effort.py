"""Estimates how long Markdown would take to parse a body, so that one needing quadratic time is rejected before parsing.

Hundreds of marks that are opened and never closed cost that much: pasted HTML whose tags do not pair, `[a](` or `<a `
over and over. The weights are nanoseconds per step, measured on one machine; only their sum matters, compared with BUDGET,
which no body written by a person comes near.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

BUDGET = 2_500_000_000
_BRACKET = 350  # per character scanned for a closing bracket: for links, notes and photos alike
_ANGLE = 100  # per character scanned for the end of a tag
_INLINE = 3  # per character of a paragraph, copied for each mark in it
_BRACE = 25  # per character of a line scanned for the end of an attribute list
_NOTE = 1_800  # per comparison of a footnote reference with an earlier one to the same note

_BLOCK_END = re.compile(r"\n[ \t>]*(?=\n)|\n(?=[ \t>]*(?:[-*+|]|[0-9]+[.)]))")
_INLINE_MARK = re.compile(r"<(?!/?(?:p|div|section|table|t[rdh]|[ou]l|li|h[1-6])\b)|[\[&\\{]|`+|[*_]+")
_PAIRED = re.compile(r"\]\(|[\[\]()]")
_OPEN_TAG = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_NOTE_REFERENCE = re.compile(r"\[\^([^\]\n]*)\]")


def too_much(text: str) -> int | None:
    """The offset of the paragraph at which parsing `text` would exceed BUDGET, None if it stays within."""
    spent = 0
    for start, cost in _costs(text):
        spent += cost
        if spent > BUDGET:
            return start + len(text[start:]) - len(text[start:].lstrip())
    return None


def _costs(text: str) -> Iterator[tuple[int, int]]:
    """(start, cost) of each expensive stretch."""
    for match in _OPEN_TAG.finditer(text):
        end = text.find(">", match.end())
        yield match.start(), _ANGLE * ((len(text) if end < 0 else end) - match.start())
    notes = Counter(match.group(1) for match in _NOTE_REFERENCE.finditer(text))
    for label, number in notes.items():
        yield text.find(f"[^{label}]"), _NOTE * number * number
    start = 0
    for match in _BLOCK_END.finditer(text):
        yield start, _of_block(text[start : match.start()])
        start = match.end()
    yield start, _of_block(text[start:])


def _of_block(block: str) -> int:
    marks = len(_INLINE_MARK.findall(block))
    if marks < 20:  # nearly always: the rest need not be counted
        return 0
    return _INLINE * marks * len(block) + _BRACE * block.count("{") * len(block) + _BRACKET * _searched(block)


def _searched(block: str) -> int:
    """How many characters are scanned in search of closing brackets, summed over all opening ones in a block."""
    passed = 0
    squares: list[int] = []
    rounds: list[int] = []
    for match in _PAIRED.finditer(block):
        at, sign = match.start(), match.group()
        if sign == "[":
            squares.append(at)
        elif sign[0] == "]" and squares:
            passed += at - squares.pop()
        if sign == "](" or (sign == "(" and rounds):
            rounds.append(at)
        elif sign == ")" and rounds:
            passed += at - rounds.pop()
    return passed + sum(len(block) - at for at in (*squares, *rounds))
