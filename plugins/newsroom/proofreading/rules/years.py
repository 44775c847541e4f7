"""Years in which two figures have changed places: 2071年 in a story of 2017."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_YEAR = Pattern(r"(?<![0-9.—～-])(2[0-9]{3})年(?![期限以内间后])")
_AHEAD = 30  # years: plans look that far, and to round years beyond
_AROUND = 5  # years: what a story is about lies no further from its day


def _find(copy: Copy) -> Iterator[Slip]:
    if not copy.day:
        return
    for match in _YEAR.finditer(copy.text):
        meant = _meant(match[1], copy.day.year)
        if meant:
            yield Slip(match.start(), match.end(), {"written": match.group(), "meant": f"{meant}年"})


def _meant(year: str, now: int) -> int | None:
    """The year near the story's of which two neighbouring figures were exchanged, if there is one."""
    if int(year) <= now + _AHEAD or year.endswith("0"):
        return None
    exchanged = (int(year[:at] + year[at + 1] + year[at] + year[at + 2 :]) for at in (2, 1))
    return next((other for other in exchanged if abs(other - now) <= _AROUND), None)


RULE = Rule(
    code="PF46",
    find=_find,
    wrong="这是2071年的重点项目。",
    right="这是2017年的重点项目。",
    silent=("到2050年", "到2100年", "2035年远景目标", "2071株树"),
    source=Source("年份与稿件日期相差不应过大"),
    signs="年",
)
