"""Finds half-width waves between the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_UNIT = "0-9０-９一二三四五六七八九十百千万亿年月日号时点分秒周天岁元角米里克斤吨度层楼页届期章节条款班级名人个次家户册%％‰℃"
_BEGINS = rf"(?:(?<=[{_UNIT}])|(?<=[0-9][a-zA-Z])|(?<=[0-9][a-zA-Z]{{2}}))"  # 5km~8km, but not H~2~O
_WAVE = Pattern(rf"{_BEGINS}[~∼˜](?=[0-9０-９一二三四五六七八九十第周星上下])(?![0-9]{{1,3}}~)|〜")
_FULL_WAVE = "～"


def _found(copy: Copy) -> Iterator[Slip]:
    line = _FULL_WAVE if _FULL_WAVE in copy.signs else "—"
    for wave in _WAVE.finditer(copy.text):
        right = _FULL_WAVE if wave.group() == "〜" else line
        yield Slip(*wave.span(), {"written": wave.group(), "right": right}, right)


RULE = Rule(
    code="PF22",
    find=_found,
    wrong="项目库列出2017~2020年的项目。",
    right="项目库列出2017—2020年的项目。",
    silent=("8月15日至28日", "8月15日—28日", "气温24～32℃", "大约~5个", "H~2~O"),
    source=Source(
        "GB/T 15834—2011《标点符号用法》第4.13条、GB/T 15835—2011《出版物上数字用法》第5.1.3条", "2012-06-01"
    ),
    signs="~∼˜〜",
)
