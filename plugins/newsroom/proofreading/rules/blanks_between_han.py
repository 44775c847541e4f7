"""Finds a blank within a Chinese sentence. Bylines, names of two characters, headlines, tables and verse have theirs by right."""

from __future__ import annotations

from collections.abc import Iterator

from ...byline import has_surname
from ...text.patterns import Pattern
from ...text.placed import Kind
from ...text.typography import HAN, is_han
from ..copy import Copy
from ..gaps import is_of_byline
from ..rule import Rule, Slip, Source

_BLANK = Pattern(rf"(?<=[{HAN}]) (?=[{HAN}])")
_STOP = Pattern("[。！？；…]")
_HALF = rf"[{HAN}0-9‘’]{{4,}}"
_FIRST_HALF, _SECOND_HALF = Pattern(f"[“《‘]{_HALF}$"), Pattern(f"{_HALF}[”》]")
_SENTENCES = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE, Kind.SUMMARY, Kind.CORRECTION, Kind.REMARK})
_REACH = 40  # characters
_MANY = 3  # blanks in one sentence: a list of names or verse


def _found(copy: Copy) -> Iterator[Slip]:
    for blank in _BLANK.finditer(copy.text):
        at = blank.start()
        passage = copy.passage_at(at)
        if not _is_by_right(copy, at) and _STOP.search(copy.text, passage.start, passage.end):
            yield Slip(at - 1, at + 2, {"words": copy.text[at - 1 : at + 2]})


def _is_by_right(copy: Copy, at: int) -> bool:
    passage = copy.passage_at(at)
    before = copy.text[max(passage.start, at - _REACH) : at]
    sentence = _STOP.split(before)[-1] + _STOP.split(copy.text[at : min(passage.end, at + _REACH)])[0]
    is_list = sentence.count(" ") >= _MANY
    return is_list or is_of_byline(copy.text, at) or _parts_a_name(copy, at) or _parts_a_slogan(copy.text, at)


def _parts_a_name(copy: Copy, at: int) -> bool:
    """Whether the blank sets apart the two characters of a name, as 姜 璞."""
    name = copy.text[at - 1] + copy.text[at + 1]
    stands_alone = not is_han(copy.text[at - 2 : at - 1]) or not is_han(copy.text[at + 2])
    return name in copy.names or (stands_alone and has_surname(name))


def _parts_a_slogan(text: str, at: int) -> bool:
    """Whether the blank parts the halves of a title or slogan, as in “人民城市 智绘未来”."""
    before, after = text[max(0, at - _REACH) : at], text[at + 1 : at + _REACH]
    return bool(_FIRST_HALF.search(before) and _SECOND_HALF.match(after))


RULE = Rule(
    code="PF32",
    find=_found,
    wrong="会议要求各级各部门 认真学习全会精神。",
    right="会议要求各级各部门认真学习全会精神。",
    silent=(
        "记者 冉红政 通讯员 姜 璞",
        "传达学习 推动落实",
        "参加学习的有姜 璞。",
        "第一条 本办法自公布之日起施行。",
        "口号是“商都文化 管城行动”。",
    ),
    source=Source("GB/T 15834—2011《标点符号用法》第5.1条（横排文稿字间不空格）", "2012-06-01"),
    signs=" ",
    kinds=_SENTENCES,
)
