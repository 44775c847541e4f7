"""Decides which files of former releases a new one carries along, so that pages already open in browsers still work.

Only files whose names change with their bytes are carried, from the last few releases, and only while everything they belong to
is public in the new one, as decided in `column/ownership`. In doubt a file is not carried. No file is copied here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from plugins.newsroom.column.ownership import Shown, may_stay

from .release import Release

_RELEASES = 3  # the new one, and the last two that contained the file


class Row(NamedTuple):
    """Files with the same owners. age: for how many releases they have been carried; files: SHA-256 by POSIX path."""

    age: int
    belongs_to: tuple[str, ...]
    files: Mapping[str, str]


class Load(NamedTuple):
    """The files a release carries in addition to its own."""

    rows: tuple[Row, ...] = ()

    @property
    def files(self) -> dict[str, str]:
        """SHA-256 by POSIX path."""
        return {path: digest for row in self.rows for path, digest in row.files.items()}

    def only(self, paths: Iterable[str]) -> Load:
        """The same, reduced to the files in `paths`."""
        left = frozenset(paths)
        rows = (row._replace(files={path: row.files[path] for path in row.files if path in left}) for row in self.rows)
        return Load(tuple(row for row in rows if row.files))

    def as_json(self) -> str:
        """JSON on one line."""
        return json.dumps(self.rows, ensure_ascii=False)


def read(text: str) -> Load:
    """Parse the output of `Load.as_json`; an empty load when that fails."""
    try:
        return Load(tuple(Row(int(age), tuple(belongs_to), dict(files)) for age, belongs_to, files in json.loads(text)))
    except (ValueError, TypeError):
        return Load()


def load_of(release: Release, manifest: str, carried: Load) -> Load:
    """What `release` should carry, given the manifest and the load of the release before it."""
    shown = shown_in(release.manifest)
    rows = (*_lasting(manifest), *(row._replace(age=row.age + 1) for row in carried.rows))
    chosen = [row for row in rows if row.age < _RELEASES and shown is not None and may_stay(row.belongs_to, shown)]
    return Load(tuple(_without_doubles(chosen, release.files)))


def shown_in(manifest: str) -> Shown | None:
    """What is public in a release, from its manifest; None when unknown."""
    try:
        return {
            str(address): left if left is None else tuple(left)
            for address, left in json.loads(manifest)["shown"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _lasting(manifest: str) -> tuple[Row, ...]:
    try:
        content = json.loads(manifest)
        digests = content["files"]
        return tuple(
            Row(1, tuple(belongs_to), {path: digests[path] for path in paths})
            for belongs_to, paths in content["lasting"]
        )
    except (ValueError, TypeError, KeyError):
        return ()


def _without_doubles(rows: Iterable[Row], own: Mapping[str, str]) -> Iterator[Row]:
    """Each file once, and none whose path the release uses for a file or folder of its own."""
    taken = {*own, *(str(folder) for path in own for folder in PurePosixPath(path).parents)}
    for row in rows:
        files = {path: digest for path, digest in row.files.items() if path not in taken and _is_fit(path, own)}
        taken.update(files)
        if files:
            yield row._replace(files=files)


def _is_fit(path: str, own: Mapping[str, str]) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts and not any(str(folder) in own for folder in pure.parents)
