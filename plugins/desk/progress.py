"""How far long work has come: bars on a terminal, one plain line per stage elsewhere. Does no work itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from plugins.newsroom.column import Progress


@contextmanager
def shown(stream: TextIO | None = None) -> Iterator[Progress]:
    """A callable that shows progress on `stream` (stderr by default) until the block ends."""
    stream = stream or sys.stderr
    if stream.isatty():
        with _bars(stream) as progress:
            yield progress
    else:
        yield _lines(stream)


@contextmanager
def _bars(stream: TextIO) -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(file=stream), transient=True) as bars:
        stages: dict[str, int] = {}

        def progress(done: int, total: int, label: str) -> None:
            if label not in stages:
                stages[label] = bars.add_task(label, total=total)
            bars.update(stages[label], completed=done, total=total)

        yield progress


def _lines(stream: TextIO) -> Progress:
    """One line when a stage begins: a log that is read later needs no more."""
    begun: set[str] = set()

    def progress(done: int, total: int, label: str) -> None:
        if label not in begun:
            begun.add(label)
            stream.write(f"{label}（共 {total}）……\n")
            stream.flush()

    return progress
