"""Reads tables that were saved as text (.csv), whatever divides their cells."""

from __future__ import annotations

import csv
from collections import Counter

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Cell, Paragraph, Run, Submission, Table

from . import plain_text

MOST_CELLS = 5000  # of one table in a story; a larger one is a file to be attached
_DIVIDERS = ",\t;，|"


def read(file: str, data: bytes) -> Submission:
    """The table of a text in any Chinese encoding. Raises Refusal."""
    text, doubts = plain_text.decode(file, data)
    try:
        rows = [row for row in csv.reader(text.split("\n"), delimiter=_divider(text)) if any(map(str.strip, row))]
    except csv.Error:
        raise Refusal.of("IN62", file=file) from None
    if sum(map(len, rows)) > MOST_CELLS:
        raise Refusal.of("IN63", file=file, most=MOST_CELLS)
    return Submission(file, (_table(rows),), doubts=doubts)


def _divider(text: str) -> str:
    """The sign that divides most lines into the same number of cells, two or more."""
    lines = [line for line in text.split("\n")[:50] if line.strip()]
    return max(_DIVIDERS, key=lambda sign: _agreement(lines, sign))


def _agreement(lines: list[str], sign: str) -> int:
    counts = Counter(number for line in lines if (number := line.count(sign)))
    return max(counts.values(), default=0)


def _table(rows: list[list[str]]) -> Table:
    widest = max(map(len, rows), default=0)
    cells = tuple(tuple(_cell(text) for text in (*row, *[""] * (widest - len(row)))) for row in rows)
    return Table(cells, has_head=len(rows) > 1, place="第 1 行")


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text.strip()),)),) if text.strip() else ())
