"""Reminders of what is not at hand every day: a build says them with its first success of a day, `publish` and inspections always do."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.text.files import write_whole

_DAILY = ("GV01",)
_SHANGHAI = 8 * 3600  # seconds east of Greenwich


def due(problems: Iterable[Problem], said: Path, instant: float, *, is_good: bool) -> tuple[Problem, ...]:
    """The same findings without reminders that were said on that day already, or that a failed build need not say.

    said: the file in which is kept on which day that was; instant: of the build, epoch seconds.
    """
    told = tuple(problems)
    daily = [problem for problem in told if problem.code in _DAILY]
    if not daily:
        return told
    day = time.strftime("%Y-%m-%d", time.gmtime(instant + _SHANGHAI))
    if not is_good or _is(said, day):
        return tuple(problem for problem in told if problem not in daily)
    with suppress(OSError):  # then it is said again
        write_whole(said, day.encode())
    return told


def _is(file: Path, day: str) -> bool:
    try:
        return file.read_bytes() == day.encode()
    except OSError:
        return False
