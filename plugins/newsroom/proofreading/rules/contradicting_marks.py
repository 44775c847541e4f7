"""Finds two marks side by side of which only one can be meant, and a mark where none can stand."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..rule import Rule, Slip, Source

_STOPS, _CLOSERS = "，、；：。！？", "）》〉】〕"
_CANDIDATE = Pattern(
    rf"[{_STOPS}](?=[{_STOPS}{_CLOSERS}])|[（《〈【〔“‘](?=[{_STOPS}])|(?<![^\n])[{_STOPS}{_CLOSERS}”’]"
)
_WRONG = Pattern(
    r"，[。、；：！？]|、[，。；：！？]|；[，。、：！？]|：[，。、；！？]|。[，、；：！？]|[！？][，、；：。]"
    r"|[（《〈【〔][，。、；：！？](?![）》〉】〕])|[“‘][，。、；：](?![”’])|(?<![（《〈【〔])[，、；：](?=[）》〉】〕])"
    r"|(?<![^\n])[，。、；：！？”’）》〉】〕]"
)
_LONGEST_CITED = 6
_CITED = Pattern(f"[“‘（][{_STOPS}]+[”’）]")


def _found(copy: Copy) -> Iterator[Slip]:
    for candidate in _CANDIDATE.finditer(copy.text):
        marks = _WRONG.match(copy.text, candidate.start())
        if marks and not _is_cited(copy.text, *marks.span()):
            yield Slip(*marks.span(), {"marks": marks.group()})


def _is_cited(text: str, start: int, end: int) -> bool:
    """Whether the marks are what the words are about: “、，；”."""
    return bool(_CITED.search(text, max(0, start - _LONGEST_CITED), end + _LONGEST_CITED))


RULE = Rule(
    code="PF31",
    find=_found,
    wrong="层层发动，。迅速掀起学习热潮。",
    right="层层发动，迅速掀起学习热潮。",
    silent=("真的吗？！", "他说：“好。”", "“。”是句号。", "（。）也是。", "落实……。"),
    source=Source("GB/T 15834—2011《标点符号用法》第4条、第5.1.1条", "2012-06-01"),
    signs="，。、；：！？”’）》〉】〕",
)
