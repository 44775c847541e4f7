"""What was delivered: the texts on a command line and the photos that lie beside them, sorted. Opens no file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.column.content_files import PHOTO_SUFFIXES, is_passed_over

IN_THE_CLOUD = ".icloud"  # macOS replaces a file that is not on this computer by one of this ending
_PAGES = (".html", ".htm")
_COMPANIONS = ("_files", ".files", "_file")  # folders in which programs put the pictures of a saved page


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was delivered together: the texts of one folder, and the photos beside them that belong to no saved page."""

    texts: tuple[Path, ...]
    photos: tuple[Path, ...]


def sorted_out(paths: Sequence[Path]) -> tuple[tuple[Parcel, ...], tuple[Path, ...]]:
    """The parcels in the order of the paths, folders with all that is in them, and the paths where nothing is."""
    missing = tuple(path for path in paths if not path.exists())
    files = dict.fromkeys(Path(os.path.abspath(file)) for path in paths if path.exists() for file in _files(path))
    by_folder: dict[Path, list[Path]] = {}
    for file in files:
        by_folder.setdefault(file.parent, []).append(file)
    return tuple(map(_parcel, by_folder.values())), missing


def _files(path: Path) -> Iterator[Path]:
    """The file, or the files below a folder in order: of each folder first its own."""
    if not path.is_dir():
        yield path
        return
    entries = sorted(entry for entry in path.iterdir() if _is_meant(entry.name))
    pages = {entry.stem for entry in entries if entry.suffix.lower() in _PAGES}
    yield from (entry for entry in entries if not entry.is_dir())
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink() and not _is_companion(entry.name, pages):
            yield from _files(entry)


def _is_meant(name: str) -> bool:
    """Whether a file was put there on purpose, also one that is still in the cloud."""
    return name.endswith(IN_THE_CLOUD) or not is_passed_over(name)


def _is_companion(name: str, pages: Iterable[str]) -> bool:
    return any(name == f"{page}{ending}" for page in pages for ending in _COMPANIONS)


def _parcel(files: list[Path]) -> Parcel:
    photos = tuple(file for file in files if is_photo(file))
    return Parcel(tuple(file for file in files if file not in photos), photos)


def is_photo(file: Path) -> bool:
    return file.suffix.lower() in PHOTO_SUFFIXES
