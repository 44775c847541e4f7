"""The task `build`: runs a build and prints its result. The build itself is left to `build`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from plugins.newsroom.findings.problems import Problem

from . import build as desk
from . import progress, reminders


def build(
    house: Path, content: str = "", output: str = "", site_url: str = "", now: str | None = None, previous: str = ""
) -> int:
    """Build and print the result; "" means the default folders in `house`. Returns the exit code."""
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
    reminded = desk.build_folders(desk.Assignment(source.absolute(), target.absolute())).records / "reminded"
    tell(reminders.due(result.problems, reminded, desk.instant(now), is_good=result.ok))
    if not result.ok:
        return 1
    print(f"{result.summary}\n看网站：python3 tasks.py serve --built{f' --output {output}' if output else ''}")
    return 0


def tell(problems: Iterable[Problem]) -> None:
    """Print findings for people, on stderr."""
    if problems:
        from plugins.newsroom.findings.report import as_text  # noqa: PLC0415  most builds have no findings

        sys.stderr.write(as_text(problems, colour=sys.stderr.isatty() and "NO_COLOR" not in os.environ))
