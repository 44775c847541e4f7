"""Finds the subheads: by heading style, by hand (一、 and （一）), and short lines that are set apart. Their levels are made consistent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .cuts import words_of
from .draft import Draft, Part, size_of_text
from .headline import two_parts
from .tree import Paragraph, Run

_FIRST = re.compile(r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章|节)")
_SECOND = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_LISTED = re.compile(r"\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⒛●◆■•○·\-*]")
_SENTENCE = re.compile(r"[。；]|[，：,:;.、…]$|[？！].*[？！]")
_LONGEST = 36
_LONGEST_SENTENCE = 20  # of a numbered head that ends in a stop
_SHORTEST = 4  # of a line that nothing sets apart
_NOT_HEADS = re.compile(
    r"[（(].*[）)]$|附[：:件]|编者按|图[为：:]|[▲△▼▽↑↓]|注[：:]|[问答][：:]|(?:相关|新闻|背景)?链接[：:]?$|名词解释$|——|[“\"].*[”\"]$|[\d\s.,%/:-]+$|(?:https?:|www\.)|\d{4}年\d"
)
_MOST = 0.5  # of all paragraphs may be short lines; with more they are a list or a poem, not subheads
_LOWEST = 4  # no head is below ####


def find_subheads(draft: Draft) -> None:
    size = size_of_text(draft)
    ranks = [_rank(draft.parts, at, size) for at in range(len(draft.parts))]
    plain = sum(rank == _PLAIN for rank in ranks)
    for kinds in ((_PLAIN,), (_PLAIN, _SET)):
        if sum(rank in kinds for rank in ranks) > _MOST * max(1, len(draft.paragraphs())):
            ranks = [None if rank in kinds else rank for rank in ranks]
    levels = _levels(ranks)
    for at, rank in enumerate(ranks):
        part = draft.parts[at]
        if isinstance(part, Paragraph) and rank:
            draft.parts[at] = replace(part, heading=levels[rank], item=None, runs=_as_head(part))
            if rank == _PLAIN:
                (draft.did if plain > 1 else draft.doubt)("SB40", part.place, {"words": words_of(part)})
        elif isinstance(part, Paragraph):
            draft.parts[at] = replace(part, heading=0)


_Rank = tuple[int, int]
_PLAIN: _Rank = (3, 0)  # a short line that nothing sets apart
_SET: _Rank = (3, 1)  # one that is bold, larger or centred


def _rank(parts: Sequence[Part], at: int, size: float) -> _Rank | None:
    """What kind of subhead a paragraph is: (kind, number), in the order in which kinds nest; None for text."""
    part = parts[at]
    if not isinstance(part, Paragraph):
        return None
    text = words_of(part)
    if not text or len(text) > 2 * _LONGEST:
        return None
    if part.heading:
        return (0, part.heading)
    if _FIRST.match(text) or _SECOND.match(text):
        longest = _LONGEST_SENTENCE if text.endswith("。") else _LONGEST
        is_head = not _SENTENCE.search(text.removesuffix("。")) and len(text) <= longest
        return (1 if _FIRST.match(text) else 2, 0) if is_head and not _is_enumerated(parts, at) else None
    if len(text) > _LONGEST or _SENTENCE.search(text) or _NOT_HEADS.match(text):
        return None
    if _LISTED.match(text):
        return (4, 0) if _is_bold(part) and not part.item and text[0].isdecimal() else None
    if part.item:
        return None
    look = part.look
    if size and 0 < look.size < size and not _is_bold(part):
        return None
    is_set = _is_bold(part) or bool(size and look.size > size) or (look.alignment == "center" and len(text) <= _LONGEST)
    if is_set or _stands_above_text(parts, at):
        return _SET if is_set else _PLAIN
    return None


def _is_enumerated(parts: Sequence[Part], at: int) -> bool:
    """Whether an item of the same enumeration stands directly above or below, with no text between: they are a list, not heads."""
    beside = [part for part in (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]) if isinstance(part, Paragraph)]
    this = parts[at]
    sign = _FIRST if isinstance(this, Paragraph) and _FIRST.match(words_of(this)) else _SECOND
    return any(sign.match(words_of(part)) for part in beside)


def _is_bold(part: Paragraph) -> bool:
    return part.look.is_bold or all(run.is_bold for run in part.runs if run.text.strip())


def _stands_above_text(parts: Sequence[Part], at: int) -> bool:
    """Whether a line without any look stands between texts as a subhead does: text below it, no other short line beside it."""
    line, below = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    above = parts[at - 1] if at else None
    if not isinstance(line, Paragraph) or not isinstance(below, Paragraph):
        return False
    is_beside = (
        isinstance(above, Paragraph) and len(words_of(above)) <= _LONGEST and not _SENTENCE.search(words_of(above))
    )
    return bool(_SENTENCE.search(words_of(below))) and len(words_of(below)) > len(words_of(line)) and not is_beside


def _levels(ranks: Sequence[_Rank | None]) -> dict[_Rank, int]:
    """The level of each kind that occurs: from 2 on, never more than one below the head above it; lines set apart in two ways
    share one."""
    found = [(rank[0], 0) if rank[0] == _PLAIN[0] else rank for rank in ranks if rank]
    level = {kind: min(2 + at, _LOWEST) for at, kind in enumerate(sorted(set(found)))}
    skipped = True
    while skipped:
        skipped = False
        for above, kind in pairwise([None, *found]):
            highest = level[above] + 1 if above else 2
            if kind and level[kind] > highest:
                level[kind], skipped = highest, True
    return {rank: level[(rank[0], 0) if rank[0] == _PLAIN[0] else rank] for rank in set(ranks) if rank}


def _as_head(part: Paragraph) -> tuple[Run, ...]:
    """The runs of a subhead without emphasis: it is bold as a whole already. A gap between two halves stays one."""
    if any(run.note or run.link for run in part.runs):
        return tuple(replace(run, is_bold=False, is_italic=False) for run in part.runs)
    return (Run(two_parts(words_of(part))),)
