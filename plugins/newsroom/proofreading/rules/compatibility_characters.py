"""Finds radicals, compatibility ideographs and ligatures that stand for ordinary characters, as text copied from PDF has them."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_DOUBTFUL = Pattern(r"[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]")
# Simplified or whole radicals, which normalisation leaves alone (Unicode: EquivalentUnifiedIdeograph); parts of characters, such as
# the three dots of water, are no words and stay.
_RADICALS = dict(
    zip(
        "⺠⺩⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民王虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)


def _found(copy: Copy) -> Iterator[Slip]:
    for found in _DOUBTFUL.finditer(copy.text):
        written = found.group()
        plain = _RADICALS.get(written) or normalize("NFKC", written)
        if plain != written:
            yield Slip(*found.span(), {"code": f"U+{ord(written):04X}", "plain": plain}, plain)


RULE = Rule(
    code="PF12",
    find=_found,
    wrong="郑州建设国家中⼼城市。",
    right="郑州建设国家中心城市。",
    silent=("㎡和℃都是常用的符号。", "﨑是日本姓氏用字。"),
    source=Source("Unicode 标准附件第15号《规范化形式》（兼容字符）", "2001-03-23"),
)
