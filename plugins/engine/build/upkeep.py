"""Cleans up the cache, so that it does not fill the disk. Cached renditions of photos have their own rule.

Every content folder and every output has its own cache folder, so that alternating builds of several columns do not disturb
each other; one that has not been used for long is deleted, and so are unfinished files of killed builds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from plugins.newsroom.text.files import UNFINISHED

from ..cache import kept_files
from .release import Release
from .uptodate import BuildFolders

_MOST = 16  # content folders, and outputs
_SETTLED, _FORGOTTEN = 1, 90  # days: longer than any build takes; after which nobody is expected back
_DAY = 86_400
_FORMER = ("index-", "pack-", "memos")


def tidy(folders: BuildFolders) -> None:
    """Clean up after a build in `folders`; the caller holds their lock."""
    now = time.time()
    for own in (folders.records, folders.state.parent):
        _tidy_beside(own, now)
    _drop_unfinished(folders.state.parent, now)
    _drop_former(folders.records)
    for age, file in _aged(folders.cache / "templates", now):
        if age > _FORGOTTEN:
            kept_files.drop(file)


def discard(release: Release) -> None:
    """Delete the next release, which could not be finished. The one that readers see remains as it was."""
    if release.next != release.output:
        release.recover()
        kept_files.drop(release.next)


def _tidy_beside(own: Path, now: float) -> None:
    """Delete the folders beside `own` that were not used for 90 days, or for a day when there are too many."""
    others = sorted((age, folder) for age, folder in _aged(own.parent, now) if folder != own)
    for rank, (age, folder) in enumerate(others, start=2):
        if age > (_SETTLED if rank > _MOST else _FORGOTTEN):
            kept_files.drop(folder)


def _drop_unfinished(folder: Path, now: float) -> None:
    for age, file in _aged(folder, now):
        if file.name.startswith(UNFINISHED) and age > _SETTLED:
            kept_files.drop(file)


def _drop_former(records: Path) -> None:
    """Delete files in the format used before there was a store."""
    for _, path in _aged(records, 0):
        if path.name.startswith(_FORMER):
            kept_files.drop(path)


def _aged(folder: Path, now: float) -> Iterator[tuple[float, Path]]:
    """(days since last use, path) of every entry of the folder; a folder was last used when it was last locked."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            with suppress(OSError):
                lock = Path(entry.path, "lock")
                used = (lock if lock.is_file() else Path(entry.path)).lstat().st_mtime
                yield (now - used) / _DAY, Path(entry.path)
