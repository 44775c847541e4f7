"""Dictionaries that are kept from build to build: what was seen of a file whose stat is the same, and what was worked out."""

from __future__ import annotations

from plugins.newsroom.text.memory import Memory

from . import codec
from .kept_files import Unusable
from .store import Store


class Memos:
    """Called with a name, gives the dictionary of that name. version: all are forgotten when this text changes."""

    def __init__(self, store: Store, version: str) -> None:
        self._store, self._table = store, store.table("memos", version)
        self._open: dict[str, Memory] = {}
        self._kept: dict[str, bytes] = {}

    def __call__(self, name: str) -> Memory:
        if name not in self._open:
            self._open[name] = self._read(name)
        return self._open[name]

    def _read(self, name: str) -> Memory:
        data = self._table.get(name)
        try:
            values = codec.unpacked(data) if data else None
        except Unusable:
            return {}
        if data is None or not isinstance(values, dict):
            return {}
        self._kept[name] = data
        return values

    def save(self) -> None:
        """Keep what has changed. Raises OSError."""
        packed = {name: codec.packed(values) for name, values in self._open.items()}
        changed = [(name, data) for name, data in packed.items() if data != self._kept.get(name)]
        if changed:
            self._table.put(changed)
            self._store.commit()
            self._kept.update(changed)
