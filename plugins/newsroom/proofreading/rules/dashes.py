"""Finds dashes made of hyphens, of other lines or of half the length. A single — between words may join them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import Beside, beside, is_han, is_wide

_LINES = "-－—―─–‒−⸺"
_RUN = Pattern(rf" ?(?<![{_LINES}])[{_LINES}]{{2,4}}(?![{_LINES}]) ?|(?<=\n)[—―─](?![{_LINES}0-9])|[⸺]")
_RANGE_BEFORE, _RANGE_AFTER = Pattern(r"[0-9０-９年月日时分号%％]$"), Pattern(r"[0-9０-９]")


def _found(copy: Copy) -> Iterator[Slip]:
    for run in _RUN.finditer(copy.text):
        start, end = _without_blanks(run)
        right = "—" if _is_range(copy.text, start, end) else "——"
        if copy.text[start:end] != "——" and _belongs(copy.text, start, end):
            yield Slip(*_with_pair_of_blanks(run, start, end), {"written": copy.text[start:end]}, right)


def _without_blanks(run: re.Match[str]) -> tuple[int, int]:
    start = run.start() + run.group().startswith(" ")
    return start, run.end() - run.group().endswith(" ")


def _with_pair_of_blanks(run: re.Match[str], start: int, end: int) -> tuple[int, int]:
    return run.span() if run.start() < start and end < run.end() else (start, end)


def _is_range(text: str, start: int, end: int) -> bool:
    return bool(_RANGE_BEFORE.search(text, max(0, start - 1), start) and _RANGE_AFTER.match(text, end))


def _belongs(text: str, start: int, end: int) -> bool:
    if "".join(dict.fromkeys(text[start:end])) == "—" and end - start > 1:
        return False
    sides = beside(text, start, end)
    return _is_between_words(sides) and not text[end : end + 1].islower()


def _is_between_words(sides: Beside) -> bool:
    return sides.is_wide and (is_han(sides.right) or is_wide(sides.left))


RULE = Rule(
    code="PF21",
    find=_found,
    wrong="重温历史--商都文化片区见闻",
    right="重温历史——商都文化片区见闻",
    silent=("重温历史——商都文化片区见闻", "郑州—西安高铁", "请运行 check --fix 命令。", "1—9月"),
    source=Source("GB/T 15834—2011《标点符号用法》第4.10条、第5.1.4条", "2012-06-01"),
    signs=_LINES,
)
