"""Finds full-width digits and Latin letters."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_RUN = Pattern("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*")


def _found(copy: Copy) -> Iterator[Slip]:
    for run in _RUN.finditer(copy.text):
        plain = normalize("NFKC", run.group())
        yield Slip(*run.span(), {"plain": plain}, plain)


RULE = Rule(
    code="PF13",
    find=_found,
    wrong="全会于２０１７年8月14日召开。",
    right="全会于2017年8月14日召开。",
    silent=("全会于2017年8月14日召开。", "1．加强领导。"),
    source=Source("GB/T 15835—2011《出版物上数字用法》第5.1条（阿拉伯数字占半个汉字位置）", "2011-11-01"),
)
