"""Slogans that are registered as topics: one character wrong, a part missing, or a list that does not fit what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ...registry import Registries, Term
from ...registry.counts import parts
from ...text.typography import HAN
from ..copy import Copy
from ..formal import Formal, NearMisses, is_counted
from ..lexicon import Lexicon, once
from ..rule import Rule, Slip, Source
from ..samples import TABLES

_QUOTES = '“”‘’「」"'
_SOURCE = Source("本站 data/terms.yaml")
_THAT_IS = re.compile(
    rf"[{_QUOTES}]?[{HAN}]{{0,8}}?[，,]?(?:即|就是|是指|指的是|包括|也就是|分别是|分别为|是|为|——|：)[：]?"
)
_LIST = re.compile(r"[^，。；！？：\n]+")
_OPEN = re.compile(r"[（(][^（）()]*[）)]")
_AND_SO_ON = re.compile(r"等(?:[^级]|$)")
_LEAD = re.compile(rf"的[{_QUOTES}]?$")


@dataclass(frozen=True, slots=True)
class Counted:
    """A name, or the first part of one, that counts exactly these items."""

    name: str
    items: tuple[str, ...]


@once
def _near(registries: Registries) -> NearMisses:
    names = [name for term in registries.terms for name in (term.name, *term.other_names)]
    return NearMisses(Formal(name, is_counted(name), is_counted(name)) for name in names)


@once
def _halves(registries: Registries) -> Lexicon[str]:
    """Slogans of three parts or more, in quotation marks, with parts missing."""
    return Lexicon(
        (f"“{''.join(some)}”", term.name)
        for term in registries.terms
        if is_counted(term.name)
        for names in (tuple(name for name, _ in parts(term.name)),)
        for size in range(2, len(names))
        for some in combinations(names, size)
    )


def _misspelt(copy: Copy) -> Iterator[Slip]:
    for start, end, name in _near(copy.registries).find(copy.text):
        yield Slip(start, end, {"written": copy.text[start:end], "name": name})
    for start, written, names in _halves(copy.registries).longest(copy.text):
        yield Slip(start + 1, start + len(written) - 1, {"written": written[1:-1], "name": names[0]})


@once
def _counted(registries: Registries) -> Lexicon[Counted]:
    return Lexicon((counted.name, counted) for term in registries.terms if term.items for counted in _lists(term))


def _lists(term: Term) -> Iterator[Counted]:
    """The lists of a slogan: of all that it counts, and of its parts, as far as the items are known."""
    known, start = term.items, 0
    counts = parts(term.name)
    for name, count in counts if len(counts) > 1 else ():
        if count > 1 and start + count <= len(known):
            yield Counted(name, known[start : start + count])
        start += count
    yield Counted(term.name, known)


def _lists_wrong(copy: Copy) -> Iterator[Slip]:
    for start, name, meanings in _counted(copy.registries).longest(copy.text):
        for counted in meanings:
            for begin, end in _places(copy.text, start, start + len(name)):
                slip = _slip(copy.text, begin, end, counted)
                if slip:
                    yield slip


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the list of a slogan stands: behind “即”, or before “的”."""
    that_is = _THAT_IS.match(text, end)
    if that_is and (found := _LIST.match(text, that_is.end())):
        yield found.span()
    lead = _LEAD.search(text, 0 if start < 3 else start - 3, start)
    if lead:
        left = max(text.rfind(sign, 0, lead.start()) for sign in "，。；！？：\n") + 1
        yield left, lead.start()


def _slip(text: str, begin: int, end: int, counted: Counted) -> Slip | None:
    """What is wrong with the list between the offsets, if it is one of the slogan."""
    written = _elements(text[begin:end])
    missing = [item for item in counted.items if not any(_has(element, item) for element in written)]
    strange = [element for element in written if not any(_has(element, item) for item in counted.items)]
    is_meant = len(written) > 1 and len(counted.items) - len(missing) >= max(2, len(counted.items) // 2)
    is_open = bool(_AND_SO_ON.search(text[begin:end]))
    if not is_meant or (not strange and len(written) == len(counted.items)) or (is_open and not strange):
        return None
    values = {
        "name": counted.name,
        "count": len(written),
        "items": "、".join(counted.items),
        "number": len(counted.items),
    }
    return Slip(begin, end, values)


def _elements(words: str) -> tuple[str, ...]:
    """The elements of a list; a bracket behind one belongs to it."""
    closed = _OPEN.sub(lambda found: found.group().replace("、", " "), words)
    return tuple(element for element in re.split("[、和与]", closed) if element.strip(_QUOTES))


def _has(element: str, item: str) -> bool:
    """Whether the element has all characters of the item in their order."""
    rest = iter(element)
    return all(character in rest for character in item if character.isalnum())


MISSPELT = Rule(
    code="PF77",
    find=_misspelt,
    wrong="坚持“四重点一稳定一保障”工作格局。",
    right="坚持“四重点一稳定一保证”工作格局。",
    silent=("坚持“四重点一稳定一保证”工作格局。", "开展“五比五看五加快”。"),
    source=_SOURCE,
    tables=TABLES,
)
LIST = Rule(
    code="PF78",
    find=_lists_wrong,
    wrong="“四重点”，即新型城镇化、产业、生态。",
    right="“四重点”，即新型城镇化、产业、开放创新、生态。",
    silent=("“四重点”，即新型城镇化、产业等。", "落实“四重点一稳定一保证”，是当前的任务。"),
    source=_SOURCE,
    tables=TABLES,
)
RULES = (MISSPELT, LIST)
