"""Names of people that are known, misspelt beside the title or the work of those who bear them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...registry import Person, Registries
from ..copy import Copy
from ..lexicon import Lexicon, once
from ..misspelling import is_person
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..titles import holds

_WORK = ("记者", "通讯员", "实习生", "作者", "摄影", "责编", "编辑", "校对", "审核")
_BETWEEN = re.compile(r"[：: \u3000（(]?")
_SHARED = re.compile("副|常委|委员|代表|成员")  # in titles that several people hold at one time


@dataclass(frozen=True, slots=True)
class _Known:
    words: Lexicon[Person | None]  # titles with their holders, and words for work with nobody
    names: frozenset[str]
    without_title: tuple[str, ...]


@once
def _known(registries: Registries) -> _Known:
    titles = [(office.title, person) for person in registries.people for office in person.offices]
    work: list[tuple[str, Person | None]] = [(word, None) for word in _WORK]
    plain = (person.name for person in registries.people if not person.offices)
    return _Known(Lexicon([*titles, *work]), frozenset(registries.people_names), tuple(dict.fromkeys(plain)))


def _find(copy: Copy) -> Iterator[Slip]:
    known = _known(copy.registries)
    names = known.names | copy.names
    if not names:
        return
    for start, word, person in known.words.every(copy.text):
        for at, written, name in _beside(copy, start, word, _candidates(copy, known, word, person)):
            if not _is_known(copy.text, at, names) and is_person(written, name, is_sure=_is_sure(word, person)):
                yield Slip(at, at + len(name), {"word": word, "written": written, "name": name})


def _candidates(copy: Copy, known: _Known, word: str, person: Person | None) -> Iterable[str]:
    """The names that may be meant beside the word."""
    if person is None:
        return (*known.without_title, *sorted(copy.names.difference(known.without_title)))
    return (person.name,) if holds(person, word, copy.day) else ()


def _beside(copy: Copy, start: int, word: str, names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """For each name what stands in its place behind the word, and before a bracket that holds the word."""
    text, end = copy.text, start + len(word)
    gap = _BETWEEN.match(text, end)
    behind = gap.end() if gap else end
    is_bracketed = text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")
    for name in names:
        at = start - 1 - len(name) if is_bracketed else behind
        if at >= 0:
            yield at, text[at : at + len(name)], name


def _is_known(text: str, at: int, names: frozenset[str]) -> bool:
    """Whether a name that is registered or signed stands there."""
    return any(text[at : at + length] in names for length in (2, 3, 4))


def _is_sure(word: str, person: Person | None) -> bool:
    return person is not None and not _SHARED.search(word)


RULE = Rule(
    code="PF73",
    find=_find,
    wrong="区委书记王冬亮主持会议。",
    right="区委书记王东亮主持会议。",
    silent=("区委书记王东亮主持会议。", "记者冉红政摄", "记者张红政摄", "市长程志明出席。"),
    source=Source("本站 data/people.yaml"),
    tables=TABLES,
)
