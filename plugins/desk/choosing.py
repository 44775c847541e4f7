"""Resolves the paths of a command line to content files: by name, by folder, or by photo. Opens none of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.column.content_files import PHOTO_SUFFIXES, find
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.media.photo import PhotoUse

_WITH_LINE = re.compile(r"(.+?)(:\d+){1,2}")  # as in findings: file:line:column


@dataclass(frozen=True, slots=True)
class Chosen:
    """files: POSIX paths below the content folder, photos included."""

    files: frozenset[str]

    def sources(self, photos: Mapping[str, Iterable[PhotoUse]]) -> frozenset[str]:
        """The files and the stories that show a chosen photo. photos: of every story, by source."""
        pictures = {file for file in self.files if _is_photo(file)}
        showing = (source for source, uses in photos.items() if pictures and any(use.path in pictures for use in uses))
        return self.files.union(showing)


def choose(content: Path, written: Sequence[str], here: Path) -> Chosen:
    """The files meant by the paths `written` on a command line in the folder `here`. Raises Refusal."""
    return Chosen(frozenset(file for path in written for file in _files(content, path, here)))


def _files(content: Path, written: str, here: Path) -> Iterable[str]:
    path = _found(content, written, here)
    root = content.resolve()
    if not path.is_relative_to(root):
        raise Refusal.of("TK21", written=written, content=content.name)
    below = path.relative_to(root).as_posix()
    if not path.is_dir():
        return (below,)
    inside = find(path)
    texts = [*inside.stories, *inside.pages]
    if below == "data":
        texts += [file.relative_to(path).as_posix() for file in path.rglob("*.y*ml")]
    if not texts:
        raise Refusal.of("TK22", written=written)
    return [text if below == "." else f"{below}/{text}" for text in (*texts, *inside.photos, *inside.others)]


def _found(content: Path, written: str, here: Path) -> Path:
    """The file or folder: relative to `here`, or as named in findings."""
    plain = _WITH_LINE.fullmatch(written)
    for name in (written, *([plain[1]] if plain else [])):
        for start in (here, content.parent, content):
            path = Path(os.path.abspath(start / name))
            if path.exists():
                return path.resolve()
    raise Refusal.of("TK20", written=written, content=content.name)


def _is_photo(file: str) -> bool:
    return os.path.splitext(file)[1].lower() in PHOTO_SUFFIXES
