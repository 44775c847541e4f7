"""Finds ellipses of dots, of stops, or of half the length."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import beside

_RUN = Pattern(r"[.…⋯‥]{2,12}|[…⋯‥]|。{3,}|[·・]{3,}")
_RIGHT = ("……", "…………")


_HINTS = ("..", "…", "⋯", "‥", "。。。", "···", "・・・")


def _found(copy: Copy) -> Iterator[Slip]:
    if not any(hint in copy.text for hint in _HINTS):
        return
    for run in _RUN.finditer(copy.text):
        written = run.group()
        is_meant = written not in _RIGHT and (len(written) > 2 or not written.startswith(".") or "…" in written)
        if is_meant and beside(copy.text, *run.span()).is_wide and not _stands_alone(copy.text, *run.span()):
            yield Slip(*run.span(), {"written": written}, "……")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the dots are set apart, as in 1，2，…，n."""
    return text[start - 1] == " " or (text[start - 1] in "，、" and text[end] in "，、")


RULE = Rule(
    code="PF20",
    find=_found,
    wrong="学习、宣传、落实...各项工作有序展开。",
    right="学习、宣传、落实……各项工作有序展开。",
    silent=("学习、宣传、落实……各项工作有序展开。", "Well... yes.", "1，2，…，n"),
    source=Source("GB/T 15834—2011《标点符号用法》第4.11条、第5.1.5条", "2012-06-01"),
    signs=".…⋯‥。·・",
)
