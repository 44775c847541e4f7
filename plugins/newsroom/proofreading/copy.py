"""The words of one story as the rules see them: one string, in which nothing that rules must leave alone is legible."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..registry import Registries
from ..text.patterns import Pattern
from ..text.placed import Kind

HIDDEN = "\ufffc"  # stands for each character that rules must not see
_ADDRESS = Pattern(r"(?:https?://|www\.|mailto:)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Passage:
    """The characters [start, end) of the copy: one block of the story. number: its position among the blocks."""

    number: int
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Copy:
    """The words of one story. text: its blocks, each followed by a line feed, so that no pattern runs from one into the next;
    day: of the story, None when unknown; names: people in the byline and others that are never to be doubted."""

    text: str
    passages: tuple[Passage, ...]
    registries: Registries
    day: date | None = None
    names: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Every different character of the text: rules whose signs do not occur need not look."""
        return frozenset(self.text)

    def passage_at(self, offset: int) -> Passage:
        return self.passages[bisect_right(self._starts, offset) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]


def copy_of(
    blocks: Iterable[tuple[Kind, str]],
    registries: Registries,
    day: date | None = None,
    names: Iterable[str] = (),
) -> Copy:
    """The copy of the blocks of a story. Code and quotations are hidden as a whole, addresses wherever they stand."""
    pieces: list[str] = []
    passages: list[Passage] = []
    start = 0
    for number, (kind, words) in enumerate(blocks):
        shown = HIDDEN * len(words) if kind in (Kind.CODE, Kind.QUOTATION) else _without_addresses(words)
        pieces.append(shown.replace("\n", " "))
        passages.append(Passage(number, kind, start, start + len(words)))
        start += len(words) + 1
    text = "".join(f"{piece}\n" for piece in pieces)
    return Copy(text, tuple(passages), registries, day, frozenset(names))


def _without_addresses(words: str) -> str:
    if ":" not in words and "@" not in words and "www." not in words:
        return words
    return _ADDRESS.sub(lambda found: HIDDEN * len(found.group()), words)
