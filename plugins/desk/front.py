"""The task `build`: what a build says to people. What it does is left to `build`."""

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
    said = desk.build_folders(desk.Assignment(source.absolute(), target.absolute())).records / "reminded"
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
