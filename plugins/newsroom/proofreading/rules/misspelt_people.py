"""Names of people that are known, misspelt beside the title or the work of those who bear them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...registry import Person, Registries
from ...text.typography import HAN
from ..copy import Copy
from ..lexicon import Lexicon, once
from ..misspelling import is_person, lacks_one
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..titles import holds

_WORK = ("记者", "通讯员", "实习生", "作者", "摄影", "责编", "编辑", "校对", "审核")
_GAPS = (" ", "\u3000", "：", ":", "（", "(")  # one of these may stand between
_NEXT_TITLE = re.compile(rf"、[{HAN}]{{2,14}}")
_TITLE_ENDS = ("书记", "长", "主任", "主席", "委员", "常委")
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
        for at, written, name in _beside(copy, start, word, _candidates(copy, known, start, word, person)):
            if not _is_known(copy.text, at, names):
                slip = _slip(at, written, name, is_sure=person is not None and not _SHARED.search(word))
                if slip:
                    yield Slip(*slip, {"word": word, "written": copy.text[slip[0] : slip[1]], "name": name})


def _candidates(copy: Copy, known: _Known, start: int, word: str, person: Person | None) -> Iterable[str]:
    """The names that may be meant beside the word."""
    if copy.text.endswith("副", 0, start):
        return ()
    if person is None:
        return (*known.without_title, *sorted(copy.names.difference(known.names)))
    return (person.name,) if holds(person, word, copy.day) else ()


def _beside(copy: Copy, start: int, word: str, names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """For each name what stands where it may: behind the word or another title, and before a bracket that holds the word."""
    text, end = copy.text, start + len(word)
    places = tuple(_behind(text, end))
    is_bracketed = start and text[start - 1] in "（(" and text[end] in "）)"
    for name in names:
        for at in (start - 1 - len(name),) if is_bracketed else places:
            yield at, text[max(0, at) : at + len(name)], name


def _behind(text: str, end: int) -> Iterator[int]:
    yield end + (text[end] in _GAPS)
    more = _NEXT_TITLE.match(text, end)
    for at in range(end + 3, more.end() + 1) if more else ():
        if text.endswith(_TITLE_ENDS, end, at):
            yield at


def _is_known(text: str, at: int, names: frozenset[str]) -> bool:
    """Whether a name that is registered or signed stands there."""
    return any(text[at : at + length] in names for length in (2, 3, 4))


def _slip(at: int, written: str, name: str, *, is_sure: bool) -> tuple[int, int] | None:
    """From where to where a name is misspelt, None if it is not."""
    if is_person(written, name, is_sure=is_sure):
        return at, at + len(name)
    if is_sure and lacks_one(written[:-1], name):
        return at, at + len(name) - 1
    return None


RULE = Rule(
    code="PF73",
    find=_find,
    wrong="区委书记王冬亮主持会议。",
    right="区委书记王东亮主持会议。",
    silent=("区委书记王东亮主持会议。", "记者冉红政摄", "记者张红政摄", "市长程志明出席。"),
    source=Source("本站 data/people.yaml"),
    tables=TABLES,
)
