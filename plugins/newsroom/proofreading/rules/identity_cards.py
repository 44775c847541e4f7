"""Numbers of identity cards."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..personal_numbers import DIGIT, GAP, bare, is_identity_card, is_old_identity_card, stands_alone
from ..rule import Rule, Slip, Source

_NUMBER = Pattern(f"[1-8１-８](?:{GAP}{DIGIT}){{16}}{GAP}[0-9０-９XxＸｘ]")
_OLD_NUMBER = Pattern(rf"身份证[^0-9０-９。\n]{{0,12}}({DIGIT}{{15}})")


def _find(copy: Copy) -> Iterator[Slip]:
    for match in _NUMBER.finditer(copy.text):
        if stands_alone(match) and is_identity_card(bare(match.group())):
            yield Slip(match.start(), match.end())
    for match in _OLD_NUMBER.finditer(copy.text):
        if stands_alone(match) and is_old_identity_card(bare(match[1])):
            yield Slip(match.start(1), match.end(1))


RULE = Rule(
    code="PF50",
    find=_find,
    wrong="张某，身份证号11010519491231002X。",
    right="张某，身份证号110105********002X。",
    silent=(
        "统一社会信用代码91410100170000000X",
        "订单号110105194912310021",
        "身份证号110105********002X",
        "合同编号110105491231002",
    ),
    source=Source("GB 11643—1999《公民身份号码》；《个人信息保护法》第二十八条", "2021-11-01"),
    signs="0123456789０１２３４５６７８９",
    may_be_excepted=True,
)
