"""Reminders of what is not at hand every day: a build says them with the first success of a day, `publish` and inspections always do."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .build import BuildResult

_DAILY = ("GV01",)
_SHANGHAI = 8 * 3600  # seconds east of Greenwich


def once_a_day(result: BuildResult, folder: Path, instant: float) -> BuildResult:
    """The same result without reminders that were said on that day already. folder: where is kept on which day that was;
    instant: of the build, epoch seconds."""
    daily = [problem for problem in result.problems if problem.code in _DAILY]
    if not daily:
        return result
    day, said = time.strftime("%Y-%m-%d", time.gmtime(instant + _SHANGHAI)), folder / "reminded"
    if result.ok and not _is(said, day):
        with suppress(OSError):  # then it is said again
            said.parent.mkdir(parents=True, exist_ok=True)
            said.write_text(day, encoding="utf-8")
        return result
    return replace(result, problems=tuple(problem for problem in result.problems if problem not in daily))


def _is(file: Path, day: str) -> bool:
    try:
        return file.read_bytes() == day.encode()
    except OSError:
        return False
