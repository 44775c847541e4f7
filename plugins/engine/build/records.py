"""Keeps what was read of every story between builds: an index of briefs, and where in the packs the whole stories stand.

The index is a base and the changes since then, each a file of the vault. Who reads the stories anew, and when, is left to
`library`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.newsroom.column.library import Catalogued
from plugins.newsroom.story.model import Story

from ..cache import vault
from ..cache.packs import Packed, Packs, Spot
from .snapshot import Stat

_MOST_CHANGES = 24  # files of the index before they are written as one
_LEAST_WASTE = 8 * 1024 * 1024  # bytes in packs that nobody refers to, below which they are left alone


class Record(NamedTuple):
    """What is kept of one source. stat, sha256: of the file when it was read; spot: None when it is no story."""

    stat: Stat
    sha256: bytes
    catalogued: Catalogued
    spot: Spot | None


_SHAPE = f"3 {Record._fields} {Spot._fields}"


@dataclass(slots=True)
class _Index:
    files: list[str]
    records: dict[str, Record]


class Records:
    """The records of one content folder.

    reader: a text for the program that reads; registries: a text for what it knows. Records made by or with others are out
    of date.
    """

    def __init__(self, folder: Path, reader: str, registries: str) -> None:
        self._folder, self._kind, self._registries = folder, f"records {_SHAPE} {reader}", registries
        self._packed = Packed(folder)
        self._index = _Index([], {})
        self.is_damaged, self.is_outdated = self._is_marked, False
        if not self.is_damaged:
            try:
                self._index = self._loaded()
            except vault.Unusable as error:
                self.is_damaged = isinstance(error, vault.Damaged)
                self.is_outdated = isinstance(error, vault.Outdated)

    @property
    def _mark(self) -> Path:
        """Is put by whatever process met a story that was not as it was kept: then the next build reads all anew."""
        return self._folder / "damaged"

    @property
    def _is_marked(self) -> bool:
        return os.path.exists(self._mark)

    @property
    def was_damage_met(self) -> bool:
        return self.is_damaged or self._is_marked

    @property
    def by_source(self) -> dict[str, Record]:
        return self._index.records

    def _loaded(self) -> _Index:
        records: dict[str, Record] = {}
        names = sorted(path.name for path in self._folder.glob("index-" + "[0-9]" * 8))
        for name in names:
            changes = self._changes(name)
            if changes is None:
                return _Index([], {})
            for source, record in changes.items():
                if record is None:
                    records.pop(source, None)
                else:
                    records[source] = record
        return _Index(names, records)

    def _changes(self, name: str) -> dict[str, Record | None] | None:
        """What one file of the index says; None when it was made with other registries. Raises vault.Unusable."""
        data = vault.get(self._folder / name, self._kind)
        if data is None:
            return None
        try:
            registries, changes = vault.unpacked(data)
            return dict(vault.unpacked(changes)) if registries == self._registries else None
        except (TypeError, ValueError) as error:
            raise vault.Outdated(name) from error

    def story(self, source: str) -> Story | None:
        """The whole story; None when there is none or its bytes are not what they were."""
        found = self.spot_of(source)
        try:
            return self._packed.story(*found) if found else None
        except vault.Unusable:
            self.is_damaged = True
            with suppress(OSError):
                self._mark.touch()
            return None

    def spot_of(self, source: str) -> tuple[Spot, str] | None:
        """Where the whole story stands, with its edition; None when there is none."""
        record = self._index.records.get(source)
        if record is None or record.spot is None or record.catalogued.brief is None:
            return None
        return record.spot, record.catalogued.brief.edition

    def take(self, changed: dict[str, Record], gone: Iterable[str]) -> None:
        """Put new records in and take those of vanished sources out, in memory."""
        self._index.records.update(changed)
        for source in list(gone):
            self._index.records.pop(source, None)

    def keep(self, changed: dict[str, Record], gone: Iterable[str]) -> None:
        """The same on disk, for the next build. Raises OSError."""
        changes: dict[str, Record | None] = {**changed, **dict.fromkeys(gone)}
        self.take(changed, [source for source, record in changes.items() if record is None])
        if not changes:
            return
        is_base = (
            not self._index.files or len(self._index.files) >= _MOST_CHANGES or len(changes) * 4 > len(self.by_source)
        )
        if is_base:
            self._rewrite()
        else:
            self._write(changes)

    def _write(self, changes: dict[str, Record | None]) -> None:
        last = int(self._index.files[-1].removeprefix("index-")) if self._index.files else 0
        name = f"index-{last + 1:08}"
        vault.put(self._folder / name, self._kind, vault.packed((self._registries, vault.packed(changes))))
        self._index.files.append(name)

    def _rewrite(self) -> None:
        """The whole index as one file; packs and files of the index that nobody needs any longer go."""
        self._gather_packs()
        before = {path.name for path in self._folder.glob("index-" + "[0-9]" * 8)}
        self._index.files = sorted(before)[-1:]
        self._write(dict(self._index.records))
        self._index.files = self._index.files[-1:]
        vault.drop(self._mark)
        needed = {record.spot.pack for record in self.by_source.values() if record.spot}
        for path in self._folder.glob("*-*"):
            if path.name in before or (path.name.startswith("pack-") and path.name not in needed):
                vault.drop(path)

    def _gather_packs(self) -> None:
        """Copy what is needed into one new pack when the packs hold more waste than matter."""
        spots = [record.spot for record in self.by_source.values() if record.spot]
        needed = sum(spot.length for spot in spots)
        size = sum(path.lstat().st_size for path in self._folder.glob("pack-*"))
        if size - needed < max(_LEAST_WASTE, needed):
            return
        with Packs(self._folder) as packs:
            for source, record in self.by_source.items():
                if record.spot:
                    with suppress(OSError):  # whoever asks for the story will find that its bytes are gone
                        data = self._packed.bytes_at(record.spot)
                        self._index.records[source] = record._replace(spot=packs.add(data))

    def close(self) -> None:
        self._packed.close()
