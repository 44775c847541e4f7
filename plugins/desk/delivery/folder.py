"""Delivery into a folder of this machine. The release is put together aside, named when whole, then switched to."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from plugins.newsroom.addresses import PERMANENT

from .release import CannotPublish, Changes, Release, fingerprints


class Folder:
    """One target folder; see the package for what it looks like."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.releases = path / "releases"
        self.current = path / "current"

    def compare(self, release: Release) -> Changes:
        """How `release` differs from what readers see now. Raises CannotPublish; touches nothing."""
        shown = self._shown()
        return Changes.between(fingerprints(shown) if shown else {}, release.files)

    def promised(self) -> str:
        """The addresses.json of the release that readers see, "" when there is none. Raises CannotPublish or OSError."""
        shown = self._shown()
        file = shown / PERMANENT if shown else None
        return file.read_text(encoding="utf-8") if file and file.is_file() else ""

    def deliver(self, release: Release, keep: int) -> None:
        """Show `release` to readers and keep the newest `keep` releases. Raises CannotPublish or OSError."""
        shown = self._shown()
        place = self.releases / release.id
        if not place.exists():
            partial = self.releases / f".{release.id}.partial"
            partial.mkdir(parents=True, exist_ok=True)
            _fill(partial, release, shown)
            partial.rename(place)
        else:
            _fill(place, release, shown)
        self._switch(place)
        self._clear_out(keep)

    def _shown(self) -> Path | None:
        if self.current.exists() and not self.current.is_symlink():
            raise CannotPublish(f"“{self.current}”不是发布程序建的链接。请把它移走，再发布。")
        return self.current.resolve() if self.current.is_dir() else None

    def _switch(self, place: Path) -> None:
        os.utime(place)  # the newest release is the one shown last
        link = self.path / ".current.new"
        link.unlink(missing_ok=True)
        link.symlink_to(Path("releases") / place.name, target_is_directory=True)
        link.replace(self.current)

    def _clear_out(self, keep: int) -> None:
        whole = [path for path in self.releases.iterdir() if not path.name.startswith(".")]
        whole.sort(key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
        for old in [*whole[keep:], *self.releases.glob(".*.partial")]:
            shutil.rmtree(old)


def _fill(place: Path, release: Release, shown: Path | None) -> None:
    """Make `place` hold exactly the release; each file appears whole. Files readers already have are shared."""
    there = fingerprints(place)
    had = fingerprints(shown) if shown and shown != place else {}
    for path, digest in release.files.items():
        if there.get(path) != digest:
            source = shown / path if shown and had.get(path) == digest else release.folder / path
            _put(source, place / path, is_shared=had.get(path) == digest)
    for path in there.keys() - release.files.keys():
        (place / path).unlink()


def _put(source: Path, place: Path, *, is_shared: bool) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    whole = place.with_name(f".{place.name}.new")
    whole.unlink(missing_ok=True)
    try:
        if not is_shared:
            raise OSError("not a file of the release before")
        os.link(source, whole)
    except OSError:
        shutil.copyfile(source, whole)
        whole.chmod(0o644)
    whole.replace(place)
