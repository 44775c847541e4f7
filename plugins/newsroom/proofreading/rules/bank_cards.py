"""Numbers of bank cards: right by their check digit, and either beside a word that says so or beginning like a UnionPay card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..personal_numbers import DIGIT, GAP, bare, passes_luhn, stands_alone
from ..rule import Rule, Slip, Source

_NUMBER = Pattern(f"[1-9１-９](?:{GAP}{DIGIT}){{12,18}}")
_WORD = Pattern("卡号|[账帐][号户]|银行|信用社|储蓄|汇款|转账|尾号|开户|借记卡|信用卡")
_AROUND = 24  # characters


def _find(copy: Copy) -> Iterator[Slip]:
    for match in _NUMBER.finditer(copy.text):
        number = bare(match.group())
        if stands_alone(match) and passes_luhn(number) and (_is_unionpay(number) or _is_named(match, copy.text)):
            yield Slip(match.start(), match.end())


def _is_unionpay(number: str) -> bool:
    return number.startswith("62") and len(number) in (16, 19)


def _is_named(match: re.Match[str], text: str) -> bool:
    around = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
    return bool(_WORD.search(around))


RULE = Rule(
    code="PF52",
    find=_find,
    wrong="请汇入6222 0000 0000 0000 004。",
    right="请汇入6222 **** **** **** 004。",
    silent=("统一社会信用代码91410100170000000X", "农业银行成立于1951年", "订单4111111111111111"),
    source=Source("ISO/IEC 7812（GB/T 14504）；《个人信息保护法》第二十八条", "2021-11-01"),
    signs="0123456789０１２３４５６７８９",
)
