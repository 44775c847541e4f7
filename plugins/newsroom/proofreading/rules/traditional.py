"""Traditional or variant characters in simplified text. A title or quotation that is traditional as a whole is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..traditional_forms import SIMPLIFIED

_SIGNS = "".join(SIMPLIFIED)
_RUN = re.compile(f"[{_SIGNS}](?:[^\n\ufffc{_SIGNS}]{{0,6}}[{_SIGNS}])*")
_QUOTED = re.compile("“[^”\n]*”|‘[^’\n]*’|《[^》\n]*》|「[^」\n]*」|『[^』\n]*』")
_TABLE = str.maketrans(SIMPLIFIED)


def _find(copy: Copy) -> Iterator[Slip]:
    spared = [*_traditional_quotations(copy.text), *_names(copy)]
    for match in _RUN.finditer(copy.text):
        if not any(start <= match.start() and match.end() <= end for start, end in spared):
            yield Slip(match.start(), match.end(), {"written": match.group(), "right": match.group().translate(_TABLE)})


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
    silent=("乾隆年间", "於潜镇", "著名商标", "瞭望塔", "匾额上写着“為人民服務”", "《國家寶藏》"),
    source=Source("《通用规范汉字表》；《国家通用语言文字法》第十七条", "2013-06-05"),
    signs=_SIGNS,
)
