"""Stores every parsed story between builds: a short record for listings, and the whole story.

Deciding which stories to read again is left to `cached_library`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from plugins.newsroom.column.library import Catalogued
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.fingerprint import KEY, checksum

from ..cache import codec
from ..cache.kept_files import Unusable
from ..cache.store import Store
from .snapshot import Stat

# Records are packed together in this many lots. Those of 2,000 stories are read in 33 ms this way, in 52 ms one by one and in
# 55 ms as a single lot, which an edit would repack in 76 ms; one of these lots takes 0.6 ms.
_LOTS = 64


class Record(NamedTuple):
    """The record of one source file. stat, sha256: of the file when it was read."""

    stat: Stat
    sha256: bytes
    catalogued: Catalogued


class Records:
    """The records of one content folder.

    reader: identifies the program that reads; registries: a fingerprint of the registries it uses. Records made with other
    ones are out of date.
    """

    def __init__(self, store: Store, reader: str, registries: str) -> None:
        store.begin_anew_after_damage()
        self._store, program = store, f"4 {Record._fields} {reader}\n"
        self._open(program + registries)
        self.is_outdated = bool(self._stories.stamp_before) and not self._stories.stamp_before.startswith(program)
        self.by_source: dict[str, Record] = {}
        if not self._load():
            self.by_source.clear()
            store.begin_anew_after_damage()
            self._open(program + registries)

    def _open(self, stamp: str) -> None:
        self._stories, self._lots = self._store.table("stories", stamp), self._store.table("records", stamp)

    def _load(self) -> bool:
        """Read all records; False when they are damaged."""
        try:
            for data in self._lots.all().values():
                self.by_source.update(codec.unpacked(data))
        except (Unusable, TypeError, ValueError):
            self._store.note_damage()
        return not self._store.is_marked

    def story(self, source: str) -> Story | None:
        """The whole story; None when there is none or its bytes have changed."""
        record, data = self.by_source.get(source), self._stories.get(source)
        brief = record.catalogued.brief if record else None
        if data is None or brief is None or fingerprint_of(data) != brief.fingerprint:
            return None
        try:
            story = codec.unpacked(data)
        except Unusable:
            story = None
        if not isinstance(story, Story):
            self._store.note_damage()
            return None
        return story

    def put_story(self, source: str, packed: bytes) -> None:
        """Store a whole story, committed together with its record by `keep`. Raises OSError."""
        self._stories.put([(source, packed)])

    def take(self, changed: dict[str, Record], gone: Iterable[str]) -> None:
        """Add new records and remove those of vanished sources, in memory."""
        self.by_source.update(changed)
        for source in list(gone):
            self.by_source.pop(source, None)

    def keep(self, changed: dict[str, Record], gone: Iterable[str]) -> None:
        """The same as `take`, and in the store too, for the next build. Raises OSError."""
        gone = list(gone)
        self.take(changed, gone)
        touched = {_lot(source) for source in (*changed, *gone)}
        if touched:
            lots: dict[str, dict[str, Record]] = {lot: {} for lot in touched}
            for source, record in self.by_source.items():
                if (lot := _lot(source)) in touched:
                    lots[lot][source] = record
            self._stories.put((), gone)
            self._lots.put((lot, codec.packed(records)) for lot, records in lots.items())
            self._store.commit()


def fingerprint_of(packed: bytes) -> str:
    """The fingerprint of a story, from its packed bytes."""
    return checksum(packed, KEY)


def _lot(source: str) -> str:
    return str(crc32(source.encode("utf-8", "surrogateescape")) % _LOTS)
