"""How many things a name with numbers in it counts: 六个定位 six, 四重点一稳定一保证 four, one and one. What they are is left to the registry."""

from __future__ import annotations

import re
from itertools import accumulate

NUMERALS = "一二三四五六七八九十两"
_VALUES = {numeral: value for value, numeral in enumerate(NUMERALS[:9], 1)} | {"两": 2}
_NUMBER = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两]"
_PART = re.compile(f"({_NUMBER})([^{NUMERALS}]*)")
_MEASURED = re.compile(f"(?:{_NUMBER})[个项条点大种类]")


def number(numeral: str) -> int:
    """三 is 3, 十二 is 12, 二十 is 20. The numeral is below a hundred."""
    tens, ten, ones = numeral.rpartition("十")
    return (10 * _VALUES.get(tens, 1) if ten else 0) + _VALUES.get(ones, 0)


def parts(name: str) -> tuple[tuple[str, int], ...]:
    """The parts of a name with their numbers, () for one that does not begin with a number: 四重点 4, 一稳定 1, 一保证 1.

    In 三个一 or 六个定位 the first number counts all.
    """
    found = tuple((match.group(), number(match.group(1))) for match in _PART.finditer(name))
    if "".join(part for part, _ in found) != name:
        return ()
    return ((name, found[0][1]),) if _MEASURED.match(name) else found


def fits(name: str, items: int) -> bool:
    """Whether the name may count that many items, which are all, or those of its first parts."""
    return not parts(name) or items in accumulate(count for _, count in parts(name))
