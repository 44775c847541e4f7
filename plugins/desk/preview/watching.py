"""Watches for saves that require a new preview: in content, theme, plugins and settings. Reacting is left to `serve`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

QUIET_MS = 100  # a save is reported once no other has followed for this long
LONGEST_MS = 1000  # but a long series of saves is reported after this long at most
SETTINGS = ("pelicanconf.py", "publishconf.py")


class _Sources(DefaultFilter):
    """Files that people edit: no lock or swap files of editors, no bytecode."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"^~\$", r"^\.~", r"^\.")


class _Settings(DefaultFilter):
    """Only the settings files, of all files in their folder."""

    def __call__(self, change: Change, path: str) -> bool:
        return Path(path).name in SETTINGS


async def saves(folders: Iterable[Path], house: Path) -> AsyncIterator[frozenset[Path]]:
    """Yield the saved files after each save, or once for several saves that come while the caller is busy."""
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
    """Wait for `event`; the error of a failed watch is raised here."""
    waiting = asyncio.ensure_future(event)
    try:
        done, _ = await asyncio.wait({waiting, *watches}, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {waiting}:
            task.result()
    finally:
        waiting.cancel()
