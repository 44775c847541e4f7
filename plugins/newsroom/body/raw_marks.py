"""Reports markup that a body would print literally, with its source position. `text.raw_markup` lists the marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.problems import Edit
from ..text import raw_markup
from ..text.raw_markup import RawMark
from .coverage import Comparison
from .galley import Galley
from .printed import Line
from .written import LETTERS


def report(comparison: Comparison, galley: Galley) -> None:
    """Report every mark that is printed literally. Lines that already have a finding are skipped."""
    reported: set[object] = {finding.place.line for finding in galley.problems}
    for line in comparison.printed.lines:
        for mark in raw_markup.find(line.text, raw_markup.IN_LINES if line.is_caption else raw_markup.IN_BODIES):
            written = line.text[mark.start : mark.end]
            offset = _offset(mark, line, comparison)
            place = galley.place(offset, len(written))
            if reported.isdisjoint({place.line, (place.line, mark.kind)}):
                reported.add((place.line, mark.kind))
                code = "BD64" if mark.kind.is_sure else "BD65"
                advice = f"{raw_markup.ONLY_WORDS}。" if line.is_caption else mark.kind.advice
                edits = () if line.is_caption else _mend(mark, written, offset, galley)
                galley.report(code, place, {"mark": raw_markup.sample(written)}, advice=advice, edits=edits)


def _mend(mark: RawMark, written: str, offset: int, galley: Galley) -> tuple[Edit, ...]:
    """The edit that corrects a full-width mark, if the source contains it exactly as printed."""
    end = offset + len(written)
    if not (mark.kind.is_wide and galley.is_as_written and galley.source[offset:end] == written):
        return ()
    return (Edit(offset, end, raw_markup.narrow(written)),)


def _offset(mark: RawMark, line: Line, comparison: Comparison) -> int:
    """The offset of a mark in the source: between the letters before and after its start."""
    written = line.text[mark.start : mark.end]
    index = line.first + sum(map(len, LETTERS.findall(line.text[: mark.start])))
    after = comparison.offset_of(index - 1) + 1 if index else 0
    before = comparison.offset_of(index) + 1
    signs = written[: next(_letters_in(written), len(written))] or written[:1]
    at = comparison.source.find(signs, after, before)
    return at if at >= 0 else max(after, before - 1)


def _letters_in(text: str) -> Iterator[int]:
    return (match.start() for match in LETTERS.finditer(text))
