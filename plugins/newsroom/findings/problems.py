"""Findings as values: what is wrong, where, and how to fix it. Printing them is left to `report`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """How serious a finding is. Only an ERROR stops a build, and only in content that readers will see."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Place:
    """A range of characters on one line of a file.

    file: POSIX path as the editor sees it, starting with the name of the content folder.
    line, column: counted from 1 in characters; 0 means the file (or the line) as a whole.
    length: how many characters are marked; text: the whole source line, without its line break.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str = ""

    def within(self, start: int, length: int = 1) -> Place:
        """The range of `length` characters that begins `start` characters into this one, on the same line."""
        return Place(self.file, self.line, self.column + start, max(1, length), self.text)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces the characters [start, end) of a file's decoded text with `replacement`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class Problem:
    """One finding. `edits` is empty unless the fix is certain; `reencode` asks for the file to be rewritten as UTF-8.

    is_unseen: whether it is about content that readers cannot see, and so stops nothing; other: another file that is as
    much at fault, named as in Place.file, "" for none.
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
        """Whether nothing is published until this is fixed."""
        return self.is_error and not self.is_unseen

    @property
    def is_mendable(self) -> bool:
        return bool(self.edits) or self.reencode


@dataclass(frozen=True)
class Exempted:
    """What is not reported because the head of a story excepts it, as an editor must be able to see.

    place: of the exception; code: of the rule; words: to which it is limited, "" for the whole story; count: of findings.
    """

    place: Place
    code: str
    words: str
    reason: str
    count: int


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The findings without duplicates, sorted by file, line, column and code: the order in which people read them."""
    distinct = dict.fromkeys(problems)
    return tuple(sorted(distinct, key=lambda p: (p.place.file, p.place.line, p.place.column, p.code, p.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them stops a build."""
    return any(problem.stops for problem in problems)


def as_unseen(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same findings, marked as being about content that readers cannot see."""
    return tuple(replace(problem, is_unseen=True) for problem in problems)
