"""Carries out a plain `build` without Invoke, which takes longer to load than it takes to see that nothing has changed.

Everything else on the command line is left to the tasks, and so is `build` with an option that is not plain. What a build
says, it says here, also for the task.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from plugins.newsroom.findings.problems import Problem

from . import build as desk
from . import failing, progress, reminders

_OPTIONS = {"--content": "content", "--output": "output", "--site-url": "site_url"}


def enter(arguments: Sequence[str], house: Path) -> None:
    """Carry out `arguments` and end the process when they ask for a build in the plainest way; else return."""
    wishes = _read(arguments)
    if wishes is None:
        return
    gc.disable()  # the process ends with the build, which keeps nearly all it makes
    sys.stdout.reconfigure(errors="replace", line_buffering=True)  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        status = build(house, **wishes)
    except KeyboardInterrupt:
        status = 130
    except Exception as error:
        sys.stderr.write(f"{failing.told(error)}\n")
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # nobody needs ten thousand stories taken apart in order


def build(
    house: Path, content: str = "", output: str = "", site_url: str = "", now: str | None = None, previous: str = ""
) -> int:
    """Build, and tell what came of it. "" stands for the usual folders of `house`. Returns the exit code."""
    source, target = Path(content or house / "content"), Path(output or house / "output")
    with progress.shown() as show:
        result = desk.build(
            source,
            target,
            site_url,
            settings="publishconf.py",
            now=now,
            previous=Path(previous).absolute() if previous else None,
            progress=show,
        )
    said = desk.place_of(desk.Assignment(source.absolute(), target.absolute())).records / "reminded"
    tell(reminders.due(result.problems, said, desk.instant(now), is_good=result.ok))
    if not result.ok:
        return 1
    print(f"{result.summary}\n看网站：python3 tasks.py serve --built{f' --output {output}' if output else ''}")
    return 0


def tell(problems: Iterable[Problem]) -> None:
    """Print findings as people read them, on stderr."""
    if problems:
        from plugins.newsroom.findings.report import as_text  # noqa: PLC0415  most builds have nothing to say

        sys.stderr.write(as_text(problems, colour=sys.stderr.isatty() and "NO_COLOR" not in os.environ))


def _read(arguments: Sequence[str]) -> dict[str, str] | None:
    """The options of a plain `build`; None for any other command line, which Invoke shall read."""
    if not arguments or arguments[0] != "build":
        return None
    wishes: dict[str, str] = {}
    rest = list(arguments[1:])
    while rest:
        name, sign, value = rest.pop(0).partition("=")
        if name not in _OPTIONS or not (sign or rest):
            return None
        wishes[_OPTIONS[name]] = value if sign else rest.pop(0)
    return wishes if not any(value.startswith("-") or not value for value in wishes.values()) else None
