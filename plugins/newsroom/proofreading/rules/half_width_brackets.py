"""Finds half-width brackets in Chinese sentences, and pairs of which one bracket is half-width."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import HAN_LIKE, beside, is_near_han, is_wide

_BRACKET = Pattern(r"[()（）\n]")
_HAN = Pattern(f"[{HAN_LIKE}]")
_FULL = {"(": "（", ")": "）"}
_CALL = Pattern(r"[A-Za-z]\([A-Za-z0-9, ]{1,3}\)")


def _found(copy: Copy) -> Iterator[Slip]:
    for start, end in _pairs(copy.text):
        if _belongs(copy.text, start, end):
            for at in (start, end):
                if copy.text[at] in _FULL:
                    yield Slip(
                        at, at + 1, {"written": copy.text[at], "full": _FULL[copy.text[at]]}, _FULL[copy.text[at]]
                    )


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """The pairs of brackets of which at least one is half-width, each within one passage."""
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket.group() == "\n":
            opened.clear()
        elif bracket.group() in "(（":
            opened.append(bracket.start())
        elif opened and "(" + text[opened[-1]] + bracket.group() != "(（）":
            yield opened.pop(), bracket.start()
        elif opened:
            opened.pop()


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether full-width brackets belong at `start` and `end`."""
    if text[start] == "（" or text[end] == "）" or _HAN.search(text, start + 1, end):
        return True
    sides = beside(text, start, end + 1)
    if is_wide(sides.left):
        return True
    if text[start - 1 : start] == " " or _CALL.match(text, max(0, start - 1)):
        return False
    return is_wide(sides.right) or (sides.right == "\n" and is_near_han(text, start, end + 1))


RULE = Rule(
    code="PF15",
    find=_found,
    wrong="重大项目库(征求意见稿)已经印发。",
    right="重大项目库（征求意见稿）已经印发。",
    silent=("重大项目库（征求意见稿）已经印发。", "函数f(x)连续。", "World Health Organization (WHO)"),
    source=Source("GB/T 15834—2011《标点符号用法》第4.9条、第5.1.3条", "2012-06-01"),
    signs="()",
)
