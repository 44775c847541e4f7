"""Finds Markdown and other markup in those values of a head that are printed literally: headlines, summaries, captions."""

from __future__ import annotations

from collections.abc import Iterator

from ..schema import KEYS
from ..text import raw_markup
from ..text.marked import Marked
from .head_reading import HeadReading

_LINES = tuple(key.name for key in KEYS if key.is_prose)
_WITHIN = {key.name: [nested.name for nested in key.keys if nested.wraps] for key in KEYS if key.keys}


def report(reading: HeadReading) -> None:
    """Report every such piece of markup at its position."""
    for mark in _printed(reading):
        for found in raw_markup.find(mark.text or "", raw_markup.IN_LINES):
            written = (mark.text or "")[found.start : found.end]
            at = mark.place.text.find(written, max(0, mark.place.column - 1))
            place = mark.place.within(at - mark.place.column + 1, len(written)) if at >= 0 else mark.place
            code = "BD64" if found.kind.is_sure else "BD65"
            reading.find(code, place, {"mark": raw_markup.sample(written)}, advice=f"{raw_markup.ONLY_WORDS}。")


def _printed(reading: HeadReading) -> Iterator[Marked]:
    for key in _LINES:
        mark = reading.mark(key)
        if mark:
            yield from (mark.items or (mark,))
    for key, names in _WITHIN.items():
        mark = reading.mark(key)
        records = (*(mark.items or ()), *(value for _, value in mark.entries or ())) if mark else ()
        yield from (value for record in records for name in names if (value := record.get(name)))
