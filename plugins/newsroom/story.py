"""Reads stories from disk: which files there are, and one file into one Story. The only module that opens an editor's text."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from .article import Story
from .assembly import assemble
from .body import to_document
from .head import read as read_head
from .messages import problem
from .photo import PhotoUse
from .problems import Place, Problem
from .registry import Registries
from .source import decode

PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp"}
)
_PAGES, _DATA = "pages", "data"


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the content folder, as sorted POSIX paths below it: stories, standing pages, photos, everything else."""

    stories: tuple[str, ...]
    pages: tuple[str, ...]
    photos: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file read: the story, or None when its findings forbid one; its photos are known in either case."""

    source: str
    is_page: bool
    story: Story | None
    problems: tuple[Problem, ...]
    photos: tuple[PhotoUse, ...] = ()


def find(content: Path) -> Found:
    """Every file an editor may have meant. Hidden files, lock files of word processors and data/*.yaml are passed over."""
    kinds: dict[str, list[str]] = {"stories": [], "pages": [], "photos": [], "others": []}
    for path in sorted(_files(content)):
        top = path.split("/", 1)[0]
        suffix = posixpath.splitext(path)[1].lower()
        if top == _DATA and "/" in path and suffix in (".yaml", ".yml"):
            continue
        if suffix == ".md":
            kinds["pages" if top == _PAGES and "/" in path else "stories"].append(path)
        else:
            kinds["photos" if suffix in PHOTO_SUFFIXES else "others"].append(path)
    return Found(**{kind: tuple(paths) for kind, paths in kinds.items()})


def _files(content: Path) -> Iterator[str]:
    root = os.fspath(content)
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not _is_passed_over(name)]
        below = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if below == "." else below + "/"
        yield from (prefix + name for name in names if not _is_passed_over(name))


def _is_passed_over(name: str) -> bool:
    """Files nobody wrote on purpose: hidden, lock files (~$初稿.docx, .~lock), editors' leftovers, system thumbnails."""
    return (
        name.startswith((".", "~$", "~"))
        or name.endswith(("~", ".swp", ".tmp", ".bak"))
        or name in ("Thumbs.db", "desktop.ini", "__MACOSX")
    )


def load(content: Path, source: str, is_page: bool, registries: Registries) -> Loaded:
    """Read the file `source` (POSIX path below `content`). A function of its bytes, its path and the registries alone."""
    shown = f"{content.name}/{source}"
    path = content / source
    if _may_lead_out(content, source) and not path.resolve().is_relative_to(content.resolve()):
        return Loaded(source, is_page, None, (problem("FI14", Place(shown)),))
    try:
        data = path.read_bytes()
    except OSError as error:
        return Loaded(source, is_page, None, (problem("FI10", Place(shown), detail=error.strerror or ""),))
    return parse(data, shown, source, is_page, registries)


def _may_lead_out(content: Path, source: str) -> bool:
    """Whether `source` goes over a symbolic link or upwards: without, it lies where it seems to (but for Windows' junctions)."""
    names = source.split("/")
    steps = accumulate(names, os.path.join, initial=os.fspath(content))
    return os.name != "posix" or ".." in names or any(map(os.path.islink, steps))


def parse(data: bytes, shown: str, source: str, is_page: bool, registries: Registries) -> Loaded:
    """The bytes of one file as a story. shown: the path as findings name it."""
    text, problems = decode(data, shown)
    if any(finding.is_error for finding in problems):
        return Loaded(source, is_page, None, problems)
    head, body, findings = read_head(text)
    problems += findings
    if head is None:
        return Loaded(source, is_page, None, problems)

    def place_at(line: int, column: int, length: int = 1) -> Place:
        return text.place_at(body.first_line + line - 1, column, length)

    document, findings = to_document(body.text, place_at, posixpath.dirname(source))
    problems += findings
    story, photos, findings = assemble(source, is_page, head, document, registries)
    problems += findings
    if any(finding.is_error for finding in problems):
        story = None
    return Loaded(source, is_page, story, problems, photos)
