"""Caches encoded renditions between builds, keyed by the content they were made from. The keys are left to `production`.

Safe for concurrent builds and for being killed at any moment (`engine/cache/kept_files`); a damaged entry counts as missing.
Why photos are files and not values in the store is explained in `engine/cache/store`, with figures.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.engine.cache import kept_files
from plugins.newsroom.text.files import UNFINISHED

_KIND = b"photo1\n\0"
_DAY = 86_400
_PRUNED = ".pruned"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries that may be deleted or copied to another machine at any time. Keys: relative POSIX paths."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """The bytes stored under `key`; None when there are none or they are damaged."""
        path = self.folder / key
        try:
            data = kept_files.get(path, _KIND)
        except kept_files.Unusable:
            return None
        if data is not None:
            self._note_use(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Store `data`. Raises OSError when the folder cannot be written."""
        kept_files.put(self.folder / key, _KIND, data)

    def _note_use(self, path: Path) -> None:
        """Set the entry's mtime, its last use to the day; it only decides what is pruned first."""
        with contextlib.suppress(OSError):
            now = time.time()
            if now - path.stat().st_mtime > _DAY:
                os.utime(path, (now, now))

    def prune(self, *, most_bytes: int, most_days: float, now: float) -> int:
        """Drop entries unused for `most_days`, then the least recently used until `most_bytes` suffice. now: epoch seconds.

        Returns how many were dropped. Files that another build is writing are left alone for a day.
        """
        entries = sorted(self._entries())
        excess = sum(size for _, size, _ in entries) - most_bytes
        dropped = 0
        for used, size, path in entries:
            unfinished = path.name.startswith(UNFINISHED)
            age = now - used
            if age > most_days * _DAY or (excess > 0 and not unfinished) or (unfinished and age > _DAY):
                with contextlib.suppress(OSError):
                    path.unlink()
                    excess -= size
                    dropped += 1
        return dropped

    def prune_daily(self, *, most_bytes: int, most_days: float, now: float) -> None:
        """Prune, unless done within the last day: scanning all entries takes longer than most builds."""
        mark = self.folder / _PRUNED
        with contextlib.suppress(OSError):
            if now - mark.stat().st_mtime < _DAY:
                return
        self.prune(most_bytes=most_bytes, most_days=most_days, now=now)
        with contextlib.suppress(OSError):
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                with contextlib.suppress(OSError):
                    status = path.lstat()
                    if path.is_file() and name != _PRUNED:
                        yield status.st_mtime, status.st_size, path
