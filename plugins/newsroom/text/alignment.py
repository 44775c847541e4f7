"""Character-level diff of two nearly equal texts, such as what an editor wrote and what a page prints.

Linear in their length: long differing stretches are first cut at pieces that occur exactly once in both (patience diff),
and short ones are compared character by character.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from os.path import commonprefix

_PIECE = 16  # characters of an anchor: long enough to occur only once in most texts
_COMPARED = 400  # characters: up to this length on both sides, every character is compared


@dataclass(frozen=True, slots=True)
class Stretch:
    """One difference: written[start:end] is printed as printed[printed_start:printed_end]; one of the two may be empty."""

    start: int
    end: int
    printed_start: int
    printed_end: int


def differences(written: str, printed: str) -> tuple[Stretch, ...]:
    """The stretches in which two texts differ, in order; everything between them is equal."""
    if written == printed:
        return ()
    return tuple(_between(written, printed, Stretch(0, len(written), 0, len(printed))))


def origins(parts: Sequence[Stretch], length: int) -> list[int]:
    """For each of the `length` printed characters, its index in the written text; -1 for one that occurs only in print."""
    indices: list[int] = []
    shift = 0
    for part in parts:
        indices += range(len(indices) + shift, part.start)
        indices += [-1] * (part.printed_end - part.printed_start)
        shift = part.end - part.printed_end
    return [*indices, *range(len(indices) + shift, length + shift)]


def _between(written: str, printed: str, part: Stretch) -> Iterator[Stretch]:
    part = _without_equal_ends(written, printed, part)
    longest = max(part.end - part.start, part.printed_end - part.printed_start)
    if part.start == part.end or part.printed_start == part.printed_end:
        if longest:
            yield part
    elif longest <= _COMPARED:
        yield from _compared(written, printed, part)
    else:
        anchors = _anchors(written, printed, part)
        if not anchors:
            yield part
        ends = [(part.start, part.printed_start), *anchors, (part.end, part.printed_end)]
        for (a, b), (c, d) in pairwise(ends) if anchors else ():
            yield from _between(written, printed, Stretch(a, c, b, d))


def _without_equal_ends(written: str, printed: str, part: Stretch) -> Stretch:
    a, b = written[part.start : part.end], printed[part.printed_start : part.printed_end]
    front = len(commonprefix((a, b)))  # noqa: RUF071 - characters are what is to be compared
    back = len(commonprefix((a[front:][::-1], b[front:][::-1])))  # noqa: RUF071
    return Stretch(part.start + front, part.end - back, part.printed_start + front, part.printed_end - back)


def _compared(written: str, printed: str, part: Stretch) -> Iterator[Stretch]:
    a, b = written[part.start : part.end], printed[part.printed_start : part.printed_end]
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Stretch(part.start + i, part.start + j, part.printed_start + k, part.printed_start + m)


def _anchors(written: str, printed: str, part: Stretch) -> list[tuple[int, int]]:
    """Offsets of pieces that occur once in each text, rising on both sides: the texts are compared between these."""
    starts = range(part.start, part.end - _PIECE + 1, _PIECE)
    wanted = Counter(written[start : start + _PIECE] for start in starts)
    offsets: dict[str, int | None] = {}  # None: more than once
    for at in range(part.printed_start, part.printed_end - _PIECE + 1):
        piece = printed[at : at + _PIECE]
        if wanted[piece] == 1:
            offsets[piece] = None if piece in offsets else at
    pairs = [(start, offsets.get(written[start : start + _PIECE])) for start in starts]
    return _longest_rising([(start, at) for start, at in pairs if at is not None])


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of `pairs` (rising in the first number) that rises in the second number too."""
    tails: list[int] = []  # tails[n]: the smallest second number that can end a rising subsequence of n + 1 pairs
    chosen: list[int] = []  # the index of the pair that ends it
    before: list[int | None] = []
    for index, (_, at) in enumerate(pairs):
        rank = bisect_left(tails, at)
        before.append(chosen[rank - 1] if rank else None)
        tails[rank : rank + 1], chosen[rank : rank + 1] = [at], [index]
    backwards: list[tuple[int, int]] = []
    last = chosen[-1] if chosen else None
    while last is not None:
        backwards.append(pairs[last])
        last = before[last]
    return backwards[::-1]
