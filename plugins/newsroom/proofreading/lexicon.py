"""Words from the registries, prepared for search in a text. What an occurrence means is left to the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Generic, Protocol, TypeVar

from ..text.patterns import Pattern

_Meaning = TypeVar("_Meaning")
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


class Lexicon(Generic[_Meaning]):
    """Words, each with everything that it may mean. A lexicon without words finds nothing and costs nothing."""

    def __init__(self, words: Iterable[tuple[str, _Meaning]]) -> None:
        self._meanings: dict[str, tuple[_Meaning, ...]] = {}
        for word, meaning in words:
            self._meanings[word] = (*self._meanings.get(word, ()), meaning)
        longest_first = sorted(self._meanings, key=lambda word: (-len(word), word))
        self._pattern = Pattern("|".join(map(re.escape, longest_first))) if longest_first else None

    def __contains__(self, word: str) -> bool:
        return word in self._meanings

    def every(self, text: str) -> Iterator[tuple[int, str, _Meaning]]:
        """Every occurrence of every word, also within longer ones: its offset, the word, one of its meanings."""
        found = self._pattern.search(text) if self._pattern else None
        while self._pattern and found:
            for length in range(len(found.group()), 0, -1):
                word = found.group()[:length]
                yield from ((found.start(), word, meaning) for meaning in self._meanings.get(word, ()))
            found = self._pattern.search(text, found.start() + 1)

    def longest(self, text: str) -> Iterator[tuple[int, str, tuple[_Meaning, ...]]]:
        """The longest words that do not overlap: the offset, the word, all its meanings."""
        for found in self._pattern.finditer(text) if self._pattern else ():
            yield found.start(), found.group(), self._meanings[found.group()]


def once(make: Callable[[_Given], _Made]) -> Callable[[_Given], _Made]:
    """`make`, working only once as long as it is given the same object: the registries of all stories, the copy of all rules."""
    kept: list[tuple[_Given, _Made]] = []

    def made(given: _Given) -> _Made:
        if not kept or kept[0][0] is not given:
            kept[:] = [(given, make(given))]
        return kept[0][1]

    return made


class Lasting(Protocol):
    """What the registries say for a time only. None = open."""

    @property
    def since(self) -> date | None: ...

    @property
    def until(self) -> date | None: ...

    def stands_on(self, day: date) -> bool: ...


def stands(entry: Lasting, day: date | None) -> bool:
    """Whether it stands on that day; on an unknown day only what always stands."""
    return entry.stands_on(day) if day else entry.since is None and entry.until is None
