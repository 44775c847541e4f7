"""Which files of the content folder are what: stories, standing pages, photos, anything else. Opens none of them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp"}
)
_PAGES, _DATA = "pages/", "data/"
_STORY = (".md", ".MD", ".Md", ".mD")


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the content folder, as sorted POSIX paths below it: stories, standing pages, photos, everything else."""

    stories: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def find(content: Path) -> Found:
    """Every file an editor may have meant. Hidden files, lock files of word processors and data/*.yaml are passed over."""
    return sort_out(_files(content))


def sort_out(paths: Iterable[str]) -> Found:
    """`paths` (POSIX, below the content folder, nothing that `is_passed_over`) by what they are."""
    kinds: dict[str, list[str]] = {"stories": [], "pages": [], "photos": [], "others": []}
    for path in sorted(paths):
        if path.endswith(_STORY):
            kinds["pages" if path.startswith(_PAGES) else "stories"].append(path)
            continue
        suffix = posixpath.splitext(path)[1].lower()
        if path.startswith(_DATA) and suffix in (".yaml", ".yml"):
            continue
        kinds["photos" if suffix in PHOTO_SUFFIXES else "others"].append(path)
    return Found(**{kind: tuple(paths) for kind, paths in kinds.items()})


def _files(content: Path) -> Iterator[str]:
    root = os.fspath(content)
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not is_passed_over(name)]
        below = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if below == "." else below + "/"
        yield from (prefix + name for name in names if not is_passed_over(name))


def is_passed_over(name: str) -> bool:
    """Files nobody wrote on purpose: hidden, lock files (~$初稿.docx, .~lock), editors' leftovers, system thumbnails."""
    return (
        name.startswith((".", "~$", "~"))
        or name.endswith(("~", ".swp", ".tmp", ".bak"))
        or name in ("Thumbs.db", "desktop.ini", "__MACOSX")
    )
