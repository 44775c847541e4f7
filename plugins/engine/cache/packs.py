"""Packs: runs of whole stories as they were read, pickled one after the other and written once.

A story's edition is the checksum of its bytes, so a damaged one is noticed when it is read. Which story stands where is left to
`records`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from plugins.newsroom.story.model import Story
from plugins.newsroom.text.fingerprint import KEY, checksum

from . import vault
from .descriptors import BINARY, read_at, write_whole


class Spot(NamedTuple):
    """Where a story's bytes stand: the pack's name, the first byte, their number."""

    pack: str
    start: int
    length: int


class Packed:
    """The packs of a folder, for whoever reads stories out of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, int] = {}

    def story(self, spot: Spot, edition: str) -> Story:
        """Raises vault.Unusable: Damaged when its bytes are not what they were."""
        try:
            data = self.bytes_at(spot)
        except OSError as error:
            raise vault.Damaged(spot.pack) from error
        if edition_of(data) != edition:
            raise vault.Damaged(spot.pack)
        return vault.unpacked(data)

    def bytes_at(self, spot: Spot) -> bytes:
        """Raises OSError when there is no such pack."""
        if spot.pack not in self._open:
            vault.check_file(self._folder / spot.pack)
            self._open[spot.pack] = os.open(self._folder / spot.pack, os.O_RDONLY | BINARY)
        return read_at(self._open[spot.pack], spot.length, spot.start)

    def close(self) -> None:
        for pack in self._open.values():
            os.close(pack)
        self._open.clear()


class Packs:
    """Packs that are being written: one a process, begun when it has something to put there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process, self._name, self._file, self._end = 0, "", -1, 0

    def add(self, data: bytes) -> Spot:
        """Raises OSError; what was there before is then still as it was."""
        if self._process != os.getpid():
            self._begin()
        try:
            write_whole(self._file, data)
        except OSError:
            os.ftruncate(self._file, self._end)
            os.lseek(self._file, self._end, os.SEEK_SET)
            raise
        spot = Spot(self._name, self._end, len(data))
        self._end += len(data)
        return spot

    def _begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._name = f"pack-{os.urandom(8).hex()}"
        self._file = os.open(self._folder / self._name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o644)
        self._process, self._end = os.getpid(), 0

    def __enter__(self) -> Packs:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process == os.getpid():
            os.close(self._file)


def edition_of(data: bytes) -> str:
    """The edition of a story whose pickled bytes these are."""
    return checksum(data, KEY)
