"""How the quotation marks of each passage pair. What is wrong with a pair is left to the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..text.patterns import Pattern

_OPENS, _CLOSES = "“‘", "”’"
_STRAIGHT = "\"'"
_OPENING = {"”": "“", "’": "‘"}
_TOKEN = Pattern(r"[“”‘\"\n]|(?<![A-Za-z])[’']|[’'](?![A-Za-z0-9])")
_IN_ORDER = Pattern("(?:“(?:‘’)*”|\n)*")
_NO_BEGINNING = Pattern(r"[，、；：,;:]|[和与及或]?$")
_AFTER_SPEECH = frozenset("。！？…—")
_LEADS_ON = "：，,求说道称是为叫得的以了把被在"
_SHORT = 16  # characters
_MOST = 400  # quotation marks of one passage; with more it is no running text


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and a closing quotation mark of a passage. depth: the number of pairs around it."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of one passage, its positions as in the text. odd: marks that belong to no pair; reversed: those of
    pairs set the wrong way round; parted: straight marks that close one quotation and open the next."""

    pairs: tuple[Pair, ...]
    odd: tuple[int, ...]
    reversed: tuple[int, ...] = ()
    parted: tuple[int, ...] = ()


@dataclass(slots=True)
class _Reading:
    text: str
    places: list[int]
    marks: dict[int, str]
    open: list[int] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    odd: list[int] = field(default_factory=list)

    def read(self) -> None:
        for number, place in enumerate(self.places):
            mark = self.marks[place]
            if mark in _OPENS or (mark in _STRAIGHT and not self._is_closing(number)):
                self.open.append(place)
            else:
                self._close(place, mark)
        self.odd = sorted(self.odd + self.open)

    def _is_closing(self, number: int) -> bool:
        """Whether a straight mark ends the innermost quotation: one of its kind, or one that no later mark would end."""
        if not self.open:
            return False
        mark, opened = self.marks[self.places[number]], self.marks[self.open[-1]]
        if opened in _STRAIGHT:
            return opened == mark
        later = [self.marks[place] for place in self.places[number + 1 :]]
        closing = dict(zip(_OPENS, _CLOSES, strict=True))[opened]
        is_lacking = later.count(closing) - later.count(opened) < sum(self.marks[at] == opened for at in self.open)
        return is_lacking and later.count(mark) % 2 == 0 and (mark == '"') == (opened == "“")

    def _close(self, place: int, mark: str) -> None:
        opening = self._opening(mark)
        if opening is None:
            self.odd.append(place)
            return
        while self.open[-1] != opening:
            self.odd.append(self.open.pop())
        self.open.pop()
        self.pairs.append(Pair(opening, place, len(self.open)))

    def _opening(self, mark: str) -> int | None:
        own = [place for place in self.open if self.marks[place] == _OPENING.get(mark, mark)]
        straight = '"' if mark in '”"' else "'"
        mixed = [place for place in self.open[-1:] if mark in _STRAIGHT or self.marks[place] == straight]
        return max(own or mixed, default=None)


@lru_cache(maxsize=1)
def quotes_in(text: str) -> tuple[Quotes, ...]:
    """The quotation marks of each passage (line) of the text in which they are not all as they should be."""
    read: list[Quotes] = []
    unfinished = -2  # the last passage with odd marks
    for number, start, end in _doubtful_passages(text):
        places = [token.start() for token in _TOKEN.finditer(text, start, end)]
        read.append(_quotes(text, places, goes_on=unfinished == number - 1))
        unfinished = number if read[-1].odd else unfinished
    return tuple(read)


def _doubtful_passages(text: str) -> Iterator[tuple[int, int, int]]:
    """The passages whose marks are more than simple pairs: their number, start and end."""
    marks = "".join(_TOKEN.findall(text))
    if _IN_ORDER.fullmatch(marks):
        return
    start = 0
    for number, (line, own) in enumerate(zip(text.split("\n"), marks.split("\n"), strict=True)):
        if len(own) <= _MOST and not _IN_ORDER.fullmatch(own):
            yield number, start, start + len(line)
        start += len(line) + 1


def _quotes(text: str, places: list[int], goes_on: bool) -> Quotes:
    """goes_on: the passage before ends within a quotation, so that this one may begin with the end of it."""
    marks = {place: text[place] for place in places}
    reading = _Reading(text, places, marks)
    reading.read()
    if reading.odd and not goes_on:
        turned = _turned(text, places, marks)
        again = _Reading(text, places, turned)
        again.read()
        if not again.odd:
            changed = tuple(place for place in places if turned[place] != marks[place])
            return Quotes(tuple(again.pairs), (), changed)
    return _parted(text, reading)


def _turned(text: str, places: list[int], marks: dict[int, str]) -> dict[int, str]:
    """The marks, with the two of each ”…“ that opens nothing exchanged."""
    turned, depth = dict(marks), 0
    for number, place in enumerate(places):
        mark = turned[place]
        if mark in _CLOSES and depth == 0:
            following = _next_of_kind(turned, places[number + 1 :], mark)
            if following and turned[following] == _OPENING[mark] and _may_quote(text, place, following):
                turned[place], turned[following] = turned[following], mark
        depth = max(0, depth + (turned[place] in _OPENS) - (turned[place] in _CLOSES))
    return turned


def _next_of_kind(marks: dict[int, str], places: list[int], mark: str) -> int | None:
    return next((place for place in places if marks[place] in (mark, _OPENING[mark])), None)


def _may_quote(text: str, start: int, end: int) -> bool:
    """Whether the words between may be a quotation; otherwise they lead from the end of one to the next."""
    before = text[start - 1 : start]
    is_at_edge = before in ("", "\n")  # where the end of a quotation may stand that began elsewhere
    leads_on = text[end - 1] in (_LEADS_ON if is_at_edge else "：")
    is_short = end - start <= (_SHORT if is_at_edge else end)
    return before not in _AFTER_SPEECH and not leads_on and is_short and end > start + 1


def _parted(text: str, reading: _Reading) -> Quotes:
    """“甲"、"乙” are two quotations, not one within another; so are “甲。"他说，"乙。”"""
    parted = [pair for pair in reading.pairs if pair.depth and text[pair.start] in '"“' and _is_between(text, pair)]
    inner = [place for pair in parted for place in (pair.start, pair.end)]
    pairs = tuple(pair for pair in reading.pairs if pair not in parted)
    return Quotes(pairs, tuple(reading.odd), (), tuple(inner))


def _is_between(text: str, pair: Pair) -> bool:
    """Whether the words within are no quotation but lead from one to the next."""
    return bool(_NO_BEGINNING.match(text, pair.start + 1, pair.end)) or text[pair.end - 1] in "，：,:"
