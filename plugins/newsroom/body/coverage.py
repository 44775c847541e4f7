"""Checks that every Han character, letter and digit of a body is printed on the page in the order written; reports what is not.

What the editor wrote (`written`) is compared with what the page prints (`printed`), whatever Markdown did in between.
A paragraph that already has a finding gets no further one: that finding is the cause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text import alignment
from ..text.alignment import Stretch
from . import printed, written
from .document import Document
from .galley import Galley
from .printed import Printed
from .written import Letters

_LONGEST_SAMPLE = 20
_BLANK = re.compile(r"\n[ \t\u3000>]*(?=\n|\Z)")
_LAZY = "1"  # a list written 1. 1. 1. is numbered automatically, as its writer expects


@dataclass(frozen=True, slots=True)
class Comparison:
    """The letters written, the letters printed, and the differences between them."""

    source: str
    letters: Letters
    printed: Printed
    differences: tuple[Stretch, ...]

    def offset_of(self, index: int) -> int:
        """The source offset of the printed letter `index`; where it should have been written, if it was not."""
        shift = 0
        for part in self.differences:
            if index < part.printed_start:
                break
            if index < part.printed_end:
                return self.letters.offset(part.start)
            shift = part.end - part.printed_end
        return self.letters.offset(index + shift)


def compare(document: Document, source: str, notes: Sequence[str] = (), shown: Printed | None = None) -> Comparison:
    """Compare the source of a body, without control characters, with the Document made from it.

    notes: the labels of its footnotes in printing order; shown: what the Document prints, if already known.
    """
    shown = shown or printed.read(document.parts, document.photos)
    letters = written.letters(source, notes, shown.code)
    return Comparison(source, letters, shown, alignment.differences(letters.letters, shown.letters))


def report(comparison: Comparison, galley: Galley) -> None:
    """Report everything that is lost, moved, printed with another number, or printed although it is markup."""
    blocks = _Blocks(comparison.source)
    reported = {blocks.of_line(finding.place.line - galley.place_at(1, 1, 1).line) for finding in galley.problems}
    for difference in _differences(comparison):
        first, last = map(blocks.of_offset, _reach(difference.part, comparison.letters))
        if reported.isdisjoint(range(first, last + 1)):
            reported.add(blocks.of_offset(difference.offset))
            place = galley.place(difference.offset, difference.length)
            galley.report(difference.code, place, difference.values)


def _reach(part: Stretch, letters: Letters) -> tuple[int, int]:
    """The offsets between which the lost letters of a difference may have been: of repeated words, either may be the lost one."""
    text, back, forth = letters.letters, 0, 0
    if part.printed_start == part.printed_end:
        while part.start - back > 0 and text[part.start - back - 1] == text[part.end - back - 1]:
            back += 1
        while part.end + forth < len(text) and text[part.start + forth] == text[part.end + forth]:
            forth += 1
    return letters.offset(part.start - back), letters.offset(max(part.start, part.end - 1 + forth))


class _Blocks:
    """The paragraphs of a source, separated by blank lines, by number."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *(match.end() for match in _BLANK.finditer(source))]
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", source))]

    def of_offset(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def of_line(self, line: int) -> int:
        """line: counted from 0."""
        return self.of_offset(self._line_starts[min(max(line, 0), len(self._line_starts) - 1)])


@dataclass(frozen=True, slots=True)
class _Difference:
    """part: where the texts differ; offset, length: the position to report in the source; code, values: of the finding."""

    part: Stretch
    code: str
    offset: int
    length: int
    values: dict[str, object]


def _differences(comparison: Comparison) -> Iterator[_Difference]:
    letters, shown = comparison.letters, comparison.printed
    gone = Counter("".join(letters.letters[part.start : part.end] for part in comparison.differences))
    come = Counter("".join(shown.letters[part.printed_start : part.printed_end] for part in comparison.differences))
    for part in comparison.differences:
        lost = letters.letters[part.start : part.end]
        added = shown.letters[part.printed_start : part.printed_end]
        offset = letters.offset(part.start)
        was, becomes = (
            _number_at(part.start, part.end, letters),
            _number_at(part.printed_start, part.printed_end, shown),
        )
        if was is not None and becomes is not None:
            if was not in ("", _LAZY):
                yield _Difference(part, "BD62", offset, len(was), {"written": was, "printed": becomes})
        elif lost:
            code = "BD61" if Counter(lost) <= come else "BD60"
            yield _Difference(part, code, offset, len(lost), {"words": _sample(lost)})
        elif not Counter(added) <= gone:
            yield _Difference(part, "BD63", offset, 1, {"words": _sample(added)})


def _number_at(start: int, end: int, text: Letters | Printed) -> str | None:
    """The list item's number that contains [start, end), "" for an empty range outside of numbers, None for other words."""
    index = bisect_right(text.numbers, (start, len(text.letters))) - 1
    if index >= 0 and start < text.numbers[index][1] and end <= text.numbers[index][1]:
        first, last = text.numbers[index]
        return text.letters[first:last]
    return "" if start == end else None


def _sample(words: str) -> str:
    return words if len(words) <= _LONGEST_SAMPLE else words[:_LONGEST_SAMPLE] + "…"
