"""Inspects the originals of a column, each once, and remembers the results between builds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from plugins.newsroom.findings.progress import Progress

from .original import Fault, Original
from .recipe import Limits

Stats = Mapping[str, tuple[int, ...]]
Seen = tuple[Original | None, tuple[Fault, ...]]
Looks = MutableMapping[str, tuple[tuple[int, ...] | None, Original | None, tuple[Fault, ...]]]
LOOKING = "看照片"
_AT_ONCE = 4  # threads; each holds one original in memory


class Looker:
    """originals: the usable ones among those inspected, by path below the content folder.

    looks: remembered results by path, updated in place; stats: current stats of the files; with_tints: whether the colours of
    photos are needed, for which some must be decoded.
    """

    def __init__(self, content: Path, limits: Limits, looks: Looks, stats: Stats, with_tints: bool = True) -> None:
        self.originals: dict[str, Original] = {}
        self._content, self._limits, self._with_tints = content, limits, with_tints
        self._looks, self._stats = looks, stats
        self._seen: dict[str, Seen] = {}

    def look_ahead(self, paths: Iterable[str], progress: Progress | None = None) -> None:
        """Inspect many in parallel threads: reading, hashing and decoding release the GIL."""
        new = []
        for path in dict.fromkeys(paths):
            if remembered := self._remembered(path):
                self._seen[path] = remembered
            else:
                new.append(path)
        if len(new) > 1:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                for number, (path, seen) in enumerate(zip(new, pool.map(self._inspected, new), strict=True), start=1):
                    self._seen[path] = seen
                    if progress:
                        progress(number, len(new), LOOKING)

    def look(self, path: str) -> Seen:
        if path not in self._seen:
            self._seen[path] = self._remembered(path) or self._inspected(path)
        if (original := self._seen[path][0]) is not None:
            self.originals[path] = original
        return self._seen[path]

    def forget_what_is_gone(self) -> None:
        for path in [path for path in self._looks if path not in self._stats]:
            del self._looks[path]

    def _remembered(self, path: str) -> Seen | None:
        stat, original, faults = self._looks.get(path, (None, None, ()))
        if stat is None or not any(stat) or stat != self._stats.get(path):
            return None
        return original and replace(original, path=self._content / path), faults

    def _inspected(self, path: str) -> Seen:
        from .inspect import look_at  # noqa: PLC0415  a build without new photos needs no Pillow

        original, faults = look_at(self._content, path, self._limits, self._with_tints)
        if path in self._stats:
            self._looks[path] = (self._stats[path], original and _without_path(original), faults)
        return original, faults


def _without_path(original: Original) -> Original:
    """An original without its path, for the memory: a content folder may move."""
    return replace(original, path=None)  # type: ignore[arg-type]  # `_remembered` puts it back
