"""Daily reminders: `build` prints them with its first success of a day only; `publish` and `inspect` always do."""

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
    """The findings without reminders that were already printed that day, and without all reminders after a failed build.

    said: the file that records the day of the last reminder; instant: of the build, epoch seconds.
    """
    findings = tuple(problems)
    daily = [problem for problem in findings if problem.code in _DAILY]
    if not daily:
        return findings
    day = time.strftime("%Y-%m-%d", time.gmtime(instant + _SHANGHAI))
    if not is_good or _is(said, day):
        return tuple(problem for problem in findings if problem not in daily)
    with suppress(OSError):  # then it is printed again
        write_whole(said, day.encode())
    return findings


def _is(file: Path, day: str) -> bool:
    try:
        return file.read_bytes() == day.encode()
    except OSError:
        return False
