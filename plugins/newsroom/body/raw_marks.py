"""Marks that a body prints as they are, each with its place in the source. Which marks those are is `raw_markup`'s business."""

from __future__ import annotations

from collections.abc import Iterator

from .. import raw_markup
from ..raw_markup import RawMark
from .coverage import Comparison
from .galley import Galley
from .printed import Line
from .written import LETTERS

_SAMPLE = 24  # characters of a mark that are shown


def report(comparison: Comparison, galley: Galley) -> None:
    """A finding for every mark that became nothing. Lines about which something was said already are passed over."""
    told: set[object] = {finding.place.line for finding in galley.problems}
    for line in comparison.printed.lines:
        for mark in raw_markup.find(line.text, raw_markup.IN_LINES if line.is_caption else raw_markup.IN_BODIES):
            written = line.text[mark.start : mark.end]
            place = galley.place(_offset(mark, line, comparison), len(written))
            if told.isdisjoint({place.line, (place.line, mark.kind)}):
                told.add((place.line, mark.kind))
                sample = written if len(written) <= _SAMPLE else written[:_SAMPLE] + "…"
                galley.report("BD64" if mark.kind.is_sure else "BD65", place, mark=sample, advice=mark.kind.advice)


def _offset(mark: RawMark, line: Line, comparison: Comparison) -> int:
    """Where a mark stands in the source: between the letters before and behind its beginning."""
    written = line.text[mark.start : mark.end]
    index = line.first + sum(map(len, LETTERS.findall(line.text[: mark.start])))
    after = comparison.offset_of(index - 1) + 1 if index else 0
    before = comparison.offset_of(index) + 1
    signs = written[: next(_letters_in(written), len(written))] or written[:1]
    at = comparison.source.find(signs, after, before)
    return at if at >= 0 else max(after, before - 1)


def _letters_in(text: str) -> Iterator[int]:
    return (match.start() for match in LETTERS.finditer(text))
