"""The lists that stories give of what a slogan counts: where they stand, and whether they are those of the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..registry import Term
from ..registry.counts import fits, parts
from ..text.patterns import Pattern
from ..text.typography import HAN

_QUOTES = '“”‘’「」"'
_THAT_IS = Pattern(
    rf"[{_QUOTES}]?[{HAN}]{{0,8}}?[，,]?(?:即|就是|是指|指的是|包括|也就是|分别是|分别为|是|为|——|：)[：]?"
)
_PAUSES = "，。；！？：,;!?:\n"  # half-width ones, too: they may not be mended yet
_CLAUSE = Pattern(f"[^{_PAUSES}]+")
_SENTENCE = Pattern(r"[^。；！？;!?\n]*")
_BRACKET = Pattern(r"[（(][^（）()]*[）)]")
_AND_SO_ON = Pattern("等(?!级|候|待|于)")
_LEAD = Pattern(rf"的?[{_QUOTES}]?$")
_BEHIND_IN_BRACKET = Pattern(rf"[{_QUOTES}]?[（(]([^（）()\n]+)[）)]")


@dataclass(frozen=True, slots=True)
class Counted:
    """A name, or the first part of one, that counts exactly these items."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """The characters [start, end) of a text, which may be a list. is_attached: the slogan says that it is."""

    start: int
    end: int
    is_attached: bool = True


def lists_of(term: Term) -> Iterator[Counted]:
    """What a slogan counts, and what its parts do, as far as the items are known."""
    start = 0
    counts = parts(term.name)
    for name, count in counts if len(counts) > 1 else ():
        if count > 1 and start + count <= len(term.items):
            yield Counted(name, term.items[start : start + count])
        start += count
    yield Counted(term.name, term.items)


def beside(text: str, start: int, end: int) -> Iterator[Listed]:
    """Where the list of the slogan [start, end) may stand: behind “即”, in a bracket, before “的”, or later in the sentence."""
    that_is = _THAT_IS.match(text, end)
    first = _CLAUSE.match(text, that_is.end()) if that_is else None
    if first:
        yield Listed(*first.span())
    bracket = _BEHIND_IN_BRACKET.match(text, end)
    if bracket:
        yield Listed(*bracket.span(1))
    lead = _LEAD.search(text, max(0, start - 2), start)
    if lead:
        yield Listed(max(text.rfind(sign, 0, lead.start()) for sign in _PAUSES) + 1, lead.start())
    sentence = _SENTENCE.match(text, end)
    for clause in _CLAUSE.finditer(text, end, sentence.end()) if sentence else ():
        if not first or clause.start() != first.start():
            yield Listed(*clause.span(), is_attached=False)


def is_meant(text: str, listed: Listed, counted: Counted) -> bool:
    """Whether so many of its items stand there that the list must be meant."""
    written = text[listed.start : listed.end]
    elements = _elements(written, "、和与")
    known = sum(any(_has(element, item) for element in elements) for item in counted.items)
    least = len(counted.items) // 2 + (not listed.is_attached)
    return len(elements) > 1 and known >= max(2 + (not listed.is_attached), least)


def is_right(text: str, listed: Listed, counted: Counted) -> bool:
    """Whether the list has just the items of the slogan, or those of its first parts, or says that there are more."""
    written = text[listed.start : listed.end]
    goes_on = text[listed.end : listed.end + 1] in ("，", "；", ",", ";")
    return any(_fits(_elements(written, signs), counted, goes_on) for signs in ("、", "、和与"))


def _fits(elements: tuple[str, ...], counted: Counted, goes_on: bool) -> bool:
    if any(not any(_has(element, item) for item in counted.items) for element in elements):
        return False
    lacking = len(counted.items) - len(elements)
    is_open = any(map(_AND_SO_ON.search, elements[-1:])) or (goes_on and fits(counted.name, len(elements)))
    return lacking == 0 or (lacking > 0 and is_open)


def number_of(text: str, listed: Listed) -> int:
    return len(_elements(text[listed.start : listed.end], "、和与"))


def _elements(words: str, signs: str) -> tuple[str, ...]:
    """The elements of a list; a bracket behind one belongs to it."""
    closed = _BRACKET.sub(lambda found: found.group().replace("、", " "), words)
    return tuple(element for element in re.split(f"[{signs}]", closed) if element.strip(_QUOTES))


def _has(element: str, item: str) -> bool:
    """Whether the element has all characters of the item in their order."""
    rest = iter(element)
    return all(character in rest for character in item if character.isalnum())
