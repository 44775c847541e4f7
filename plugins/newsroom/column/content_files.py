"""Lists the files of the content folder by kind: stories, standing pages, photos, and everything else. Opens none of them.

Everything else includes what is not a file: a link to a folder, a folder named like a story, an unreadable folder.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp"}
)
_PAGES, _DATA = "pages/", "data/"
_STORY = (".md", ".MD", ".Md", ".mD")


@dataclass(frozen=True, slots=True)
class Found:
    """The files of the content folder, as sorted POSIX paths below it: stories, standing pages, photos, everything else."""

    stories: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def find(content: Path) -> Found:
    """Every file an editor may have put there on purpose; not hidden files, lock files of word processors and data/*.yaml."""
    return sort_out(*_entries(content))


def sort_out(paths: Collection[str], folders: Iterable[str] = ()) -> Found:
    """`paths` and `folders` (POSIX, below the content folder, without those that `is_passed_over`) sorted by kind."""
    kinds: dict[str, list[str]] = {"stories": [], "pages": [], "photos": [], "others": []}
    kinds["others"] += (name for name in folders if is_story(name) and f"{name}/index.md" not in paths)
    for path in sorted(paths):
        if is_story(path):
            kinds["pages" if path.startswith(_PAGES) else "stories"].append(path)
            continue
        suffix = posixpath.splitext(path)[1].lower()
        if path.startswith(_DATA) and suffix in (".yaml", ".yml"):
            continue
        kinds["photos" if suffix in PHOTO_SUFFIXES else "others"].append(path)
    return Found(**{kind: tuple(sorted(paths)) for kind, paths in kinds.items()})


def _entries(content: Path) -> tuple[set[str], list[str]]:
    """The files and the folders; links to folders and unreadable folders count as files, as in `engine.build.snapshot`."""
    files, folders, waiting = set[str](), [], [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(content / folder) as listed:
                entries = [entry for entry in listed if not is_passed_over(entry.name)]
        except OSError:
            files.add(folder)
            continue
        folders.append(folder)
        prefix = f"{folder}/" if folder else ""
        inside = {prefix + entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
        waiting += inside
        files |= {prefix + entry.name for entry in entries} - inside
    return files, folders


def is_story(path: str) -> bool:
    """Whether a path is named like a story or a standing page."""
    return path.endswith(_STORY)


def is_passed_over(name: str) -> bool:
    """Whether a name is one of a file nobody wrote on purpose: hidden, lock file (~$初稿.docx, .~lock), backup, thumbnail."""
    return (
        name.startswith((".", "~$", "~"))
        or name.endswith(("~", ".swp", ".tmp", ".bak"))
        or name in ("Thumbs.db", "desktop.ini", "__MACOSX")
    )
