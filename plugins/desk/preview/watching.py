"""Which saves call for a new preview: content, theme, plugins and settings. What to do then is left to `serve`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

QUIET_MS = 100  # a save counts when nothing more has come for this long
LONGEST_MS = 1000  # but a long row of saves is not waited out for ever
SETTINGS = ("pelicanconf.py", "publishconf.py")


class _Sources(DefaultFilter):
    """What people edit: not the lock and swap files of editors, not what Python leaves behind."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"^~\$", r"^\.~", r"^\.")


class _Settings(DefaultFilter):
    """The settings files among everything else that lies beside them."""

    def __call__(self, change: Change, path: str) -> bool:
        return Path(path).name in SETTINGS


async def saves(folders: Iterable[Path], house: Path) -> AsyncIterator[frozenset[Path]]:
    """Yield what was saved after each save, or once for several that come while nobody asks."""
    saved = asyncio.Event()
    paths_saved: set[Path] = set()

    async def watch(paths: Iterable[Path], only: DefaultFilter, recursive: bool) -> None:
        async for changes in awatch(*paths, watch_filter=only, debounce=LONGEST_MS, step=QUIET_MS, recursive=recursive):
            paths_saved.update(Path(path) for _, path in changes)
            saved.set()

    watches = [
        asyncio.create_task(watch(tuple(folders), _Sources(), recursive=True)),
        asyncio.create_task(watch((house,), _Settings(), recursive=False)),
    ]
    try:
        while True:
            await _first(saved.wait(), watches)
            saved.clear()
            changed = frozenset(paths_saved)
            paths_saved.clear()
            yield changed
    finally:
        for task in watches:
            task.cancel()
        await asyncio.gather(*watches, return_exceptions=True)


async def _first(event: Awaitable[object], watches: list[asyncio.Task[None]]) -> None:
    """Wait for `event`; a watch that fails raises here instead of falling silent."""
    waiting = asyncio.ensure_future(event)
    try:
        done, _ = await asyncio.wait({waiting, *watches}, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {waiting}:
            task.result()
    finally:
        waiting.cancel()
