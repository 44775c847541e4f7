"""A finished build as something to deliver: its files, its id, and how it differs from another. Delivers nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ID_LENGTH = 16  # hex digits: enough that two releases of one site never share an id
SHOWN = 20  # names listed of each kind of change


class CannotPublish(Exception):
    """The release cannot be delivered; what readers see is as it was. The text is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Release:
    """folder: where it lies. files: SHA-256 by POSIX path below the folder. id: a hash of both names and content."""

    folder: Path
    files: Mapping[str, str]
    id: str

    @classmethod
    def of(cls, folder: Path) -> Release:
        files = fingerprints(folder)
        whole = hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in files.items()).encode())
        return cls(folder, files, whole.hexdigest()[:ID_LENGTH])


@dataclass(frozen=True, slots=True)
class Changes:
    """What a delivery does to the files readers see. Each a tuple of POSIX paths, sorted."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @classmethod
    def between(cls, old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
        return cls(
            tuple(sorted(new.keys() - old.keys())),
            tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
            tuple(sorted(old.keys() - new.keys())),
        )

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed)

    def __str__(self) -> str:
        if not self:
            return "没有变化"
        return f"新增 {len(self.new)} 个文件，更新 {len(self.changed)} 个，删除 {len(self.removed)} 个"

    def listing(self) -> str:
        """One line a file, the first of each kind only: for a dry run."""
        return "".join(
            _lines(sign, paths) for sign, paths in (("新增", self.new), ("更新", self.changed), ("删除", self.removed))
        )


def _lines(sign: str, paths: tuple[str, ...]) -> str:
    more = f"  {sign}  ……另有 {len(paths) - SHOWN} 个\n" if len(paths) > SHOWN else ""
    return "".join(f"  {sign}  {path}\n" for path in paths[:SHOWN]) + more


def fingerprints(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below `folder` by POSIX path, sorted by path."""
    paths = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths}
