"""Named dictionaries kept between builds: facts about files whose stat has not changed, and results of earlier computations."""

from __future__ import annotations

from plugins.newsroom.text.memory import Memory

from . import codec
from .kept_files import Unusable
from .store import Store


class Memos:
    """Calling it with a name returns the dictionary of that name. version: a string; all are discarded when it changes."""

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
        """Write the dictionaries that have changed. Raises OSError."""
        packed = {name: codec.packed(values) for name, values in self._open.items()}
        changed = [(name, data) for name, data in packed.items() if data != self._kept.get(name)]
        if changed:
            self._table.put(changed)
            self._store.commit()
            self._kept.update(changed)
