"""How long Markdown would take over a body: some texts cost it the square of their length. Such a body is not begun.

What costs that much are marks that are opened and never closed, by the hundred: pasted HTML whose tags do not pair,
`[a](` or `<a ` over and over. The weights are nanoseconds a step, measured on one machine; only their sum against BUDGET
matters, which no body comes near that a person wrote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

BUDGET = 2_500_000_000
_BRACKET = 350  # a character passed in search of the bracket that closes: for links, notes and photos alike
_ANGLE = 100  # a character passed in search of the end of a tag
_INLINE = 3  # a character of a paragraph copied for each mark in it
_BRACE = 25  # a character of a line passed in search of the end of an attribute list
_NOTE = 1_800  # a reference to a note compared with an earlier one to the same note

_BLOCK_END = re.compile(r"\n[ \t>]*(?=\n)|\n(?=[ \t>]*(?:[-*+|]|[0-9]+[.)]))")
_INLINE_MARK = re.compile(r"<(?!/?(?:p|div|section|table|t[rdh]|[ou]l|li|h[1-6])\b)|[\[&\\{]|`+|[*_]+")
_PAIRED = re.compile(r"\]\(|[\[\]()]")
_OPEN_TAG = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_NOTE_REFERENCE = re.compile(r"\[\^([^\]\n]*)\]")


def too_much(text: str) -> int | None:
    """The offset of the paragraph at which reading `text` would exceed BUDGET, None when it does not."""
    spent = 0
    for start, cost in _costs(text):
        spent += cost
        if spent > BUDGET:
            return start + len(text[start:]) - len(text[start:].lstrip())
    return None


def _costs(text: str) -> Iterator[tuple[int, int]]:
    """Where each expensive stretch begins, and what it takes."""
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
    if marks < 20:  # hardly ever more: the rest need not be counted
        return 0
    return _INLINE * marks * len(block) + _BRACE * block.count("{") * len(block) + _BRACKET * _searched(block)


def _searched(block: str) -> int:
    """How many characters are passed in search of closing brackets, by all that open in one block."""
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
