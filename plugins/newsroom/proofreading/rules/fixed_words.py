"""Words that are never written so: 惯彻, 帐户, 既使如此."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..copy import Copy
from ..fixed_words import SLIPS, VARIANTS, FixedWords
from ..rule import Rule, Slip, Source
from ..word_places import word_places

_VARIANTS_SINCE = date(2002, 3, 31)


def _slips(copy: Copy) -> Iterator[Slip]:
    return _found(SLIPS, copy)


def _variants(copy: Copy) -> Iterator[Slip]:
    if copy.day is None or copy.day >= _VARIANTS_SINCE:
        yield from _found(VARIANTS, copy)


def _found(words: FixedWords, copy: Copy) -> Iterator[Slip]:
    for start, pair in word_places(copy):
        for word in words.by_pair.get(pair, ()):
            if word.stands_at(start, copy.text):
                yield Slip(start, start + len(word.wrong), {"written": word.wrong, "right": word.right})


SLIP = Rule(
    code="PF60",
    find=_slips,
    wrong="认真惯彻会议精神。",
    right="认真贯彻会议精神。",
    silent=("公布署名", "干部暑期培训", "按装机容量计算", "六家俱乐部", "解决择业问题", "答辩认真"),
    source=Source("《现代汉语词典》第7版", "2016-09-01"),
)
VARIANT = Rule(
    code="PF61",
    find=_variants,
    wrong="请核对银行帐户。",
    right="请核对银行账户。",
    silent=("帐篷", "收入帐篷内", "照像样的做法"),
    source=Source("《第一批异形词整理表》GF 1001—2001", "2002-03-31"),
)
RULES = (SLIP, VARIANT)
