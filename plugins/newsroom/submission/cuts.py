"""Cuts and joins paragraphs of the tree without touching the look of their characters. Where to cut is left to others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..text.typography import joins_without_space
from .tree import Paragraph, Run

BLANKS = " \t\r\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"


_IS_NUMBER = re.compile(r"[0-9](?:[.,:/%]|[.,:/]?[0-9])")  # on both sides of a seam


def words_of(paragraph: Paragraph) -> str:
    """The text without blanks around it."""
    return paragraph.text.strip(BLANKS + "\n")


def part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """The characters [start, end) of a paragraph. A call of a note goes with the character before it."""
    return replace(paragraph, runs=tuple(_runs_within(paragraph.runs, start, end)))


def _runs_within(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    at, length = 0, sum(len(run.text) for run in runs)
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if not run.text and (start < at <= end or (at == start == 0) or (start == at == length == end)):
            yield run
        elif first < last:
            yield replace(run, text=run.text[first:last])
        at += len(run.text)


def without(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """The paragraph without its characters [start, end); notes called there stay."""
    return changed(paragraph, start, end, "")


def changed(paragraph: Paragraph, start: int, end: int, text: str) -> Paragraph:
    """The paragraph with `text` in place of its characters [start, end), in the look of the first of them; calls of notes stay."""
    runs: list[Run] = []
    at, is_put = 0, False
    for run in paragraph.runs:
        first, last = min(max(start - at, 0), len(run.text)), min(max(end - at, 0), len(run.text))
        is_here = not is_put and bool(run.text) and at <= start <= at + len(run.text) and (first < last or start == end)
        middle = text if is_here else ""
        is_put |= is_here
        kept = run.text[:first] + middle + run.text[last:]
        if kept or run.note:
            runs.append(replace(run, text=kept))
        at += len(run.text)
    return replace(paragraph, runs=tuple(runs) if is_put or not text else (*runs, Run(text)))


def stripped(paragraph: Paragraph) -> Paragraph:
    """The paragraph without blanks around its words."""
    text = paragraph.text
    start = len(text) - len(text.lstrip(BLANKS + "\n"))
    end = len(text.rstrip(BLANKS + "\n"))
    if end <= start:
        return replace(paragraph, runs=tuple(run for run in paragraph.runs if run.note))
    return without(without(paragraph, end, len(text)), 0, start)


def joined(one: Paragraph, other: Paragraph) -> Paragraph:
    """Two halves of a broken paragraph as one, with a blank only between Latin words."""
    one, other = stripped(one), stripped(other)
    is_close = not one.text or not other.text or joins_without_space(one.text, other.text)
    blank = "" if is_close or _IS_NUMBER.search(one.text[-2:] + other.text[:2]) else " "
    return replace(one, runs=(*one.runs, *((Run(blank),) if blank else ()), *other.runs))


def lines(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraph cut at its line breaks."""
    text = paragraph.text
    if "\n" not in text:
        return (paragraph,)
    found, start = [], 0
    for line in text.split("\n"):
        found.append(part(paragraph, start, start + len(line)))
        start += len(line) + 1
    return tuple(found)
