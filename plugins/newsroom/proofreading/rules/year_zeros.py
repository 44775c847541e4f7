"""Years in Chinese figures whose zero is another sign than 〇."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.dates import number
from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_CIRCLES = "○◯"
_OTHER_ZEROS = f"零{_CIRCLES}OＯoОоΟο0０"
_YEAR = Pattern(rf"[一二][{_OTHER_ZEROS}〇一二三四五六七八九]{{3}}(?=年)")
_FIGURE = Pattern(rf"[一二三四五六七八九十百千万{_OTHER_ZEROS}〇]")
_MENDED = str.maketrans(dict.fromkeys(_OTHER_ZEROS, "〇"))
_SINCE = 2012  # older printed texts have ○, for which their fonts had no other sign


def _find(copy: Copy) -> Iterator[Slip]:
    for match in _YEAR.finditer(copy.text):
        mended = match.group().translate(_MENDED)
        is_whole = mended != match.group() and not _FIGURE.match(copy.text[match.start() - 1 : match.start()])
        has_circle = any(circle in match.group() for circle in _CIRCLES)
        if is_whole and (not has_circle or number(mended) >= _SINCE):
            values = {"written": match.group(), "right": mended}
            yield Slip(match.start(), match.end(), values, None if has_circle else mended)


RULE = Rule(
    code="PF47",
    find=_find,
    wrong="二零一七年八月",
    right="二〇一七年八月",
    silent=("二〇一七年", "一百零二年", "二零一七级学生", "一千零一年", "二○○五年"),
    source=Source("GB/T 15835—2011《出版物上数字用法》：年份用“〇”", "2011-11-01"),
    signs="年",
)
