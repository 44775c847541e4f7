"""Runs of text: blanks put in order as HTML understands them, cut into paragraphs, joined where they look the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from plugins.newsroom.submission.tree import Run
from plugins.newsroom.text.typography import joins_without_space

SOFT = "\x01"  # a line break of the source, which is a blank or nothing
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PIECES = re.compile(f"[ {SOFT}]+|[^ {SOFT}]+")
# What divides paragraphs: two line breaks, or one before an indent.
_PARAGRAPHS = re.compile(r"\n[ \u3000\xa0\n]*\n|\n(?=[ \xa0]?\u3000|[ \xa0]{4})")
_CONTEXT = 20  # characters by which the script of a mark is told
_EDGE = " \u3000\xa0\t\n\u2002\u2003\u2009\ufeff\u200b"


def collapsed(text: str) -> str:
    """The text of HTML source with each run of blanks as one blank, or as SOFT where the source breaks the line."""
    return _BLANKS.sub(lambda blanks: SOFT if "\n" in blanks[0] else " ", text.replace(SOFT, ""))


def settled(runs: Iterable[Run]) -> list[Run]:
    """Runs of collapsed text with the blanks that readers see: none beside a line break, none between broken Han lines."""
    result: list[Run] = []
    last, gap = "", ""
    for run in runs:
        pieces: list[str] = []
        for piece in _PIECES.findall(run.text):
            if piece[0] in f" {SOFT}":
                gap += piece
                continue
            pieces += [_between(last, gap, piece), piece]
            last, gap = (last + piece)[-_CONTEXT:], ""
        result.append(replace(run, text="".join(pieces)))
    return result


def _between(before: str, gap: str, after: str) -> str:
    if not gap or before[-1:] in ("", "\n") or after[0] == "\n":
        return ""
    return "" if SOFT in gap and joins_without_space(before, after) else " "


def paragraphs(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """The paragraphs in runs that lie between two blocks, without indents; none for blanks alone."""
    text = "".join(run.text for run in runs)
    cuts = [0, *(end for each in _PARAGRAPHS.finditer(text) for end in each.span()), len(text)]
    spans = (_trimmed(text, *cuts[index : index + 2]) for index in range(0, len(cuts), 2))
    return [cut for start, end in spans if (cut := _cut(runs, start, end))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _cut(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The part [start, end) with the notes called in it, no-break blanks as blanks."""
    found, offset = [], 0
    for run in runs:
        begin, stop = max(start, offset), min(end, offset + len(run.text))
        if begin < stop:
            found.append(replace(run, text=run.text[begin - offset : stop - offset].replace("\xa0", " ")))
        elif run.note and start < offset <= end:
            found.append(run)
        offset += len(run.text)
    return merged(found)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of one look as one."""
    groups = groupby(runs, key=lambda run: replace(run, text=""))
    return tuple(replace(look, text="".join(run.text for run in group)) for look, group in groups)
