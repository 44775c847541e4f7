"""Dictionaries that are kept from build to build: what was seen of a file whose stat is the same, and what was worked out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import vault


class Memos:
    """Called with a name, gives the dictionary of that name. version: all are forgotten when this text changes."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder, self._kind = folder, f"memo {version}"
        self._open: dict[str, dict[str, Any]] = {}
        self._kept: dict[str, bytes] = {}
        self.is_damaged = False

    def __call__(self, name: str) -> dict[str, Any]:
        if name not in self._open:
            self._open[name] = self._read(name)
        return self._open[name]

    def _read(self, name: str) -> dict[str, Any]:
        try:
            data = vault.get(self._folder / name, self._kind)
            matter = vault.unpacked(data) if data else None
        except vault.Unusable as error:
            self.is_damaged |= isinstance(error, vault.Damaged)
            return {}
        if data is None or not isinstance(matter, dict):
            return {}
        self._kept[name] = data
        return matter

    def save(self) -> None:
        """Keep what has changed. Raises OSError."""
        for name, matter in self._open.items():
            data = vault.packed(matter)
            if data != self._kept.get(name):
                vault.put(self._folder / name, self._kind, data)
