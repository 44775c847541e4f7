"""Mend in the files of a content folder what is unambiguous, and show what was changed. How one text is mended is left to `repair`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.text.files import write_whole

from . import repair
from .check import check, check_files
from .choosing import Chosen

ROUNDS = 4  # one mend may bring the next to light: first the encoding, then what was written in it


def mend(content: Path, chosen: Chosen | None = None) -> str:
    """Mend all that is certain below `content`; returns a unified diff of every file, "" when there was nothing to do.

    chosen: the only files to be touched, all of them for None.
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
    """The former bytes of each file that was changed, by the file's name in the findings."""
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
