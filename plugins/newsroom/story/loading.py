"""Loads one story from its file. The only module that opens an editor's text; `column.content_files` lists the files."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from .. import byline
from ..body import repeated_headline, to_document
from ..body.document import WrittenAttachment
from ..findings.catalogue import problem
from ..findings.problems import Edit, Exempted, Place, Problem, as_unseen, has_errors
from ..head import LAYOUT as HEAD_LAYOUT
from ..head import Body, Head
from ..head import read as read_head
from ..media.photo import PhotoUse
from ..proofreading import order
from ..proofreading.rule import Rule
from ..registry import Registries
from ..schema import KEYS
from ..text import conflicts
from ..text.files import Kind, kind_of, read_bytes
from ..text.source import Source, decode
from . import leftovers
from .assembly import assemble
from .editorial import status as status_of
from .editorial import status_in
from .head_reading import HeadReading
from .model import UNSEEN, Status, Story
from .proofreading import Parsed, proofread

_NO_FILE = {Kind.SPECIAL: "FI22", Kind.LINKED_FOLDER: "FI23"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The result of reading one file: the story, or None when it has errors; photos and attachments are known either way.

    status: as given in the head, None when that cannot be read. All findings about a draft or a story in review, and those about
    the body of a withdrawn story, are marked as unseen by readers. exempted: what the head excepts from proofreading.
    """

    source: str
    is_page: bool
    story: Story | None
    problems: tuple[Problem, ...]
    photos: tuple[PhotoUse, ...] = ()
    attachments: tuple[WrittenAttachment, ...] = ()
    status: Status | None = None
    exempted: tuple[Exempted, ...] = ()


def load(content: Path, source: str, is_page: bool, registries: Registries, doubts: tuple[Rule, ...] = ()) -> Loaded:
    """Read the file `source` (POSIX path below `content`). The result depends only on its bytes, its path and the registries.

    doubts: rules that are asked besides those of `proofreading`, after them.
    """
    return settle(fetch(content, source), content, source, is_page, registries, doubts)


def fetch(content: Path, source: str) -> bytes | Problem:
    """The bytes of the file, or the finding that says why it cannot be read."""
    shown, path = f"{content.name}/{source}", content / source
    try:
        if _may_lead_out(content, source) and not path.resolve().is_relative_to(content.resolve()):
            return problem("FI14", Place(shown))
        kind = kind_of(path)
        if kind in _NO_FILE:
            return problem(_NO_FILE[kind], Place(shown), {"name": path.name})
        return read_bytes(path)
    except OSError as error:
        return problem("FI10", Place(shown), {"detail": error.strerror or ""})


def settle(
    data: bytes | Problem,
    content: Path,
    source: str,
    is_page: bool,
    registries: Registries,
    doubts: tuple[Rule, ...] = (),
) -> Loaded:
    """The result for what `fetch` returned."""
    if isinstance(data, Problem):
        return Loaded(source, is_page, None, (data,))
    return parse(data, f"{content.name}/{source}", source, is_page, registries, doubts)


def head_of(content: Path, source: str) -> Head | None:
    """The head of a file as it is on disk now, for findings that point at one of its values; None when there is none."""
    data = fetch(content, source)
    return None if isinstance(data, Problem) else read_head(decode(data, f"{content.name}/{source}", HEAD_LAYOUT)[0])[0]


def _may_lead_out(content: Path, source: str) -> bool:
    """Whether `source` passes through a symbolic link or "..", or the system is Windows, whose junctions are not recognized."""
    names = source.split("/")
    steps = accumulate(names, os.path.join, initial=os.fspath(content))
    return os.name != "posix" or ".." in names or any(map(os.path.islink, steps))


def parse(
    data: bytes, shown: str, source: str, is_page: bool, registries: Registries, doubts: tuple[Rule, ...] = ()
) -> Loaded:
    """Parse the bytes of one file. shown: the path as findings name it.

    A file with merge conflicts yields no story: until one version is chosen, nothing else can be checked.
    """
    clashes = conflicts.find(data, shown)
    if clashes:
        return Loaded(source, is_page, None, clashes)
    text, problems = decode(data, shown, HEAD_LAYOUT)
    head, body, findings = read_head(text)
    if has_errors(problems):
        status = status_of(HeadReading(source, head, registries)) if head else None
        return Loaded(source, is_page, None, as_unseen(problems) if status in UNSEEN else problems, status=status)
    problems += findings
    if head is None:
        return Loaded(source, is_page, None, problems)

    def place_at(line: int, column: int, length: int = 1) -> Place:
        return text.place_at(body.first_line + line - 1, column, length)

    folder = posixpath.dirname(source)
    known = _signers(head).union(registries.people_names)
    document, in_body = to_document(body.text, place_at, folder, known, body.offset)
    has_all = not has_errors((*problems, *in_body))
    story, status, photos, findings = assemble(source, is_page, head, document, registries)
    problems += findings
    problems += _repeated_headline(text, head, body)
    problems += tuple(leftovers.find(text, head, body.offset, status_in(head) or Status.DRAFT))
    problems += as_unseen(in_body) if status is Status.WITHDRAWN else in_body
    names = known | _others_named(head, photos)
    parsed = Parsed(text, head, body, document, registries, folder, known, names, (*order.RULES, *doubts), has_all)
    findings, exempted = proofread(parsed, is_withdrawn=status is Status.WITHDRAWN)
    problems += findings
    if has_errors(problems):
        story = None
    if status in UNSEEN:
        problems = as_unseen(problems)
    return Loaded(source, is_page, story, problems, photos, document.attachments, status, exempted)


def _signers(head: Head) -> frozenset[str]:
    """The names in the byline."""
    mark = head.values.get("署名")
    signed = byline.parse(mark.text, mark.place)[0].contributors if mark and mark.text else ()
    return frozenset(person.name for person in signed)


def _others_named(head: Head, photos: tuple[PhotoUse, ...]) -> frozenset[str]:
    """The names in the credits of photos and of those who edited the story."""
    credited = (name for photo in photos for name in photo.credited.names)
    marks = (head.values.get(key.name) for key in KEYS if key.people)
    return frozenset((*credited, *(item.text or "" for mark in marks if mark for item in mark.items or ())))


def _repeated_headline(text: Source, head: Head, body: Body) -> tuple[Problem, ...]:
    """The finding for a body that begins by repeating the headline, as happens when a whole page is pasted."""
    title = head.values.get("标题")
    found = repeated_headline(body.text, (title.text or "") if title else "")
    if found is None:
        return ()
    start, length = body.offset + found[0], found[1]
    end = min(start + length + 1, len(text.text))
    return (problem("BD38", text.place(start, length), edits=(Edit(start, end, ""),)),)
