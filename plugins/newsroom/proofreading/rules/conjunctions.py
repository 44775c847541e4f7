"""既使 where 即使 is meant: 既 goes with 又, 即使 with 也."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_REST = "[^。！？；\n]{0,40}"
_WRONG = Pattern(f"既(?P<verb>[使便])(?![用宜])(?={_REST}[也都])(?!{_REST}[又更且还]|{_REST}也(?P=verb))")


def _find(copy: Copy) -> Iterator[Slip]:
    for match in _WRONG.finditer(copy.text):
        yield Slip(match.start(), match.end(), {"written": match.group(), "right": f"即{match['verb']}"})


RULE = Rule(
    code="PF63",
    find=_find,
    wrong="既使下雨，工地也不停工。",
    right="即使下雨，工地也不停工。",
    silent=("既使群众受益，又使企业发展", "既便宜又好用", "既使企业增收，也使群众受益"),
    source=Source("《现代汉语词典》第7版“即使”“既”条", "2016-09-01"),
    signs="既",
)
