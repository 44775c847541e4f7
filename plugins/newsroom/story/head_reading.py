"""HeadReading: the head, the registries and the findings so far, shared by the rules of the head while one story is assembled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from ..findings.catalogue import NO_VALUES, problem
from ..findings.problems import Place, Problem
from ..head import Head
from ..registry import Registries
from ..text.marked import Marked

_Value = TypeVar("_Value")


@dataclass
class HeadReading:
    """source: POSIX path of the story below the content folder."""

    source: str
    head: Head
    registries: Registries
    problems: list[Problem] = field(default_factory=list)

    def find(self, code: str, place: Place, values: Mapping[str, object] = NO_VALUES, *, advice: str = "") -> None:
        self.problems.append(problem(code, place, values, advice=advice))

    def miss(self, code: str, key: str, values: Mapping[str, object] = NO_VALUES) -> None:
        """Report that `key` is missing, unless its value was already reported as unreadable."""
        if self.head.is_missing(key):
            self.find(code, self.head.place(key), values)

    def mark(self, key: str) -> Marked | None:
        """The value of `key` unless it is absent or empty."""
        mark = self.head.values.get(key)
        return None if mark is None or mark.is_empty else mark

    def line(self, key: str) -> str:
        mark = self.mark(key)
        return (mark.text or "").strip() if mark else ""

    def items(self, key: str) -> tuple[Marked, ...]:
        mark = self.mark(key)
        return mark.items or () if mark else ()

    def take(self, result: tuple[_Value, Iterable[Problem]]) -> _Value:
        """The value from a parser's (value, problems); its problems are added to the findings."""
        value, problems = result
        self.problems.extend(problems)
        return value
