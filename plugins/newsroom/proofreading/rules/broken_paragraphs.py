"""Finds paragraphs that break off in mid-sentence, as text copied from columns has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...text.patterns import Pattern
from ...text.placed import Kind
from ...text.typography import HAN, is_han
from ..copy import Copy, Passage
from ..rule import Rule, Slip, Source

_OPEN_END = Pattern(r"(?<=[^，、,“‘（《(])[，、,“‘（《(]+\Z")
_IN_MID_WORD = Pattern(rf"[{HAN}0-9A-Za-z%％]-?\Z")
_SENTENCE = Pattern("[。！？][”’）]?(?=.)")
_GOES_ON = Pattern(rf"[{HAN}0-9a-z“《（，、；：。！？”’）》]")
_ENUMERATOR = Pattern(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）、.．]|第[一二三四五六七八九十百0-9]+[条章节]|[①-⑳●•■◆▲]"
)
_NEVER_LAST = Pattern(r".{4}[的和与及或将把被从向对由而并且让使]\Z", re.S)
_CREDIT = Pattern(r"(?:[ \u3000/／][文图摄]|摄影|供图|摄影报道|图文报道)\Z")
_PAIRS = ("“”", "《》", "（）")
_OF_TEXT = Pattern("[的了在是将从把被等与和年月日]")  # headlines do without
_ADDRESS = Pattern("(?:尊敬的|亲爱的|各位|女士们|同志们|朋友们).{0,30}，\\Z")
_VERSE = 8  # characters
_OPENING = Pattern("[0-9]日[^，。]{0,8}，|记者从")
_LONG = 20  # characters; a shorter line without a stop may be a headline


def _found(copy: Copy) -> Iterator[Slip]:
    for passage, following in pairwise(copy.passages):
        if passage.kind is following.kind is Kind.PARAGRAPH and _breaks(copy.text, passage, following):
            words = copy.text[passage.start : passage.end].rstrip()
            at = passage.start + len(_OPEN_END.sub("", words)) - 1  # the mark may be a slip of its own
            yield Slip(at, at + 1, {"end": words[-6:], "next": _start(copy.text, following)})


def _start(text: str, passage: Passage) -> str:
    return text[passage.start : passage.end].lstrip(" \u3000")[:6]


def _breaks(text: str, passage: Passage, following: Passage) -> bool:
    """Whether a passage stops in mid-sentence and the following one goes on."""
    words, after = text[passage.start : passage.end].strip(), _start(text, following)
    if _ENUMERATOR.match(after) or not _GOES_ON.match(after) or _is_line_of_its_own(words, following):
        return False
    return bool(_OPEN_END.search(words)) or (bool(_IN_MID_WORD.search(words)) and _is_sentence(words, after))


def _is_line_of_its_own(words: str, following: Passage) -> bool:
    """Whether words are a credit, a form of address or a line of verse."""
    is_verse = max(len(words), following.end - following.start) <= _VERSE
    return is_verse or bool(_CREDIT.search(words) or _ADDRESS.match(words))


def _is_sentence(words: str, after: str) -> bool:
    """Whether words without a mark at their end are running text rather than a headline or a byline."""
    *before, last = _SENTENCE.split(words)
    is_within = after[0] != "“" and any(words.count(pair[0]) > words.count(pair[1]) for pair in _PAIRS)
    pauses = "，、" if is_han(after[0]) else "，"
    is_long = (
        len(last) >= _LONG and not set(pauses).isdisjoint(last) and bool(_OF_TEXT.search(last)) and "\u3000" not in last
    )
    return bool(
        before
        or is_within
        or is_long
        or _OPENING.search(last)
        or _NEVER_LAST.search(words)
        or after[0] in "，、；：。！？”’）》"
    )


RULE = Rule(
    code="PF33",
    find=_found,
    wrong="会议要求，各级各部门的干部要认清责任、找准定位，主动加快知\n识更新。",
    right="会议要求，各级各部门的干部要认清责任、找准定位，主动加快知识更新。",
    silent=(
        "尊敬的各位来宾，\n女士们，先生们：",
        "白日依山尽，\n黄河入海流。",
        "逐级传达，层层发动\n会议要求，宣传部门要牵头负责。",
        "要做好以下工作：\n一、加强领导。",
    ),
    source=Source("GB/T 15834—2011《标点符号用法》第4.1条（句子末尾用句号、问号或叹号）", "2012-06-01"),
    kinds=frozenset({Kind.PARAGRAPH}),
)
