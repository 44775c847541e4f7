"""Quantities that contradict themselves: 约30人左右, 减少了两倍, 下降120%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_NUMBER = "[0-9][0-9.]*(?:十|百|千|万|亿)*"
_UNIT = "[^，。、；：！？（）“”《》0-9\n\ufffc]{0,4}"
_COMPOUNDS = "节附条公合契预邻临最邀违相远靠签履新"  # 节约30%, 附近30米
_DOUBLED = Pattern(
    rf"(?:大约|大概|将近|接近|(?<![{_COMPOUNDS}])[约近]){_NUMBER}{_UNIT}(?:左右|上下)(?!岸|岗)"
    rf"|(?:超过|多于|至少|不少于|不低于|不下|逾){_NUMBER}{_UNIT}(?:左右|上下)"
    rf"|(?:超过|逾|多于){_NUMBER}{_UNIT}以上"
)
_FALLEN = "(?:下降|减少|降低|缩短|缩小|下跌)了?"
_MULTIPLE = Pattern(rf"{_FALLEN}(?:将?近|约|超过)?(?:[0-9][0-9.]*|[一二两三四五六七八九十]|数|几)多?倍")
_PERCENT = Pattern(rf"{_FALLEN}(?:将?近|约|超过)?(?:1[0-9]{{2}}|[2-9][0-9]{{2}})(?<!100)(?:\.[0-9]+)?[%％]")


def _doubled(copy: Copy) -> Iterator[Slip]:
    return (_slip(match) for match in _DOUBLED.finditer(copy.text))


def _fallen(copy: Copy) -> Iterator[Slip]:
    return (_slip(match) for pattern in (_MULTIPLE, _PERCENT) for match in pattern.finditer(copy.text))


def _slip(match: re.Match[str]) -> Slip:
    return Slip(match.start(), match.end(), {"written": match.group()})


DOUBLED = Rule(
    code="PF48",
    find=_doubled,
    wrong="约30人左右参加活动。",
    right="约30人参加活动。",
    silent=("节约30%左右的成本", "附近30米左右", "约400人，左右两侧", "超过30人"),
    source=Source("《现代汉语词典》“约”“左右”条；约数只用一种说法"),
    signs="约近超至少逾不多概",
)
FALLEN = Rule(
    code="PF49",
    find=_fallen,
    wrong="成本降低了两倍。",
    right="成本降低了一半。",
    silent=("增长两倍", "下降100%", "下降了12.5%", "比原来减少一半"),
    source=Source("GB/T 15835—2011；“减少”不与“倍”连用", "2011-11-01"),
    signs="倍%％",
)
RULES = (DOUBLED, FALLEN)
