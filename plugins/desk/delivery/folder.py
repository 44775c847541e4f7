"""Delivery to a folder on this machine: the release is assembled under a partial name, verified, renamed, then switched to."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins.engine.build.release import MANIFEST
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.addresses import PERMANENT

from . import carrying, files, names
from .carrying import Load
from .lock import DONE, OWNER, Found, superseded
from .release import Changes, Release, compare, fingerprints

_NO_LINKS_HERE = 1314  # Windows: ERROR_PRIVILEGE_NOT_HELD


class Folder:
    """One target folder; its layout is described in the package."""

    pause = 0.2

    def __init__(self, path: Path) -> None:
        self.path = path
        self.releases = path / "releases"
        self.current = path / "current"
        self._made: list[Path] = []  # folders created by this process, innermost first

    def compare(self, release: Release) -> Changes:
        """How `release` differs from what readers see now. Raises Refusal; touches nothing."""
        shown = self._shown()
        return _changes(fingerprints(shown), self._load(shown), release) if shown else _changes({}, Load(), release)

    def promised(self) -> str:
        """The addresses.json of the release that readers see, "" when there is none. Raises Refusal or OSError."""
        shown = self._shown()
        file = shown / PERMANENT if shown else None
        return file.read_text(encoding="utf-8") if file and file.is_file() else ""

    def deliver(self, release: Release, keep: int, number: int) -> Changes:
        """Show `release` to readers and keep `keep` releases; returns what it changes for them.

        number: of the lock that is held. Raises Refusal.
        """
        with self._as_refusals():
            shown = self._shown()
            had, carried = (fingerprints(shown), self._load(shown)) if shown else ({}, Load())
            changes = _changes(had, carried, release)
            is_same = shown is not None and names.has_number(shown.name) and names.identity_of(shown.name) == release.id
            if is_same and had == {**carried.files, **release.files}:
                return changes
            if shown and not is_same:
                carried = carrying.load_of(release, files.text_of(shown / MANIFEST), carried)
            carried = carried.only(path for path, digest in carried.files.items() if had.get(path) == digest)
            place = self.releases / names.release(number, release.id)
            self._put_together(place, release, carried, shown, had)
            self._switch(place, number)
        with suppress(OSError):
            self._clear_out(place.name, shown.name if shown else "", keep)
        return changes

    # -- The lock, see `lock` -------------------------------------------------------------------------------------

    def look(self) -> Found:
        with self._as_refusals(), suppress(FileNotFoundError):
            number = names.newest_lock(os.listdir(self.releases))
            sign, text = _owner_file(self.releases / names.lock(number))
            there = frozenset(os.listdir(self.releases))
            return Found(there, sign, text) if names.newest_lock(there) == number else Found(there)
        return Found()

    def sweep(self, leftovers: list[str]) -> None:
        for name in leftovers:
            files.delete(self.releases / name)

    def take(self, number: int, text: str) -> bool:
        with self._as_refusals():
            self._make_place()
            lock, aside = self._lock(number), self.releases / names.aside(number)
            try:
                files.make_folder(aside)
                files.write(aside / f"{OWNER}0", text)
                aside.rename(lock)
            except OSError as error:
                files.delete(aside)
                if lock.exists() or isinstance(
                    error, FileNotFoundError
                ):  # somebody else was faster, or has just cleaned up
                    return False
                raise
            if names.newest_lock(os.listdir(self.releases)) == number:
                return True
            files.delete(lock)
            return False

    def renew(self, number: int, beat: int) -> None:
        for file in self._lock(number).glob(f"{OWNER}*"):
            file.rename(file.with_name(f"{OWNER}{beat + 1}"))

    def free(self, number: int) -> None:
        there = os.listdir(self.releases)
        older = names.locks_before(there, number)
        if any(name.startswith(f"{names.padded(number)}-") for name in there):
            self._end(self._lock(number))
            self.sweep(older)
            return
        for name in older[-1:]:
            self._end(self.releases / name)
        aside = self.releases / names.aside(number)
        self._lock(number).rename(aside)
        files.delete(aside)
        with suppress(OSError):
            for folder in self._made:
                folder.rmdir()

    def _end(self, lock: Path) -> None:
        done = lock / DONE
        if not done.exists():
            done.touch()
            for file in lock.glob(f"{OWNER}*"):
                file.replace(done)

    def _lock(self, number: int) -> Path:
        return self.releases / names.lock(number)

    def _make_place(self) -> None:
        missing = [folder for folder in (self.releases, self.path, *self.path.parents) if not folder.exists()]
        for folder in reversed(missing):
            with suppress(FileExistsError):
                files.make_folder(folder)
        self._made = missing or self._made

    # -- The release ----------------------------------------------------------------------------------------------

    def _shown(self) -> Path | None:
        if self.current.exists() and not self.current.is_symlink():
            raise Refusal.of("TK61", link=self.current)
        return self.current.resolve() if self.current.is_dir() else None

    def _load(self, shown: Path) -> Load:
        return carrying.read(files.text_of(self.releases / names.carried(shown.name)))

    def _put_together(
        self, place: Path, release: Release, carried: Load, shown: Path | None, had: Mapping[str, str]
    ) -> None:
        """Assemble and verify the release, then rename it to `place`. Files of the current release are hard-linked."""
        partial, listed = self.releases / names.partial(place.name), self.releases / names.carried(place.name)
        wanted = {**carried.files, **release.files}
        former = shown or release.folder  # without a current release nothing is carried
        try:
            files.make_folder(partial)
            made = {partial}
            for path, digest in wanted.items():
                files.make_way(partial / path, made)
                is_shared = had.get(path) == digest
                if not (is_shared and files.share(former / path, partial / path)):
                    files.copy((release.folder if path in release.files else former) / path, partial / path)
            compare(wanted, fingerprints(partial))
            files.write(listed, carried.as_json())
            self._check_owner(place)
            partial.rename(place)
        except BaseException:
            files.delete(partial)
            files.delete(listed)
            self._check_owner(place)
            raise

    def _check_owner(self, place: Path) -> None:
        """Raises Refusal when somebody else has taken over the lock."""
        if not place.name.startswith(names.padded(self.look().number)):
            raise superseded()

    def _switch(self, place: Path, number: int) -> None:
        link = self.path / names.link(number)
        try:
            link.symlink_to(Path("releases") / place.name, target_is_directory=True)
        except OSError as error:
            if getattr(error, "winerror", 0) != _NO_LINKS_HERE:
                raise
            raise Refusal.of("TK68") from error
        try:
            link.replace(self.current)
        except OSError as error:
            if not getattr(error, "winerror", 0):
                raise
            self.current.unlink()  # Windows cannot replace a link to a folder atomically: for a moment there is none
            link.rename(self.current)

    def _clear_out(self, shown: str, former: str, keep: int) -> None:
        for link in self.path.iterdir():
            if names.is_link(link.name) and link.is_symlink():
                link.unlink()
        there = os.listdir(self.releases)
        for old in names.too_old(there, shown, former, keep):
            place = self.releases / old
            is_ours = not place.is_symlink() and (names.has_number(old) or (place / MANIFEST).is_file())
            if is_ours and place.is_dir() and not self.current.samefile(place):
                going = self.releases / names.partial(old)
                place.rename(going)  # a partly deleted release never has the name of a complete one
                files.delete(going)
                files.delete(self.releases / names.carried(old))

    @contextmanager
    def _as_refusals(self) -> Iterator[None]:
        """Convert OSErrors to Refusals."""
        try:
            yield
        except OSError as error:
            raise _refusal(error, self.path) from error


def _refusal(error: OSError, path: Path) -> Refusal:
    where = error.filename or path
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refusal.of("TK64", path=path)
    if error.errno == errno.EROFS:
        return Refusal.of("TK65", path=path)
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refusal.of("TK66", path=where)
    return Refusal.of("TK67", path=path, detail=f"{error.strerror or error}（{where}）")


def _owner_file(lock: Path) -> tuple[str, str]:
    """Name and content of the owner's file, which may be renamed meanwhile."""
    for _ in range(10):
        with suppress(OSError):
            file = min(
                (file for file in lock.iterdir() if file.name == DONE or file.name.startswith(OWNER)), default=None
            )
            return (file.name, file.read_text(encoding="utf-8", errors="replace")) if file else ("", "")
    return "", ""


def _changes(had: Mapping[str, str], carried: Load, release: Release) -> Changes:
    """had: the files of the current release, carried ones included."""
    extra = carried.files
    return Changes.between({path: digest for path, digest in had.items() if path not in extra}, release.files)
