"""Delivery into a folder of this machine. The release is put together aside, compared with its list, named, then switched to."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins.engine.build.release import MANIFEST
from plugins.newsroom.text.addresses import PERMANENT

from . import carrying, files, names
from .carrying import Load
from .lock import DONE, OWNER, Found, superseded
from .release import CannotPublish, Changes, Release, compare, fingerprints

_NO_LINKS_HERE = 1314  # Windows: ERROR_PRIVILEGE_NOT_HELD


class Folder:
    """One target folder; see the package for what it looks like."""

    pause = 0.2

    def __init__(self, path: Path) -> None:
        self.path = path
        self.releases = path / "releases"
        self.current = path / "current"
        self._made: list[Path] = []  # folders that were not there before, the innermost first

    def compare(self, release: Release) -> Changes:
        """How `release` differs from what readers see now. Raises CannotPublish; touches nothing."""
        shown = self._shown()
        return _changes(fingerprints(shown), self._load(shown), release) if shown else _changes({}, Load(), release)

    def promised(self) -> str:
        """The addresses.json of the release that readers see, "" when there is none. Raises CannotPublish or OSError."""
        shown = self._shown()
        file = shown / PERMANENT if shown else None
        return file.read_text(encoding="utf-8") if file and file.is_file() else ""

    def deliver(self, release: Release, keep: int, number: int) -> Changes:
        """Show `release` to readers and keep `keep` releases; returns what it changes for them.

        number: of the lock that is held. Raises CannotPublish.
        """
        with self._in_words():
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
        with self._in_words(), suppress(FileNotFoundError):
            number = names.newest_lock(os.listdir(self.releases))
            sign, text = _sign(self.releases / names.lock(number))
            there = frozenset(os.listdir(self.releases))
            return Found(there, sign, text) if names.newest_lock(there) == number else Found(there)
        return Found()

    def sweep(self, leftovers: list[str]) -> None:
        for name in leftovers:
            files.delete(self.releases / name)

    def take(self, number: int, text: str) -> bool:
        with self._in_words():
            self._make_place()
            lock, aside = self._lock(number), self.releases / names.aside(number)
            try:
                files.make_folder(aside)
                files.write(aside / f"{OWNER}0", text)
                aside.rename(lock)
            except OSError as error:
                files.delete(aside)
                if lock.exists() or isinstance(error, FileNotFoundError):  # somebody was faster, or has just cleared up
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
            raise CannotPublish(f"“{self.current}”不是发布程序建的链接。请把它移走，再发布。")
        return self.current.resolve() if self.current.is_dir() else None

    def _load(self, shown: Path) -> Load:
        return carrying.read(files.text_of(self.releases / names.carried(shown.name)))

    def _put_together(
        self, place: Path, release: Release, carried: Load, shown: Path | None, had: Mapping[str, str]
    ) -> None:
        """Make `place` appear whole. Of what readers have already, the files are shared."""
        partial, listed = self.releases / names.partial(place.name), self.releases / names.carried(place.name)
        wanted = {**carried.files, **release.files}
        try:
            files.make_folder(partial)
            made = {partial}
            for path, digest in wanted.items():
                files.make_way(partial / path, made)
                is_shared = shown and had.get(path) == digest and files.share(shown / path, partial / path)
                if not is_shared:
                    source = shown if shown and path not in release.files else release.folder
                    files.copy(source / path, partial / path)
            compare(wanted, fingerprints(partial))
            files.write(listed, carried.as_json())
            self._stay_owner(place)
            partial.rename(place)
        except BaseException:
            files.delete(partial)
            files.delete(listed)
            self._stay_owner(place)
            raise

    def _stay_owner(self, place: Path) -> None:
        """Raises CannotPublish when somebody else has taken over."""
        if not place.name.startswith(names.padded(self.look().number)):
            raise superseded()

    def _switch(self, place: Path, number: int) -> None:
        link = self.path / names.link(number)
        try:
            link.symlink_to(Path("releases") / place.name, target_is_directory=True)
        except OSError as error:
            if getattr(error, "winerror", 0) != _NO_LINKS_HERE:
                raise
            raise CannotPublish("这台 Windows 不许建链接。请在系统设置里打开“开发人员模式”，再发布。") from error
        try:
            link.replace(self.current)
        except OSError as error:
            if not getattr(error, "winerror", 0):
                raise
            self.current.unlink()  # Windows puts no link to a folder in another's place: for a moment there is none
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
                place.rename(going)  # half a release never bears the name of a whole one
                files.delete(going)
                files.delete(self.releases / names.carried(old))

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """What the system refuses becomes one sentence."""
        try:
            yield
        except OSError as error:
            raise CannotPublish(_sentence(error, self.path)) from error


def _sentence(error: OSError, path: Path) -> str:
    where = error.filename or path
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"“{path}”所在的磁盘满了，没有发布，读者看到的还是原来的。请腾出空间，再发布一次。"
    if error.errno == errno.EROFS:
        return f"“{path}”所在的磁盘只能读，没有发布。请换一个能写的位置，或请管服务器的人打开写权限。"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"没有权限写“{where}”，没有发布。请检查这个文件夹属于谁。"
    return f"没有发布到“{path}”，系统报告：{error.strerror or error}（{where}）。"


def _sign(lock: Path) -> tuple[str, str]:
    """Name and content of the owner's file. It may change its name while one looks."""
    for _ in range(10):
        with suppress(OSError):
            file = min(
                (file for file in lock.iterdir() if file.name == DONE or file.name.startswith(OWNER)), default=None
            )
            return (file.name, file.read_text(encoding="utf-8", errors="replace")) if file else ("", "")
    return "", ""


def _changes(had: Mapping[str, str], carried: Load, release: Release) -> Changes:
    """had: the files that readers see, among them what is carried."""
    beside = carried.files
    return Changes.between({path: digest for path, digest in had.items() if path not in beside}, release.files)
