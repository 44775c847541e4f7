"""The release folders: the one readers see, the next one being built beside it, and the atomic swap of the two.

The two folders share equal files (hard links), so that making the next release costs only what changes, and no file that
readers see is ever written to.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from .copies import OutputData, put
from .descriptors import BINARY
from .workers import HelperProcess

MANIFEST = "manifest.json"
_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_ASIDE = ".new"  # suffix of a file that is about to replace another
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
_OVERWRITE = os.O_WRONLY | BINARY


class Release:
    """The release in `output`, and the next one."""

    has_manifest = True

    def __init__(self, output: Path) -> None:
        self.output = output
        self.next = output.with_name(f"{output.name}.next")
        self._made: set[str] = set()  # folders of the next release that exist
        self._followed: dict[str, int] = {}
        self._is_followed = False
        self.beside: HelperProcess[dict[str, int]] | None = None  # prepares the next release
        self.folders: dict[str, int] = {}  # modified times (ns) of folders unchanged since `follow`

    def stranger(self) -> Path | None:
        """A folder that must not be replaced: it is not empty, and was not made by a build. None when all is ours."""
        return next((folder for folder in (self.output, self.next) if not _is_ours(folder)), None)

    def recover(self) -> None:
        """Restore a release that a killed build had set aside, where the system cannot swap folders atomically."""
        aside = self._aside()
        if not (aside / MANIFEST).is_file():
            return
        if self.output.exists():
            import shutil  # noqa: PLC0415

            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(self.output)

    def follow(self, kept: Mapping[str, int]) -> None:
        """Begin, in a helper process, to make the next release equal to `output` as far as its files are intact.

        kept: the intact files, by POSIX path, with their inodes.
        """
        self._followed, self._is_followed = dict(kept), True
        self.beside = HelperProcess(self._follow)

    def _follow(self) -> dict[str, int]:
        self._bring_up(self._followed, ())
        return {folder: os.stat(f"{self.next}/{folder}").st_mtime_ns for folder in folders_with(self._followed)}

    def prepare(self, kept: Mapping[str, int], coming: Collection[str]) -> None:
        """Make the next release contain the files of `output` that are `kept` (POSIX path -> inode) and nothing else.

        coming: files that will be written; files already at their paths may stay until then.
        """
        if self.beside is None or not self._is_followed:
            self._bring_up(kept, coming)
            return
        self.folders, self._is_followed = self.beside.result(), False
        gone, new = self._followed.keys() - kept.keys() - {*coming, MANIFEST}, kept.keys() - self._followed.keys()
        for path in gone:
            self._drop(path)
        for path in new:
            _link(self.output / path, self.next / path)
        self.settle([*gone, *new, MANIFEST])

    def settle(self, paths: Iterable[str]) -> None:
        """Note which files were added or removed."""
        for folder in folders_with(paths):
            self.folders.pop(folder, None)

    def leave(self) -> None:
        """End the helper process."""
        if self.beside is not None:
            self.beside.leave()
            self.beside = None

    def _bring_up(self, kept: Mapping[str, int], coming: Collection[str]) -> None:
        self.next.mkdir(parents=True, exist_ok=True)
        if not (self.next / MANIFEST).exists():
            (self.next / MANIFEST).touch()  # marks the folder as ours, even if the build ends here
        present = self._swept(kept, {*coming, MANIFEST})
        for path in kept:
            if path == MANIFEST:
                self.keep(path)  # so that there is a manifest at every moment
            elif path not in present:
                _link(self.output / path, self.next / path)

    def _drop(self, path: str) -> None:
        """Remove a file of the next release, and the folders this leaves empty."""
        (self.next / path).unlink(missing_ok=True)
        for folder in (self.next / path).parents:
            if folder == self.next:
                break
            try:
                folder.rmdir()
            except OSError:
                break

    def _swept(self, kept: Mapping[str, int], coming: Collection[str]) -> set[str]:
        """Remove what is neither kept nor coming; returns the kept files that are already there with the same inode."""
        present: set[str] = set()

        def sweep(folder: str, prefix: str) -> bool:
            """Whether anything is left in the folder."""
            left = False
            with os.scandir(folder) as entries:
                for entry in entries:
                    path = prefix + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        if sweep(entry.path, path + "/"):
                            left = True
                        else:
                            os.rmdir(entry.path)
                    elif kept.get(path) == entry.inode():
                        present.add(path)
                        left = True
                    elif path in coming:
                        left = True
                    else:
                        os.unlink(entry.path)
            return left

        sweep(os.fspath(self.next), "")
        return present

    def write(self, path: str, data: OutputData) -> os.stat_result:
        """Write a file into the next release, never over a shared file, which readers may see."""
        target = f"{self.next}/{path}"
        folder = os.path.dirname(target)
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)
            self._made.add(folder)
        try:
            return _written(target, data, _CREATE)
        except FileExistsError:
            if self._is_free(target):
                return _written(target, data, _OVERWRITE)
            aside = f"{target}{_ASIDE}"
            with suppress(FileNotFoundError):
                os.unlink(aside)
            found = _written(aside, data, _CREATE)
            os.replace(aside, target)
            return found

    @staticmethod
    def _is_free(target: str) -> bool:
        """Whether the existing file belongs to the next release alone, and may be overwritten: file systems are slow to allocate
        thousands of new files just after as many were deleted."""
        found = os.lstat(target)
        return S_ISREG(found.st_mode) and found.st_nlink == 1

    def keep(self, path: str) -> None:
        """Put the file of `output` into the next release as it is."""
        source, target, aside = self.output / path, self.next / path, self.next / f"{path}{_ASIDE}"
        if target.exists() and target.samefile(source):
            return
        aside.unlink(missing_ok=True)
        _link(source, aside)
        os.replace(aside, target)

    def appear(self) -> None:
        """Swap the next release with the old one, which stays beside it as the basis of the release after."""
        self.next.chmod(0o755)
        if not self.output.exists():
            self.next.rename(self.output)
        elif not _swapped(self.next, self.output):
            self.output.rename(self._aside())
            self.next.rename(self.output)
            self._aside().rename(self.next)

    def _aside(self) -> Path:
        """A name that people are unlikely to give a copy of their own."""
        return self.output.with_name(f"{self.output.name}.aside")


class InPlace(Release):
    """A folder that is changed in place, file by file: for a preview, which one person looks at while it changes."""

    has_manifest = False

    def __init__(self, output: Path) -> None:
        super().__init__(output)
        self.next = output
        self._present: set[str] | None = None

    def recover(self) -> None:
        self.output.mkdir(parents=True, exist_ok=True)
        (self.output / MANIFEST).write_text("{}\n", encoding="utf-8")

    def prepare(self, kept: Mapping[str, int], coming: Collection[str]) -> None:
        if self._present is None:
            self._swept(kept, {*coming, MANIFEST})
        else:
            for path in self._present - kept.keys() - set(coming):
                (self.output / path).unlink(missing_ok=True)
        self._present = {*kept, *coming}

    @staticmethod
    def _is_free(target: str) -> bool:
        """Never: the preview may be reading it."""
        return False

    def settle(self, paths: Iterable[str]) -> None:
        if self._present is not None:
            self._present.update(paths)

    def keep(self, path: str) -> None:
        """Nothing to do: the file is already in place."""

    def appear(self) -> None:
        """Nothing to do: every file appeared when it was written."""


def _written(target: str, data: OutputData, way: int) -> os.stat_result:
    """The status of the file written. Raises FileExistsError when `way` is _CREATE and the file exists."""
    file = os.open(target, way, 0o644)
    try:
        size = put(file, data)
        if way == _OVERWRITE:
            os.ftruncate(file, size)
        return os.fstat(file)
    finally:
        os.close(file)


def folders_with(paths: Iterable[str]) -> set[str]:
    """All folders above the files, "" included."""
    folders = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _is_ours(folder: Path) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / MANIFEST).is_file() or not any(folder.iterdir()))


def _link(source: Path, target: Path) -> None:
    try:
        _linked(os.link, source, target)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS):
            raise
        import shutil  # noqa: PLC0415

        _linked(shutil.copy2, source, target)  # for a file system without hard links


def _linked(way: Callable[..., object], source: Path, target: Path) -> None:
    try:
        way(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        way(source, target)


def _swapped(one: Path, other: Path) -> bool:
    """Swap two folders atomically; False where the system cannot."""
    known = {"linux": ("renameat2", -100), "darwin": ("renameatx_np", -2)}  # with the number for “the current folder”
    if sys.platform not in known:
        return False
    import ctypes  # noqa: PLC0415  only when a release appears

    name, here = known[sys.platform]
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return call is not None and call(here, os.fsencode(one), here, os.fsencode(other), _SWAP) == 0
