"""Takes away what nobody needs any longer, so that no disk is full of it. Renditions of photos have their own rule.

Every content folder and every output has a folder of its own in the cache, so that builds of several columns in turn leave each other's
alone; one that was not built for long goes. So do files that killed builds left unfinished.
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
_SETTLED, _FORGOTTEN = 1, 90  # days: nobody builds for so long; nobody comes back after so long
_DAY = 86_400
_FORMER = ("index-", "pack-", "memos")


def tidy(folders: BuildFolders) -> None:
    """After a build in `folders`, in which nobody else builds meanwhile."""
    now = time.time()
    for own in (folders.records, folders.state.parent):
        _tidy_beside(own, now)
    _drop_unfinished(folders.state.parent, now)
    _drop_former(folders.records)
    for age, file in _aged(folders.cache / "templates", now):
        if age > _FORGOTTEN:
            kept_files.drop(file)


def discard(release: Release) -> None:
    """Take away what there is of the next release, which could not be finished. The one that readers see stands as it was."""
    if release.next != release.output:
        release.recover()
        kept_files.drop(release.next)


def _tidy_beside(own: Path, now: float) -> None:
    """Forget the folders beside `own` that were not used for long, however few there are, or for a while when there are many."""
    others = sorted((age, folder) for age, folder in _aged(own.parent, now) if folder != own)
    for rank, (age, folder) in enumerate(others, start=2):
        if age > (_SETTLED if rank > _MOST else _FORGOTTEN):
            kept_files.drop(folder)


def _drop_unfinished(folder: Path, now: float) -> None:
    for age, file in _aged(folder, now):
        if file.name.startswith(UNFINISHED) and age > _SETTLED:
            kept_files.drop(file)


def _drop_former(records: Path) -> None:
    """What the program kept of this content folder before it had a store."""
    for _, path in _aged(records, 0):
        if path.name.startswith(_FORMER):
            kept_files.drop(path)


def _aged(folder: Path, now: float) -> Iterator[tuple[float, Path]]:
    """(days since its last use, path) of everything in the folder: of a folder the last time somebody locked it."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            with suppress(OSError):
                lock = Path(entry.path, "lock")
                used = (lock if lock.is_file() else Path(entry.path)).lstat().st_mtime
                yield (now - used) / _DAY, Path(entry.path)
