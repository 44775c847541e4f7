"""Galley: the working state of one body while it is parsed: source positions and everything found so far. Internal to `body`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ..findings.catalogue import NO_VALUES, problem
from ..findings.problems import Edit, Place, Problem
from . import marks
from .document import Heading, WrittenAttachment, WrittenLink, WrittenPhoto
from .remarks import Remark

_TO_MARK = re.compile(
    r"(?P<address>\]\([ \t\n]*<?)"
    r"|(?P<definition>^[ >]*\[[^\]\[^\n][^\]\[\n]*\]:[ ]*<?(?=\S))"
    r"|(?P<tag><[a-zA-Z][a-zA-Z0-9-]*(?::[a-zA-Z0-9-]+)?(?=[\s/>]))",
    re.MULTILINE,
)


@dataclass(slots=True)
class Galley:
    """source: the body without control characters; place_at: (line from 1, column from 1, length) -> Place.

    folder: POSIX path of the story's folder below the content folder; offsets: source offsets, by the number of their note;
    pieces: raw HTML taken out of the text, by the number of its note; slots: photos by the number of their note.
    """

    source: str
    place_at: Callable[[int, int, int], Place]
    folder: str
    offsets: list[int] = field(default_factory=list)
    pieces: dict[int, str] = field(default_factory=dict)
    slots: list[tuple[int, ...]] = field(default_factory=list)
    photos: list[WrittenPhoto] = field(default_factory=list)
    links: list[WrittenLink] = field(default_factory=list)
    attachments: list[WrittenAttachment] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    is_as_written: bool = True  # whether the body had no control characters: only then are the offsets of edits right

    def marked(self) -> str:
        """The source with a note before every address and after the name of every raw tag."""
        if "](" not in self.source and "]:" not in self.source and "<" not in self.source:
            return self.source
        return _TO_MARK.sub(self._mark, self.source)

    def _mark(self, match: re.Match[str]) -> str:
        number = len(self.offsets)
        is_tag = match.lastgroup == "tag"
        self.offsets.append(match.start() if is_tag else match.end())
        if is_tag:
            return f"{match.group()} {marks.note(marks.TAG, number)}"
        kind = marks.ADDRESS if match.lastgroup == "address" else marks.DEFINITION
        return match.group() + marks.note(kind, number)

    def place(self, offset: int, length: int = 1) -> Place:
        """The position of the characters [offset, offset + length) of the body."""
        line = self.source.count("\n", 0, offset) + 1
        return self.place_at(line, offset - self.source.rfind("\n", 0, offset), max(1, length))

    def place_of(self, text: str, start: int = 0) -> Place:
        """The position where `text` first occurs, for things without a note; the body's first line if it does not occur."""
        found = self.source.find(text, start) if text else -1
        return self.place(found, len(text)) if found >= 0 else self.place_at(1, 0, 1)

    def report(
        self,
        code: str,
        place: Place,
        values: Mapping[str, object] = NO_VALUES,
        *,
        edits: tuple[Edit, ...] = (),
        advice: str = "",
    ) -> None:
        self.problems.append(problem(code, place, values, advice=advice, edits=edits))

    def tell(self, remarks: Sequence[Remark]) -> None:
        """Report remarks about lines; their edits count from the start of the body."""
        starts = (0, *accumulate(len(line) + 1 for line in self.source.split("\n"))) if remarks else ()
        for remark in remarks:
            changes = remark.changes if self.is_as_written else ()
            edits = tuple(Edit(starts[line] + first, starts[line] + last, text) for line, first, last, text in changes)
            place = self.place_at(remark.line + 1, remark.column + 1, remark.length)
            self.report(remark.code, place, remark.values, edits=edits)


_PLACE = re.compile(marks.pattern(f"[{marks.ADDRESS}{marks.DEFINITION}{marks.TAG}]"))


def noted(text: str) -> tuple[str, int | None]:
    """A text without any notes, and the number in its first note of a position."""
    match = _PLACE.search(text)
    return marks.only_text(marks.without_places(text)), marks.number(match.group(1)) if match else None
