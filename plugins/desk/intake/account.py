"""Tells what became of delivered files: for people as text, for programs as JSON. Decides nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from plugins.newsroom.findings import report
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.submission.tree import Doubt, LeftOut

from .taking import Outcome

_LONGEST = 60  # characters of a text that was left out, in the account for people


def as_text(outcomes: Sequence[Outcome], findings: Iterable[Problem], content: str, *, colour: bool = False) -> str:
    """One block a file, the findings of `check` in the new stories, and a line that counts. content: the folder's name."""
    problems = tuple(findings)
    blocks = ["\n".join(_lines(outcome, content)) for outcome in outcomes]
    if problems:
        blocks.append(f"检查新收的稿件：\n\n{report.as_text(problems, colour=colour).rstrip()}")
    return "\n\n".join([*blocks, _count(outcomes, has_findings=bool(problems))]) + "\n"


def as_json(outcomes: Iterable[Outcome], findings: Iterable[Problem], content: str) -> str:
    """A list of {file, story, known, refusal, title, done, doubts, left_out, whole, findings}, in the order of delivery."""
    problems = tuple(findings)
    rows = [_row(outcome, content, problems) for outcome in outcomes]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _lines(outcome: Outcome, content: str) -> Iterator[str]:
    if outcome.refusal:
        yield f"× {outcome.refusal}"
        return
    if outcome.was_known:
        yield f"＝ {outcome.file}：以前收过，就是 {content}/{outcome.story}，没有再建；要重新收，请先删去那一篇，再收一次。"
        return
    yield f"√ {outcome.file} → {content}/{outcome.story}"
    yield f"  标题：{outcome.title}"
    yield from _list("做了", map(_told, outcome.done))
    yield from _list("请看", map(_told, outcome.doubts))
    yield from _list("没有放进稿件", map(_left, outcome.left_out))


def _list(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    listed = list(sentences)
    if listed:
        yield f"  {heading}："
        yield from (f"    · {each}" for each in listed)


def _told(doubt: Doubt) -> str:
    return f"{doubt.place}：{doubt.sentence}" if doubt.place else doubt.sentence


def _left(item: LeftOut) -> str:
    words = " ".join(item.text.split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}……（共 {len(words)} 字）"
    return f"{f'{item.place}：' if item.place else ''}“{shown}”{item.reason}"


def _count(outcomes: Sequence[Outcome], *, has_findings: bool) -> str:
    made = sum(bool(outcome.story) and not outcome.was_known for outcome in outcomes)
    known = sum(outcome.was_known for outcome in outcomes)
    refused = sum(bool(outcome.refusal) for outcome in outcomes)
    parts = [
        f"收了 {made} 篇",
        *([f"{known} 个文件以前收过"] if known else []),
        *([f"{refused} 个没有收"] if refused else []),
    ]
    ending = "" if has_findings or not made else "检查没有发现问题。"
    return f"{'，'.join(parts)}。{ending}{'状态都是草稿，核对以后再发布。' if made else ''}"


def _row(outcome: Outcome, content: str, problems: tuple[Problem, ...]) -> dict[str, object]:
    story = f"{content}/{outcome.story}" if outcome.story else ""
    mine = [problem for problem in problems if story and problem.place.file == story]
    return {
        "file": outcome.file,
        "story": story,
        "known": outcome.was_known,
        "refusal": outcome.refusal,
        "title": outcome.title,
        "done": [{"place": each.place, "sentence": each.sentence} for each in outcome.done],
        "doubts": [{"place": each.place, "sentence": each.sentence} for each in outcome.doubts],
        "left_out": [{"place": each.place, "text": each.text, "reason": each.reason} for each in outcome.left_out],
        "whole": outcome.is_whole,
        "findings": json.loads(report.as_json(mine)),
    }
