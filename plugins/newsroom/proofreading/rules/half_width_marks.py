"""Finds half-width commas, colons and stops in Chinese sentences. Numbers, times, scores and Latin runs keep theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import HAN_LIKE, PERCENT, Beside, beside, is_han, is_letter, is_near_han, is_wide

_FULL = dict(zip(",;:!?.﹐﹔﹕﹗﹖﹒｡､﹑", "，；：！？。，；：！？。。、、", strict=True))
_MARK = Pattern(r"[,;:!?](?![=)/])|\.(?![.0-9])|[,:!](?=\))|\.(?=[0-9])(?<![0-9]\.)|[﹐﹔﹕﹗﹖﹒｡､﹑．]")
_ENUMERATOR = Pattern(r"(?:^|[\n\s，。、；：！？“（])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})$")
_COUNTED = Pattern("[第图表附件条款项节章版之一二三四五六七八九十]")
_NUMBER = Pattern(rf"[{HAN_LIKE}][0-9][0-9.,]*$")
_FILE_ENDING = Pattern(
    r"(?:docx?|xlsx?|pptx?|pdf|ofd|txt|md|jpe?g|png|gif|mp[34]|zip|rar|com|cn|net|org|gov)(?![A-Za-z0-9])", re.I
)
_ABBREVIATION = Pattern(r"(?:^|[^A-Za-z])(?:[A-Za-z]|No|Inc|Ltd|Co|Corp|Jr|Sr|Dr|Mr|Mrs|Ms|vs|etc|St)$", re.I)
# Characters of foreign names: a stop between two of them may stand for the dot between first and last name.
_OF_NAMES = frozenset(
    "阿艾安奥巴白贝比波伯布查达丹德迪蒂多恩尔法菲费弗福弗戈格古哈海赫霍基吉加杰卡凯科克肯库拉莱兰劳雷里利列林龙鲁路伦罗洛马玛"
    "迈曼梅米蒙莫姆穆纳娜内尼诺帕佩皮普乔切萨塞桑森沙史斯苏索塔泰坦汤唐特提图托瓦威韦维温沃西希谢辛休雅亚耶伊因英尤约泽詹兹"
)


def _found(copy: Copy) -> Iterator[Slip]:
    for mark in _MARK.finditer(copy.text):
        start, end = mark.span()
        full = _FULL.get(mark.group())
        if full and _belongs(copy.text, start, end):
            end += _has_blank(copy.text, start, end)
            yield Slip(start, end, {"written": mark.group(), "full": full}, full)


def _has_blank(text: str, start: int, end: int) -> bool:
    """Whether the mark brought along the blank that English sets after it."""
    after = text[end + 1 : end + 2]
    return text[end : end + 1] == " " and (
        is_wide(after) or after in "“‘" or (is_letter(after) and is_wide(text[start - 1]))
    )


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether a full-width mark belongs at text[start:end]."""
    mark, sides = text[start], beside(text, start, end)
    if mark in ",;:":
        return _pauses(text, start, sides)
    if mark in "!?":
        return _exclaims(text, start, sides)
    return _stops(text, start, sides) if mark == "." else sides.is_wide


def _pauses(text: str, at: int, sides: Beside) -> bool:
    if sides.is_wide:
        return True
    ends = sides.right == "\n" or sides.left in PERCENT or not sides.touches
    return ends and sides.left != "\n" and is_near_han(text, at, at + 1)


def _exclaims(text: str, at: int, sides: Beside) -> bool:
    if is_wide(sides.left):
        return True
    ends = sides.left in PERCENT or sides.right == "\n" or text[at + 1 : at + 2] in "”’"
    return ends and sides.left != "\n" and is_near_han(text, at, at + 1)


def _stops(text: str, at: int, sides: Beside) -> bool:
    after, before = text[at + 1 : at + 2], text[max(0, at - 12) : at]
    if _ENUMERATOR.search(before) or before[-1:] in ".\n，、；：。":
        return False
    if is_letter(after):
        return is_wide(sides.left) and _begins_sentence(text, at)
    if is_wide(sides.left) or sides.left in PERCENT:
        return not (sides.left in _OF_NAMES and after in _OF_NAMES)
    return _stops_after_letters(text, at, sides, before)


def _begins_sentence(text: str, at: int) -> bool:
    """Whether the letters or digits after a stop begin a sentence rather than a file ending or the next part of a number."""
    if text[at + 1].isdigit():
        return not _COUNTED.match(text, at - 1)
    return text[at + 1].isupper() and not _FILE_ENDING.match(text, at + 1)


def _stops_after_letters(text: str, at: int, sides: Beside, before: str) -> bool:
    if not is_near_han(text, at, at + 1):
        return False
    if not is_letter(text[at - 1]) or sides.right == "\n":
        return (
            is_letter(sides.left)
            and not (sides.touches and _ABBREVIATION.search(before))
            and not is_letter(sides.right)
        )
    number = _NUMBER.search(before)
    return is_han(sides.right) and number is not None and len(number.group()) > 2 and not _COUNTED.match(number.group())


RULE = Rule(
    code="PF14",
    find=_found,
    wrong="会议要求,各级各部门要认真学习。",
    right="会议要求，各级各部门要认真学习。",
    silent=(
        "全长1,200米，比分3:1，上午9:30开始，增长4.5%。",
        "他说：Stay hungry, stay foolish.",
        "1.加强领导",
        "请看“方案.docx”。",
    ),
    source=Source("GB/T 15834—2011《标点符号用法》第5.1条", "2012-06-01"),
    signs="".join(_FULL),
)
