"""Phrases of four characters with one that only sounds or looks like the right one: 一愁莫展, 惯彻落实."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add

from ...text.likeness import differences, taken_for
from ..copy import Copy
from ..fixed_phrases import HALVES, RIGHT, WITH_GAPS
from ..rule import Rule, Slip, Source


def _find(copy: Copy) -> Iterator[Slip]:
    for start, phrase in _nearly(copy.text):
        written = copy.text[start : start + 4]
        at = differences(written, phrase)[0]
        if written not in RIGHT and "一" <= written[at] <= "龥" and taken_for(written[at], phrase[at]):
            yield Slip(start, start + 4, {"written": written, "right": phrase})


def _nearly(text: str) -> Iterator[tuple[int, str]]:
    """Where something differs from a phrase by one character: the offset and the phrase."""
    for at in [at for at, pair in enumerate(map(add, text, text[1:])) if pair in HALVES]:
        for start, gap in _gaps(text, at):
            for phrase in WITH_GAPS.get(gap, ()):
                if not text.startswith(phrase, start):
                    yield start, phrase


def _gaps(text: str, at: int) -> tuple[tuple[int, str], ...]:
    """What may be left of a phrase whose first or second half stands at `at`, when a character of the other half is wrong."""
    half, start = text[at : at + 2], at - 2
    behind = ((at, f"{half}.{text[at + 3 : at + 4]}"), (at, f"{half}{text[at + 2 : at + 3]}."))
    if start < 0:
        return behind
    return (*behind, (start, f".{text[at - 1]}{half}"), (start, f"{text[start]}.{half}"))


RULE = Rule(
    code="PF62",
    find=_find,
    wrong="干部群众一愁莫展。",
    right="干部群众一筹莫展。",
    silent=("监察机关", "大有作为", "不以为奇", "学习贯彻实施", "社会各阶层"),
    source=Source("《现代汉语词典》第7版", "2016-09-01"),
)
