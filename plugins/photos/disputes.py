"""Finds identical photos (byte for byte) with different credits or expiry dates. Which is right is left to the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.media.photo import Credit, Figure, PhotoUse
from plugins.newsroom.text.dates import last_day

from .original import Original


def disputes(figures: Iterable[Figure], originals: Mapping[str, Original]) -> Iterator[Problem]:
    """Reminders PH19 (two credits) and PH20 (two expiry dates), at every use that differs from the first use of its photo.

    figures: of the whole column, in order; originals: usable ones, by path below the content folder.
    """
    first: dict[str, PhotoUse] = {}
    for figure in figures:
        original = originals.get(figure.use.path) if figure.is_shown else None
        if original is None:
            continue
        use, before = figure.use, first.setdefault(original.sha256, figure.use)
        if use is not before:
            yield from _between(use, before)


def _between(use: PhotoUse, before: PhotoUse) -> Iterator[Problem]:
    there = f"{before.place.file}:{before.place.line}"
    if _differ(use.credited, before.credited):
        credits = {"credit": use.credit, "other": before.credit}
        yield problem("PH19", use.place, {"file": use.file, "there": there, **credits})
    if _end(use) != _end(before):
        yield problem("PH20", use.place, {"file": use.file, "there": there, "end": _end(use), "other": _end(before)})


def _differ(one: Credit, other: Credit) -> bool:
    """Whether two credits name different people: 张三 摄 and 摄影 张三 do not. A missing one is reported elsewhere."""
    return bool(one.text and other.text) and one.names != other.names


def _end(use: PhotoUse) -> str:
    return last_day(use.ends) if use.ends else "没有写"
