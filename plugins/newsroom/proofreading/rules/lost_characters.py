"""Finds signs that stand for a character which was lost when the text was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..copy import Copy
from ..rule import Rule, Slip, Source

_LOST = re.compile("[\ufffd\ue000-\uf8ff]+|锟斤拷|烫烫烫|屯屯屯")


def _found(copy: Copy) -> Iterator[Slip]:
    for lost in _LOST.finditer(copy.text):
        yield Slip(*lost.span(), {"code": f"U+{ord(lost.group()[0]):04X}"})


RULE = Rule(
    code="PF34",
    find=_found,
    wrong="郑州建设国家中心城\ufffd。",
    right="郑州建设国家中心城市。",
    silent=("郑州建设国家中心城市。",),
    source=Source("GB 18030—2022《信息技术　中文编码字符集》", "2023-08-01"),
)
