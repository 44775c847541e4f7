"""A finished build as a value to deliver: its files, its id, and how it differs from another. Delivers nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.engine.build.release import MANIFEST
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text import fingerprint

ID_LENGTH = 16  # hex digits: enough that two releases of one site never share an id
SHOWN = 20  # names listed of each kind of change


@dataclass(frozen=True, slots=True)
class Release:
    """folder: its location; files: SHA-256 by POSIX path below the folder; id: a hash of names and contents; manifest: its
    manifest.json, "" without one."""

    folder: Path
    files: Mapping[str, str]
    id: str
    manifest: str = ""

    @classmethod
    def of(cls, folder: Path) -> Release:
        """Read a release. Raises Refusal when the files do not match its manifest, or OSError."""
        files = fingerprints(folder)
        listed = "".join(f"{digest}  {path}\n" for path, digest in files.items())
        manifest = (folder / MANIFEST).read_text(encoding="utf-8") if MANIFEST in files else ""
        if manifest:
            made = {path: digest for path, digest in files.items() if path != MANIFEST}
            compare(json.loads(manifest)["files"], made, "TK60")
        return cls(folder, files, fingerprint.checksum(listed.encode(), ID_LENGTH), manifest)

    @property
    def lengths(self) -> dict[str, int]:
        """Bytes of every file."""
        return {path: (self.folder / path).stat().st_size for path in self.files}


def compare(listed: Mapping[str, object], there: Mapping[str, object], code: str = "TK59") -> None:
    """Raises Refusal when `there` differs from `listed`, naming the first file that is missing, different or extra."""
    if listed == there:
        return
    wrong = min(path for path in listed.keys() | there.keys() if listed.get(path) != there.get(path))
    fault = "少了 " if wrong not in there else "多了 " if wrong not in listed else "内容不对："
    raise Refusal.of(code, fault=f"{fault}{wrong}")


@dataclass(frozen=True, slots=True)
class Changes:
    """How a delivery changes the files readers see: sorted tuples of POSIX paths."""

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
        """One line per file, at most 20 of each kind: for a dry run."""
        return "".join(
            _lines(sign, paths) for sign, paths in (("新增", self.new), ("更新", self.changed), ("删除", self.removed))
        )


def _lines(sign: str, paths: tuple[str, ...]) -> str:
    more = f"  {sign}  ……另有 {len(paths) - SHOWN} 个\n" if len(paths) > SHOWN else ""
    return "".join(f"  {sign}  {path}\n" for path in paths[:SHOWN]) + more


def fingerprints(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below `folder` by POSIX path, sorted by path."""
    paths = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return {name: fingerprint.of_file(path) for name, path in paths}
