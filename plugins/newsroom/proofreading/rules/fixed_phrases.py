"""Phrases of four characters with one that only sounds or looks like the right one: 一愁莫展, 惯彻落实."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add

from ...text.likeness import differences, taken_for
from ..copy import Copy
from ..fixed_phrases import HEADS, RIGHT, TAILS, WITH_GAPS
from ..rule import Rule, Slip, Source


def _find(copy: Copy) -> Iterator[Slip]:
    for start, written, phrase in _nearly(copy.text):
        at = differences(written, phrase)[0]
        if "一" <= written[at] <= "龥" and taken_for(written[at], phrase[at]):
            yield Slip(start, start + 4, {"written": written, "right": phrase})


def _nearly(text: str) -> Iterator[tuple[int, str, str]]:
    """Where something differs from a phrase by one character: the offset, what is written, the phrase."""
    for at, pair in enumerate(map(add, text, text[1:])):
        if pair in HEADS:
            yield from _lacking(text, at, (2, 3))
        if at > 1 and pair in TAILS:
            yield from _lacking(text, at - 2, (0, 1))


def _lacking(text: str, start: int, gaps: tuple[int, int]) -> Iterator[tuple[int, str, str]]:
    """The phrases of which what is written from `start` on lacks just the character at one of two places."""
    written = text[start : start + 4]
    if written not in RIGHT:
        for at in gaps:
            phrases = WITH_GAPS.get(f"{written[:at]}.{written[at + 1 :]}", ())
            yield from ((start, written, phrase) for phrase in phrases)


RULE = Rule(
    code="PF62",
    find=_find,
    wrong="干部群众一愁莫展。",
    right="干部群众一筹莫展。",
    silent=("监察机关", "大有作为", "不以为奇", "学习贯彻实施", "社会各阶层"),
    source=Source("《现代汉语词典》第7版", "2016-09-01"),
)
