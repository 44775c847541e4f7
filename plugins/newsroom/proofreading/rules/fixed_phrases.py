"""Phrases of four characters with one that only sounds or looks like the right one: 一愁莫展, 惯彻落实."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.likeness import taken_for
from ..copy import Copy
from ..fixed_phrases import table
from ..rule import Rule, Slip, Source
from ..word_places import word_places


def _find(copy: Copy) -> Iterator[Slip]:
    for start in _suspects(copy):
        written = copy.text[start : start + 4]
        phrase = _meant(written) if written not in table().right else None
        if phrase:
            yield Slip(start, start + 4, {"written": written, "right": phrase})


def _suspects(copy: Copy) -> Iterator[int]:
    """Where one half of a phrase stands, and beside it just one character of its other half."""
    text = f"{copy.text}\n\n"
    all_behind, all_before = table().behind, table().before
    for at, half in word_places(copy):
        behind, before = all_behind.get(half), all_before.get(half)
        if behind and (text[at + 2] in behind[0]) != (text[at + 3] in behind[1]):
            yield at
        if before and at > 1 and (text[at - 2] in before[0]) != (text[at - 1] in before[1]):
            yield at - 2


def _meant(written: str) -> str | None:
    """The phrase that differs by one character, if that is taken for the right one."""
    for at in range(4):
        head, tail = written[:at], written[at + 1 :]
        for phrase in table().with_gaps.get(f"{head}.{tail}", ()):
            if "一" <= written[at] <= "龥" and taken_for(written[at], phrase[at]):
                return phrase
    return None


RULE = Rule(
    code="PF62",
    find=_find,
    wrong="干部群众一愁莫展。",
    right="干部群众一筹莫展。",
    silent=("监察机关", "大有作为", "不以为奇", "学习贯彻实施", "社会各阶层"),
    source=Source("《现代汉语词典》第7版", "2016-09-01"),
)
