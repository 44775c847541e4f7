"""What stands from the last build, and whether anything has changed since: told by stats alone, before Pelican is imported."""

from __future__ import annotations

import contextlib
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from plugins.newsroom.column.content_files import is_passed_over
from plugins.newsroom.text.fingerprint import SHORT, checksum, digest

from ..cache import kept_files
from . import build_state, snapshot
from .build_state import BuildState, Columns
from .release import folders_with
from .snapshot import Tree
from .workers import HelperProcess

_PROGRAM = ("plugins", "theme")
_SETTINGS = ("pelicanconf.py", "publishconf.py")
_LEFT_BEHIND = ("__pycache__", ".pyc")
_MANY = 2000  # files from which a second process is worth its start


@dataclass(slots=True)
class Place:
    """The folders of one build: content, output (absolute), the house whose program runs, the cache."""

    content: Path
    output: Path
    house: Path
    cache: Path

    @property
    def ledger(self) -> Path:
        return self.cache / "releases" / _short(self.output) / "ledger"

    @property
    def records(self) -> Path:
        return self.cache / "records" / _short(self.content)

    @property
    def store(self) -> Path:
        return self.records / "store.sqlite"

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """One build at a time for one output and for one content folder. Yields when the place is free."""
        with _lock(self.ledger.parent / "lock"), _lock(self.records / "lock"):
            yield


@dataclass
class LastBuild:
    """The last build beside the disk as it is now. content, house: what lies there; intact: files of the release that lie as
    they were left; is_damaged: a ledger was there but could not be trusted."""

    place: Place
    before: BuildState
    content: Tree
    house: Tree
    intact: set[str]
    is_damaged: bool

    def is_current(self, order: tuple[str, ...], instant: float) -> bool:
        """Whether a build of `order` at `instant` (epoch seconds) would write what already stands, byte for byte."""
        return (
            bool(self.before.files.columns.addresses)
            and self.is_of(order)
            and self.is_as_before
            and len(self.intact) == len(self.before.files.columns.addresses)
            and self.before.covers(instant)
            and self.is_tidy
        )

    @property
    def is_as_before(self) -> bool:
        """Whether nothing that the release was made of has changed."""
        return self.content is self.before.content and self.house is self.before.house

    def is_of(self, order: tuple[str, ...]) -> bool:
        """Whether the release was made by this program and theme for the same order: else most of it will be made anew."""
        return self.before.order == order and self.house is self.before.house

    @cached_property
    def is_tidy(self) -> bool:
        """Whether no name in the folders of the release came or went by other hands."""
        try:
            return all(
                os.stat(f"{self.place.output}/{folder}").st_mtime_ns == modified
                for folder, modified in self.before.folders.items()
            )
        except OSError:
            return False

    @cached_property
    def digests(self) -> dict[str, str]:
        """The checksum of every file of the program and the theme; only those that changed are read."""
        known, digests = self.before.house_digests, {}
        for path, stat in self.house.files.items():
            if stat != snapshot.UNKNOWN and self.before.house.files.get(path) == stat and path in known:
                digests[path] = known[path]
            else:
                digests[path] = checksum((self.place.house / path).read_bytes())
        return digests

    def program(self, *folders: str) -> str:
        """A text that changes with the sources below `folders`, with the settings, with Python and with any library."""
        chosen = sorted(
            (path, digest) for path, digest in self.digests.items() if path.startswith(folders) or path in _SETTINGS
        )
        return digest((chosen, sys.version, libraries()))


def take(place: Place) -> LastBuild:
    """Look at the ledger and at the disk: at what was written beside this process, at what it was made from here."""
    before, is_damaged = _before(place)
    files = before.files.columns
    beside = HelperProcess(lambda: _amiss(place.output, files)) if len(files.addresses) >= _MANY else None
    stands = LastBuild(place, before, *_made_from(place, before), set(files.addresses), is_damaged)
    if stands.is_as_before:
        _ = stands.is_tidy  # found out now, while the other process looks at the files
    if beside is None:
        stands.intact -= _amiss(place.output, files)
        return stands
    try:
        stands.intact -= beside.result()
    finally:
        beside.leave()
    return stands


def look(place: Place) -> LastBuild:
    """The same for who makes no release: its files are not looked at, and none counts as intact."""
    before, is_damaged = _before(place)
    return LastBuild(place, before, *_made_from(place, before), set(), is_damaged)


def _before(place: Place) -> tuple[BuildState, bool]:
    """The ledger of the last build, and whether there was one that could not be trusted."""
    try:
        return build_state.read(place.ledger), False
    except kept_files.Unusable as error:
        return BuildState(), isinstance(error, kept_files.Damaged)


def _made_from(place: Place, before: BuildState) -> tuple[Tree, Tree]:
    """The content folder and the house as they lie now."""
    content = snapshot.look_again(os.fspath(place.content), before.content, is_passed_over)
    house = snapshot.look_again(os.fspath(place.house), before.house, is_left_behind)
    if not content.folders:
        content = snapshot.look(os.fspath(place.content), is_passed_over)
    if not house.folders:
        house = snapshot.look(os.fspath(place.house), is_left_behind, _PROGRAM, _SETTINGS)
    return content, house


def folders_of(output: Path, addresses: Iterable[str], known: Mapping[str, int]) -> dict[str, int]:
    """The modified times of all folders that hold files of a release: names that came or went by other hands change them.

    known: those that need not be looked at again.
    """
    return {
        folder: known[folder] if folder in known else os.stat(f"{output}/{folder}").st_mtime_ns
        for folder in sorted(folders_with(addresses))
    }


def libraries() -> tuple[str, ...]:
    """Name and version of every installed package, as its folder tells, without importing any; and of what Python itself brings
    that bytes depend on."""
    names = {f"zlib {zlib.ZLIB_RUNTIME_VERSION}"}
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            with contextlib.suppress(OSError):
                names.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return tuple(sorted(names))


def _amiss(output: Path, files: Columns) -> set[str]:
    """The files of a release that do not lie there as they were left."""
    amiss, lstat = set(), os.lstat
    for address, modified, size in zip(files.addresses, files.modified, files.sizes, strict=True):
        try:
            found = lstat(f"{output}/{address}")
        except OSError:
            amiss.add(address)
            continue
        if found.st_mtime_ns != modified or found.st_size != size:
            amiss.add(address)
    return amiss


def is_left_behind(name: str) -> bool:
    return name.startswith(".") or name.endswith(_LEFT_BEHIND)


def _short(path: Path) -> str:
    return checksum(os.fsencode(path), SHORT)


@contextlib.contextmanager
def _lock(path: Path) -> Iterator[None]:
    try:
        import fcntl  # noqa: PLC0415  not there on Windows, where two builds at once are people's own look-out
    except ImportError:
        yield
        return
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # where nothing can be kept it is people's own look-out too
            file = stack.enter_context(_lock_file(path))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _lock_file(path: Path) -> IO[bytes]:
    """The file, open; its time is that of its last use. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        kept_files.drop(path)
    file = path.open("ab")
    os.utime(path)
    return file
