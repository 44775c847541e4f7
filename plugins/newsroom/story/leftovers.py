"""Finds what was left in a text by mistake: placeholder words of the skeleton, and writers' notes to themselves.

Only forms that no finished text contains are searched for: English note markers as whole words, 待补 at the end of a clause,
doubts in brackets. Other rules about wording are left to other modules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..head import Head
from ..text.marked import Marked
from ..text.source import Source
from . import skeleton
from .model import Status

_END = r"(?=[）)】\]〕》，。；：、！？!?;:,.\s]|$)"
_NOTE = re.compile(
    # [O] and [M] hide the pattern from searches of our own files.
    r"(?<![A-Za-z0-9_./#=&%?第-])(?:T[O]DO|FIX[M]E|X{3,}|TBD)(?![A-Za-z0-9_/-])"
    rf"|(?<![期等亟急])待补(?:充|图|照片|数据|字|录)?{_END}"
    r"|[（(【\[〔]\s*(?:待核实|待核对|待核|待查证|待查|待确认|请核实|请核对|请确认|存疑)[^）)】\]〕\n]{0,12}[）)】\]〕]"
    r"|此处(?:应有|需要?|缺|插入?|配|放|加|补)(?:插图|配图|照片|图片|图表|图|视频)" + _END,
    re.MULTILINE,
)
_MAY_HOLD = re.compile(
    r"T[O]DO|FIX[M]E|XXX|TBD|待(?:补|核|查|确)|此处|请核|请确认|存疑"
)  # a quick test that rules out most files
_REMARK = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CAPTION = f"![{skeleton.CAPTION}]("


def find(source: Source, head: Head, body: int, status: Status) -> Iterator[Problem]:
    """Reminders about notes in the text of a story that is not a draft; errors for skeleton words in a published one.

    body: the offset in `source` at which the body begins.
    """
    if status is Status.DRAFT:
        return
    text = source.text[body:]
    uncommented = _REMARK.sub(lambda remark: " " * len(remark.group()), text) if "<!--" in text else text
    if status is Status.PUBLISHED:
        yield from _of_skeleton(source, head, body, uncommented)
    if not _MAY_HOLD.search(source.text):
        return
    for start, length in _notes(uncommented):
        yield _note(source.place(body + start, length), uncommented[start : start + length])
    for mark in _texts(head):
        for start, length in _notes(mark.text or ""):
            is_as_written = mark.place.length == len(mark.text or "")
            place = mark.place.within(start, length) if is_as_written else mark.place
            yield _note(place, (mark.text or "")[start : start + length])


def _of_skeleton(source: Source, head: Head, body: int, text: str) -> Iterator[Problem]:
    for words in (skeleton.SENTENCE.partition("，")[0], _CAPTION):
        start = text.find(words)
        if start >= 0:
            yield problem("ST20", source.place(body + start, len(words)), {"words": words})
    byline = head.values.get("署名")
    if byline and byline.text == skeleton.BYLINE:
        yield problem("ST21", byline.place, {"byline": skeleton.BYLINE})


def _notes(text: str) -> Iterator[tuple[int, int]]:
    return ((match.start(), len(match.group())) for match in _NOTE.finditer(text))


def _note(place: Place, words: str) -> Problem:
    return problem("ST22", place, {"words": words})


def _texts(head: Head) -> Iterator[Marked]:
    """Every string value of the head, at any depth of nesting."""
    waiting = list(head.values.values())
    while waiting:
        mark = waiting.pop()
        if mark.text is not None:
            yield mark
        waiting += mark.items or ()
        waiting += (value for _, value in mark.entries or ())
