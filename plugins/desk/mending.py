"""Applies all unambiguous fixes to the files of a content folder and returns a diff. Fixing one text is left to `repair`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.text.files import write_whole

from . import repair
from .check import check, check_files
from .choosing import Chosen

ROUNDS = 4  # one fix may reveal the next: first the encoding, then slips in the text


def mend(content: Path, chosen: Chosen | None = None) -> str:
    """Apply all certain fixes below `content`; returns a unified diff of every file, "" when there was nothing to do.

    chosen: the only files that may be changed; None for all.
    """
    content = content.resolve()
    before: dict[str, bytes] = {}
    for _ in range(ROUNDS):
        changed = _one_round(content, check_files(content, chosen) if chosen else check(content))
        if not changed:
            break
        before = changed | before
    return "".join(repair.diff(data, (content.parent / file).read_bytes(), file) for file, data in before.items())


def _one_round(content: Path, problems: Iterable[Problem]) -> dict[str, bytes]:
    """Apply one round of fixes; returns the former bytes of every changed file, by its name in the findings."""
    by_file = defaultdict(list)
    for problem in problems:
        if problem.is_mendable:
            by_file[problem.place.file].append(problem)
    changed = {}
    for file, mendable in by_file.items():
        path = content.parent / file
        data = path.read_bytes()
        mended = repair.apply(data, file, tuple(mendable))
        if mended != data:
            write_whole(path, mended, is_lasting=True)
            changed[file] = data
    return changed
