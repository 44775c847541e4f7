"""Shows the progress of long work: bars on a terminal, one plain line per stage elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TextIO

from plugins.newsroom.findings.progress import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


@contextmanager
def shown(stream: TextIO | None = None) -> Iterator[Progress]:
    """A callable that shows progress on `stream` (stderr by default) until the block ends."""
    stream = stream or sys.stderr
    with ExitStack() as stack:
        yield _bars(stream, stack) if stream.isatty() else _lines(stream)


def _bars(stream: TextIO, stack: ExitStack) -> Progress:
    """Bars that appear with the first piece of work: most builds end before that."""
    stages: dict[str, TaskID] = {}
    bars: list[Bars] = []

    def progress(done: int, total: int, label: str, saved: int = 0) -> None:
        if not bars:
            bars.append(stack.enter_context(_new_bars(stream)))
        if label not in stages:
            stages[label] = bars[0].add_task(label, total=total, saved="")
        bars[0].update(stages[label], completed=done, total=total, saved=_lighter(saved))

    return progress


def _new_bars(stream: TextIO) -> Bars:
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    known = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Bars(*known, TextColumn("{task.fields[saved]}"), console=Console(file=stream), transient=True)


def _lighter(saved: int) -> str:
    return f"比原图省 {saved / 1e6:.1f} MB" if saved > 0 else ""


def _lines(stream: TextIO) -> Progress:
    """One line when a stage begins: a log file needs no more."""
    begun: set[str] = set()

    def progress(done: int, total: int, label: str, saved: int = 0) -> None:
        if label not in begun:
            begun.add(label)
            stream.write(f"{label}（共 {total}）……\n")
            stream.flush()

    return progress
