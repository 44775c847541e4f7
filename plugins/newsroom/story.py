"""Reads one file from disk into one Story. The only module that opens an editor's text; which files there are says `finding`."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from .article import Story
from .assembly import assemble
from .body import to_document
from .document import WrittenAttachment
from .head import read as read_head
from .messages import problem
from .photo import PhotoUse
from .problems import Place, Problem
from .registry import Registries
from .source import decode


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file read: the story, or None when its findings forbid one; its photos and attachments are known in either case."""

    source: str
    is_page: bool
    story: Story | None
    problems: tuple[Problem, ...]
    photos: tuple[PhotoUse, ...] = ()
    attachments: tuple[WrittenAttachment, ...] = ()


def load(content: Path, source: str, is_page: bool, registries: Registries) -> Loaded:
    """Read the file `source` (POSIX path below `content`). A function of its bytes, its path and the registries alone."""
    return settle(fetch(content, source), content, source, is_page, registries)


def fetch(content: Path, source: str) -> bytes | Problem:
    """The bytes of the file, or why they cannot be had."""
    shown, path = f"{content.name}/{source}", content / source
    try:
        if _may_lead_out(content, source) and not path.resolve().is_relative_to(content.resolve()):
            return problem("FI14", Place(shown))
        return path.read_bytes()
    except OSError as error:
        return problem("FI10", Place(shown), detail=error.strerror or "")


def settle(data: bytes | Problem, content: Path, source: str, is_page: bool, registries: Registries) -> Loaded:
    """What was fetched, as a story."""
    if isinstance(data, Problem):
        return Loaded(source, is_page, None, (data,))
    return parse(data, f"{content.name}/{source}", source, is_page, registries)


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
    return Loaded(source, is_page, story, problems, photos, document.attachments)
