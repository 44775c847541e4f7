"""Reads a Word file (.docx) that passed the gate: all its words, pictures, tables and notes, or a line that says why not.

What the words mean for a story is left to `newsroom.submission`.
"""

from __future__ import annotations

from types import MappingProxyType

from plugins.newsroom.submission.tree import Submission

from ..archive import Archive
from .elements import words_in
from .package import Package, Part
from .reading import Reading
from .walk import Walk

_OTHER_PARTS = ("footnotes", "endnotes", "comments", "numbering")
_PAGE_CODE = frozenset("0123456789第页共/-—－·. 　")


def read(file: str, data: bytes) -> Submission:
    """The submission in a Word file. file: its name. Raises Refusal when its text cannot be had, or may not come in."""
    package = Package(Archive(file, data))
    reading = Reading(package)
    blocks = Walk(reading, package.main).blocks(package.main.root)
    _list_the_rest(reading)
    return Submission(
        file,
        blocks,
        MappingProxyType(reading.notes),
        tuple(reading.ledger.left_out),
        tuple(reading.ledger.doubts),
        package.property("dc:title"),
        package.property("dc:creator"),
        package.property("cp:category"),
    )


def _list_the_rest(reading: Reading) -> None:
    """List what is not part of the running text."""
    reading.ledger.place = ""
    _list_unseen(reading)
    _list_notes(reading, "footnote")
    _list_notes(reading, "endnote")
    _list_comments(reading)
    for kind in ("header", "footer"):
        _list_margins(reading, kind)
    reading.ledger.place = ""
    for part in (reading.package.main, *map(reading.package.beside, _OTHER_PARTS)):
        _list_pictures(reading, part, "IN53")
    if any(reading.changes.values()):
        reading.ledger.doubt("IN30", is_done=True, **reading.changes)


def _list_unseen(reading: Reading) -> None:
    for words in reading.unseen():
        reading.ledger.leave_out(words.text or "", "IN47")


def _list_notes(reading: Reading, kind: str) -> None:
    """Notes to which nothing leads. The separators are notes of a type of their own."""
    part = reading.package.beside(f"{kind}s")
    for note in () if part is None else part.root.iter(f"w:{kind}"):
        if (kind, note.get("w:id", "")) not in reading.callers and not note.get("w:type", "").endswith("eparator"):
            reading.ledger.leave_out(words_in(note), "IN48")


def _list_comments(reading: Reading) -> None:
    part = reading.package.beside("comments")
    for comment in () if part is None else part.root.iter("w:comment"):
        reading.ledger.place = reading.comments.get(comment.get("w:id", ""), "")
        reading.ledger.leave_out(words_in(comment), "IN34", author=comment.get("w:author") or "不知道谁")


def _list_margins(reading: Reading, kind: str) -> None:
    """What stands at the top or the foot of pages, once, but no page numbers."""
    reading.ledger.place = "页眉" if kind == "header" else "页脚"
    parts = [part for each in reading.package.main.of_kind(kind) if (part := reading.package.part(each.target))]
    for words in dict.fromkeys(words_in(part.root) for part in parts):
        if not _PAGE_CODE.issuperset(words):
            reading.ledger.leave_out(words, "IN35")
    for part in parts:
        _list_pictures(reading, part, "IN35")


def _list_pictures(reading: Reading, part: Part | None, code: str) -> None:
    """List the pictures of a part that were in none of its words."""
    for picture in () if part is None else reading.pictures.unasked(part):
        reading.ledger.leave_out(picture.name, code)
