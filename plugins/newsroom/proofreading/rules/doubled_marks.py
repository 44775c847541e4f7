"""Finds marks that were typed twice. Two question or exclamation marks may be meant."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..surroundings import beside

_TWICE = Pattern(r"[，,]{2,}|[、､]{2,}|[；;]{2,}|[：:]{2,}|(?<![。｡.])(?:[。｡][。｡.]|\.[。｡])(?![。｡.A-Za-z0-9])")
_ONE = dict(zip("，,、､；;：:。｡.", "，，、、；；：：。。。", strict=True))


_HINTS = tuple(left + right for marks in ("，,", "、､", "；;", "：:", "。｡.") for left in marks for right in marks)


def _found(copy: Copy) -> Iterator[Slip]:
    if not any(hint in copy.text for hint in _HINTS):
        return
    for run in _TWICE.finditer(copy.text):
        one = _ONE[run.group()[0]]
        if not run.group().isascii() or beside(copy.text, *run.span()).is_wide:
            yield Slip(*run.span(), {"written": run.group(), "one": one}, one)


RULE = Rule(
    code="PF19",
    find=_found,
    wrong="层层发动，，迅速掀起学习热潮。",
    right="层层发动，迅速掀起学习热潮。",
    silent=("真的吗？？太好了！！", "std::vector", "他说：“好。”。"),
    source=Source("GB/T 15834—2011《标点符号用法》第4条", "2012-06-01"),
    signs="，,、､；;：:。｡",
)
