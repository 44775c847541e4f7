"""Ranges of days or years that end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_TO = " ?(?:至|到|—|－|–|-|～|~)+ ?"
_RANGE = Pattern(
    r"(?<![0-9前])(?P<first_year>(?:19|20)[0-9]{2})年?"
    rf"{_TO}(?P<last_year>(?:19|20)[0-9]{{2}})年(?!前)"
    "|(?<![0-9])(?P<month>[0-9]{1,2})月(?P<first>[0-9]{1,2})[日号]?"
    rf"{_TO}(?:(?P<last_month>[0-9]{{1,2}})月)?(?P<last>[0-9]{{1,2}})[日号]"
)


def _find(copy: Copy) -> Iterator[Slip]:
    for match in _RANGE.finditer(copy.text):
        if _is_backward(match):
            yield Slip(match.start(), match.end(), {"written": match.group()})


def _is_backward(match: re.Match[str]) -> bool:
    """From one month to an earlier one a range may run into the next year; within one month it may not."""
    if match["first_year"]:
        return int(match["last_year"]) < int(match["first_year"])
    same_month = match["last_month"] in (None, match["month"])
    return same_month and int(match["last"]) < int(match["first"])


RULE = Rule(
    code="PF43",
    find=_find,
    wrong="展览时间为8月28日至15日。",
    right="展览时间为8月15日至28日。",
    silent=("12月20日至1月5日", "每月25日至次月5日", "2017—2020年", "公元前221年至公元前207年", "8月15日至28日"),
    source=Source("起止时间由前到后"),
    signs="年月",
)
