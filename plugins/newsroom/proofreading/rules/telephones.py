"""Numbers of mobile telephones. Those of offices and hotlines begin otherwise and are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..personal_numbers import DIGIT, GAP, stands_alone
from ..rule import Rule, Slip, Source

_NUMBER = Pattern(f"[1１][3-9３-９]{DIGIT}{GAP}{DIGIT}{{4}}{GAP}{DIGIT}{{4}}")
_QUANTITY = Pattern("[.．][0-9０-９]| ?(?:多|余)?[元人吨件户亩字次%％万亿千米]")


def _find(copy: Copy) -> Iterator[Slip]:
    for match in _NUMBER.finditer(copy.text):
        if stands_alone(match) and not _QUANTITY.match(copy.text, match.end()):
            yield Slip(match.start(), match.end(), {"written": match.group()})


RULE = Rule(
    code="PF51",
    find=_find,
    wrong="居民李某电话13800000000。",
    right="居民李某电话138****0000。",
    silent=(
        "热线400-800-1234",
        "电话0371-66260000",
        "拨打12345",
        "投资13800000000元",
        "编号A13800000000",
        "138****0000",
    ),
    source=Source("《个人信息保护法》第四条、第六条", "2021-11-01"),
    signs="1１",
)
