"""Decides whether anything has changed since the last build, by file stats alone and before Pelican is imported."""

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
_BYTECODE = ("__pycache__", ".pyc")
_MANY = 2000  # files from which starting a second process pays off


@dataclass(slots=True)
class BuildFolders:
    """The folders of one build: content, output (absolute), house (the project whose program runs), cache."""

    content: Path
    output: Path
    house: Path
    cache: Path

    @property
    def state(self) -> Path:
        return self.cache / "releases" / _short(self.output) / "ledger"

    @property
    def records(self) -> Path:
        return self.cache / "records" / _short(self.content)

    @property
    def store(self) -> Path:
        return self.records / "store.sqlite"

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Wait for and hold the locks: one build at a time for one output and for one content folder."""
        with _lock(self.state.parent / "lock"), _lock(self.records / "lock"):
            yield


@dataclass
class LastBuild:
    """The last build compared with the disk now. content, house: the folders as they are; intact: files of the release that
    are as they were left; is_damaged: there was a build state, but it was damaged."""

    folders: BuildFolders
    before: BuildState
    content: Tree
    house: Tree
    intact: set[str]
    is_damaged: bool

    def is_current(self, order: tuple[str, ...], instant: float) -> bool:
        """Whether a build of identity `order` at `instant` (epoch seconds) would write exactly the existing files."""
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
        """Whether none of the inputs of the release has changed."""
        return self.content is self.before.content and self.house is self.before.house

    def is_of(self, order: tuple[str, ...]) -> bool:
        """Whether the release was made by this program and theme for the same identity: else most of it will be made anew."""
        return self.before.identity == order and self.house is self.before.house

    @cached_property
    def is_tidy(self) -> bool:
        """Whether nobody else added or removed files in the folders of the release."""
        try:
            return all(
                os.stat(f"{self.folders.output}/{folder}").st_mtime_ns == modified
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
                digests[path] = checksum((self.folders.house / path).read_bytes())
        return digests

    def program(self, *folders: str) -> str:
        """A fingerprint of the sources below `folders`, the settings, Python and all libraries."""
        chosen = sorted(
            (path, digest) for path, digest in self.digests.items() if path.startswith(folders) or path in _SETTINGS
        )
        return digest((chosen, sys.version, libraries()))


def take(folders: BuildFolders) -> LastBuild:
    """Compare the build state with the disk: the output files in a helper process, the inputs in this one."""
    before, is_damaged = _state_before(folders)
    files = before.files.columns
    helper = HelperProcess(lambda: _changed_files(folders.output, files)) if len(files.addresses) >= _MANY else None
    last = LastBuild(folders, before, *_inputs_now(folders, before), set(files.addresses), is_damaged)
    if last.is_as_before:
        _ = last.is_tidy  # computed now, while the helper process checks the files
    if helper is None:
        last.intact -= _changed_files(folders.output, files)
        return last
    try:
        last.intact -= helper.result()
    finally:
        helper.leave()
    return last


def look(folders: BuildFolders) -> LastBuild:
    """The same for callers that make no release: its files are not checked, and none counts as intact."""
    before, is_damaged = _state_before(folders)
    return LastBuild(folders, before, *_inputs_now(folders, before), set(), is_damaged)


def _state_before(folders: BuildFolders) -> tuple[BuildState, bool]:
    """The state that the last build left, and whether it was damaged."""
    try:
        return build_state.read(folders.state), False
    except kept_files.Unusable as error:
        return BuildState(), isinstance(error, kept_files.Damaged)


def _inputs_now(folders: BuildFolders, before: BuildState) -> tuple[Tree, Tree]:
    """The content folder and the house as they are now."""
    content = snapshot.look_again(os.fspath(folders.content), before.content, is_passed_over)
    house = snapshot.look_again(os.fspath(folders.house), before.house, is_left_behind)
    if not content.folders:
        content = snapshot.look(os.fspath(folders.content), is_passed_over)
    if not house.folders:
        house = snapshot.look(os.fspath(folders.house), is_left_behind, _PROGRAM, _SETTINGS)
    return content, house


def folders_of(output: Path, addresses: Iterable[str], known: Mapping[str, int]) -> dict[str, int]:
    """The modified times of all folders that contain files of a release: they change when somebody else adds or removes files.

    known: times that need not be read again.
    """
    return {
        folder: known[folder] if folder in known else os.stat(f"{output}/{folder}").st_mtime_ns
        for folder in sorted(folders_with(addresses))
    }


def libraries() -> tuple[str, ...]:
    """Name and version of every installed package, read from folder names without importing any, and of zlib, which comes with
    Python and on which bytes depend."""
    names = {f"zlib {zlib.ZLIB_RUNTIME_VERSION}"}
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            with contextlib.suppress(OSError):
                names.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return tuple(sorted(names))


def _changed_files(output: Path, files: Columns) -> set[str]:
    """The files of a release that are missing or have changed since they were written."""
    changed, lstat = set(), os.lstat
    for address, modified, size in zip(files.addresses, files.modified, files.sizes, strict=True):
        try:
            found = lstat(f"{output}/{address}")
        except OSError:
            changed.add(address)
            continue
        if found.st_mtime_ns != modified or found.st_size != size:
            changed.add(address)
    return changed


def is_left_behind(name: str) -> bool:
    return name.startswith(".") or name.endswith(_BYTECODE)


def _short(path: Path) -> str:
    return checksum(os.fsencode(path), SHORT)


@contextlib.contextmanager
def _lock(path: Path) -> Iterator[None]:
    try:
        import fcntl  # noqa: PLC0415  missing on Windows, where two builds at once are not prevented
    except ImportError:
        yield
        return
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # nor where the lock cannot be written
            file = stack.enter_context(_lock_file(path))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _lock_file(path: Path) -> IO[bytes]:
    """The lock file, open; its modified time is set to now, as the time of last use. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        kept_files.drop(path)
    file = path.open("ab")
    os.utime(path)
    return file
