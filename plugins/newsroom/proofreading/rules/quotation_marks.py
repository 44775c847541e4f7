"""Finds straight quotation marks, pairs set the wrong way round, and double marks within double ones."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..quotes import Pair, Quotes, quotes_in
from ..rule import Rule, Slip, Source
from ..surroundings import HAN_LIKE, beside, is_near_han

_HAN = Pattern(f"[{HAN_LIKE}]")
_SOURCE = Source("GB/T 15834—2011《标点符号用法》第4.8条", "2012-06-01")
_MARKS = ("“”", "‘’")


def _straight(copy: Copy) -> Iterator[Slip]:
    text = copy.text
    for quotes in quotes_in(text):
        for at, right in zip(quotes.parted, "”“" * len(quotes.parted), strict=False):
            if text[at] == '"':
                yield Slip(at, at + 1, {"right": right}, right)
        for pair in quotes.pairs:
            if _is_chinese(text, pair):
                yield from (slip for slip in _set_anew(text, pair) if text[slip.start] in "\"'")


def _is_chinese(text: str, pair: Pair) -> bool:
    if {text[pair.start], text[pair.end]} & set("“”‘’") or _HAN.search(text, pair.start, pair.end):
        return True
    return is_near_han(text, pair.start, pair.end + 1) and beside(text, pair.start, pair.end + 1).is_wide


def _set_anew(text: str, pair: Pair) -> Iterator[Slip]:
    """Both marks of a pair as its depth asks for them; single ones stay single where no quotation is around them."""
    is_single = pair.depth % 2 or (pair.depth == 0 and {text[pair.start], text[pair.end]} <= {*"'‘’"})
    for at, right in zip((pair.start, pair.end), _MARKS[bool(is_single)], strict=True):
        yield Slip(at, at + 1, {"right": right}, right)


def _reversed(copy: Copy) -> Iterator[Slip]:
    for quotes in quotes_in(copy.text):
        for at in quotes.reversed:
            right = {"“": "”", "”": "“", "‘": "’", "’": "‘"}[copy.text[at]]
            yield Slip(at, at + 1, {"right": right}, right)


def _nested(copy: Copy) -> Iterator[Slip]:
    for quotes in quotes_in(copy.text):
        if not quotes.odd:
            yield from _nested_in(copy.text, quotes)


def _nested_in(text: str, quotes: Quotes) -> Iterator[Slip]:
    for pair in quotes.pairs:
        doubled = text[pair.start - 1 : pair.start] == "“" and text[pair.end + 1 : pair.end + 2] == "”"
        if pair.depth % 2 and text[pair.start] + text[pair.end] == "“”" and not doubled:
            yield from _set_anew(text, pair)


RULES = (
    Rule(
        code="PF16",
        find=_straight,
        wrong='专栏名为"建设国家中心城市"。',
        right="专栏名为“建设国家中心城市”。",
        silent=('屏幕为6.5"。', 'He said "hello" to all.', "It's today."),
        source=_SOURCE,
        signs="\"'",
    ),
    Rule(
        code="PF17",
        find=_reversed,
        wrong="区里建立”三个一“机制。",
        right="区里建立“三个一”机制。",
        silent=("“好，”他说，“就这样办。”",),
        source=_SOURCE,
        signs="”’",
    ),
    Rule(
        code="PF25",
        find=_nested,
        wrong="他说：“要落实“三个一”机制，抓紧推进。”",
        right="他说：“要落实‘三个一’机制，抓紧推进。”",
        silent=("“三个一”和“四重点”都要落实。", "他说：“要落实‘三个一’机制。”"),
        source=_SOURCE,
        signs="”",
    ),
)
