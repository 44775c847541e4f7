"""Converts an editor's Markdown into a Document: the list of all steps, in order.

Each step has its own module. Whether photos and other stories exist is left to others.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from ..findings.problems import Problem
from . import (
    cleaning,
    coverage,
    dialect,
    effort,
    footnotes,
    headings,
    illustrations,
    joining,
    linking,
    marks,
    plain,
    quoting,
    raw_marks,
    rendering,
    slips,
    words,
)
from .containers import TooDeepError
from .correcting import Copy, PlaceAt
from .document import Document
from .galley import Galley, noted

_LEFTOVER = re.compile(marks.pattern(marks.ADDRESS))
_IMAGE_BEGINS = re.compile(r"!\[[^\[\]]*\]\([ \t\n]*<?$")
_LONGEST_CAPTION = 300
_LINK_BEGINS = re.compile(r"\[[^\[\]]*\]\([ \t\n]*<?$")


def to_document(
    body: str,
    place_at: PlaceAt,
    folder: str,
    known: Collection[str] = (),
    offset: int = 0,
) -> tuple[Document, tuple[Problem, ...]]:
    """The body as a Document, and the findings about it. Depends only on its arguments; never raises for any text.

    place_at: line of the body (from 1), column (from 1), length -> Place; folder: POSIX path of the story's folder
    below the content folder, against which links to other stories are resolved; known: names of people known to sign;
    offset: where the body begins in the text of its file, for the edits of fixes.
    """
    copy, of_slips = slips.corrected(Copy(body, place_at, offset), known)
    document, problems = _read(copy, folder)
    return document, (*of_slips, *(_in_file(finding, copy) for finding in problems))


def _read(copy: Copy, folder: str) -> tuple[Document, tuple[Problem, ...]]:
    document = plain.read(copy.text, copy.place_at, folder)
    return (document, ()) if document is not None else read_in_full(copy.text, copy.place_at, folder)


def _in_file(finding: Problem, copy: Copy) -> Problem:
    """A finding with its edits converted from offsets in the body to offsets in the file."""
    return replace(finding, edits=copy.in_file(finding.edits)) if finding.edits else finding


def read_in_full(body: str, place_at: PlaceAt, folder: str) -> tuple[Document, tuple[Problem, ...]]:
    """The result of `to_document` for any text, by way of Markdown's tree and all steps. Edits count from the body's start."""
    source = marks.only_text(body)
    galley = Galley(source, place_at, folder, is_as_written=len(source) == len(body))
    costly = effort.too_much(galley.source)
    if costly is not None:
        galley.report("BD27", galley.place(costly))
        return Document(), tuple(galley.problems)
    try:
        return _set(galley), tuple(galley.problems)
    except (TooDeepError, RecursionError):
        galley.report("BD26", place_at(1, 0, 1))
        return Document(), tuple(galley.problems)


def _set(galley: Galley) -> Document:
    reading = dialect.read(galley.marked(), galley.source)
    root = reading.root
    galley.tell(reading.remarks)
    galley.pieces = reading.pieces
    cleaning.limit_attributes(root, galley)
    footnotes.settle(reading, galley)
    if "\n" in galley.source:
        joining.join_lines(root)
    if galley.offsets:
        _report_unread(reading, galley)
    illustrations.lift(root, galley)
    headings.settle(root, galley)
    linking.settle(root, galley)
    quoting.mark_editors_notes(root)
    text = words.plain(root, galley)
    document = Document(
        rendering.render(root, galley),
        tuple(galley.photos),
        tuple(galley.links),
        tuple(galley.headings),
        tuple(sorted(galley.anchors)),
        text,
        tuple(galley.attachments),
    )
    comparison = coverage.compare(document, galley.source, reading.footnotes)
    raw_marks.report(comparison, galley)
    coverage.report(comparison, galley)
    return document


def _report_unread(reading: dialect.Reading, galley: Galley) -> None:
    """Report what looks like a photo or a link but was not parsed as one, and unused reference definitions."""
    _report_leftovers("".join(reading.root.itertext()), galley)
    if not reading.definitions:
        return
    used = {noted(element.get("href") or element.get("src") or "")[1] for element in reading.root.iter()}
    for name, address in reading.definitions.items():
        number = noted(address)[1]
        if number is not None and number not in used:
            galley.report("BD22", galley.place_of(f"[{name}]:"), {"name": name})


def _report_leftovers(text: str, galley: Galley) -> None:
    for match in _LEFTOVER.finditer(text) if marks.ADDRESS in text else ():
        offset = galley.offsets[marks.number(match.group(1))]
        start = max(0, offset - _LONGEST_CAPTION)
        before = galley.source[start:offset]
        for code, pattern in (("BD04", _IMAGE_BEGINS), ("BD24", _LINK_BEGINS)):
            begin = pattern.search(before)
            if begin:
                galley.report(code, galley.place(start + begin.start(), len(begin.group())))
                break
