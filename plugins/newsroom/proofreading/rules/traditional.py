"""Traditional or variant characters in simplified text. Japanese, and a title or quotation that is all traditional, are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..traditional_forms import SIMPLIFIED

_SIGNS = "".join(SIMPLIFIED)
_RUN = Pattern(f"[{_SIGNS}](?:[^\n\ufffc{_SIGNS}]{{0,6}}[{_SIGNS}])*")
_QUOTED = Pattern("“[^”\n]*”|‘[^’\n]*’|《[^》\n]*》|「[^」\n]*」|『[^』\n]*』")
_KANA = Pattern("[ぁ-ヺ]")
_MANY = 4  # runs in one block
_SHOWN = 12  # characters in a sentence
_TABLE = str.maketrans(SIMPLIFIED)


def _find(copy: Copy) -> Iterator[Slip]:
    spared = [*_traditional_quotations(copy.text), *_names(copy)]
    runs = [run.span() for run in _RUN.finditer(copy.text)]
    for passage, some in groupby(runs, lambda run: copy.passage_at(run[0])):
        found = [run for run in some if not any(start <= run[0] and run[1] <= end for start, end in spared)]
        if not _KANA.search(copy.text, passage.start, passage.end):
            yield from (_slip(copy.text, *run) for run in _as_one(found))


def _as_one(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """One range for a block that is traditional throughout."""
    return runs if len(runs) < _MANY else [(runs[0][0], runs[-1][1])]


def _slip(text: str, start: int, end: int) -> Slip:
    written = text[start:end]
    return Slip(start, end, {"written": _beginning(written), "right": _beginning(written.translate(_TABLE))})


def _beginning(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"


def _traditional_quotations(text: str) -> Iterator[tuple[int, int]]:
    """The ranges between quotation marks in which more than one character is traditional: one alone is a slip."""
    for quoted in _QUOTED.finditer(text):
        if sum(sign in SIMPLIFIED for sign in quoted.group()) > 1:
            yield quoted.span()


def _names(copy: Copy) -> Iterator[tuple[int, int]]:
    for name in sorted(copy.names):
        if not SIMPLIFIED.keys().isdisjoint(name):
            yield from (match.span() for match in re.finditer(re.escape(name), copy.text))


RULE = Rule(
    code="PF55",
    find=_find,
    wrong="全區上下积极行动。",
    right="全区上下积极行动。",
    silent=("乾隆年间", "於潜镇", "著名商标", "瞭望塔", "匾额上写着“為人民服務”", "《國家寶藏》", "審査の結果について"),
    source=Source("《通用规范汉字表》；《国家通用语言文字法》第十七条", "2013-06-05"),
    signs=_SIGNS,
)
