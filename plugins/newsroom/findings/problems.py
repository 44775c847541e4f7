"""What is wrong with a story, as a value: where, what, how to mend it. How it is printed is left to `report`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """How much a finding weighs. Only an ERROR stops a build, and only in what readers will see."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Place:
    """A stretch of one line in one file.

    file: POSIX path as the editor sees it, beginning with the content folder's name.
    line, column: counted from 1 in characters; 0 means the file (or the line) as a whole.
    length: characters marked; text: the whole source line, without its line break.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str = ""

    def within(self, start: int, length: int = 1) -> Place:
        """The part of this place that begins `start` characters after its beginning, on the same line."""
        return Place(self.file, self.line, self.column + start, max(1, length), self.text)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace characters [start, end) of the decoded text of one file by `replacement`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class Problem:
    """One finding. `edits` is empty unless the mend is certain; `reencode` asks for the file to be written as UTF-8.

    is_unseen: whether it is about what readers cannot see, so that it stops nothing; other: another file that is as much to blame,
    as places name it, "" for none.
    """

    code: str
    level: Level
    place: Place
    message: str
    advice: str
    edits: tuple[Edit, ...] = ()
    reencode: bool = False
    is_unseen: bool = False
    other: str = ""

    @property
    def is_error(self) -> bool:
        return self.level is Level.ERROR

    @property
    def stops(self) -> bool:
        """Whether nothing is published until it is mended."""
        return self.is_error and not self.is_unseen

    @property
    def is_mendable(self) -> bool:
        return bool(self.edits) or self.reencode


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same findings, each once, by file, line, column and code: the order in which people read them."""
    distinct = dict.fromkeys(problems)
    return tuple(sorted(distinct, key=lambda p: (p.place.file, p.place.line, p.place.column, p.code, p.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them stops a build."""
    return any(problem.stops for problem in problems)


def as_unseen(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same findings, about what readers cannot see."""
    return tuple(replace(problem, is_unseen=True) for problem in problems)
