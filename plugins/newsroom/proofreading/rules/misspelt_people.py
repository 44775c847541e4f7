"""Names of people that are known, misspelt beside the title or the work of those who bear them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...registry import Person, Registries
from ...text.patterns import Pattern
from ...text.typography import HAN
from ..copy import Copy
from ..lexicon import Lexicon, once
from ..misspelling import is_person, is_telling, lacks_one
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..titles import holds, is_held_by_one

_WORK = ("记者", "通讯员", "实习生", "作者", "摄影", "责编", "编辑", "校对", "审核")
_GAPS = (" ", "\u3000", "：", ":", "（", "(")  # one of these may stand between
_NEXT_TITLE = Pattern(rf"、[{HAN}]{{2,14}}")
_TITLE_ENDS = ("书记", "长", "主任", "主席", "委员", "常委")
_LENGTHS = (2, 3, 4)  # characters of a name

_Alike = Mapping[tuple[int, str], tuple[str, ...]]  # names by one of their characters and its position


@dataclass(frozen=True, slots=True)
class _Known:
    words: Lexicon[Person | None]  # titles with their holders, and words for work with nobody
    names: frozenset[str]
    without_title: _Alike


@once
def _known(registries: Registries) -> _Known:
    titles = [(office.title, person) for person in registries.people for office in person.offices]
    work: list[tuple[str, Person | None]] = [(word, None) for word in _WORK]
    plain = _by_characters(person.name for person in registries.people if not person.offices)
    return _Known(Lexicon([*titles, *work]), frozenset(registries.people_names), plain)


@once
def _signed(copy: Copy) -> _Alike:
    """Names that are signed and not registered."""
    return _by_characters(sorted(copy.names.difference(copy.registries.people_names)))


def _by_characters(names: Iterable[str]) -> _Alike:
    found: dict[tuple[int, str], tuple[str, ...]] = {}
    for name in dict.fromkeys(names):
        for place in enumerate(name):
            found[place] = (*found.get(place, ()), name)
    return found


def _find(copy: Copy) -> Iterator[Slip]:
    known = _known(copy.registries)
    names = known.names | copy.names
    if not names:
        return
    for start, word, person in known.words.every(copy.text):
        for at, length in _places(copy.text, start, start + len(word)):
            if any(copy.text[at : at + size] in names for size in _LENGTHS):
                continue
            meant = (_meant(copy, at, name, word, person) for name in _candidates(copy, known, start, at, word, person))
            found = next((slip for slip in meant if slip and length in (0, slip.end - at)), None)
            if found:
                yield found


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a name may stand, and of what length it is there, 0 for any: behind a title or other titles that follow it; before a
    bracket that holds it."""
    if start and text[start - 1] in "（(" and text[end] in "）)":
        yield from ((start - 1 - length, length) for length in _LENGTHS if start > length)
        return
    yield end + (text[end] in _GAPS), 0
    more = _NEXT_TITLE.match(text, end)
    for at in range(end + 3, more.end() + 1) if more else ():
        if text.endswith(_TITLE_ENDS, end, at):
            yield at, 0


def _candidates(copy: Copy, known: _Known, start: int, at: int, word: str, person: Person | None) -> Iterable[str]:
    """The names that may be meant at a place beside the word."""
    if copy.text.endswith("副", 0, start):
        return ()
    if person:
        return (person.name,) if holds(person, word, copy.day) else ()
    places = tuple(enumerate(copy.text[at : at + _LENGTHS[-1]]))
    alike = (
        name for names in (known.without_title, _signed(copy)) for place in places for name in names.get(place, ())
    )
    return (name for name in dict.fromkeys(alike) if is_telling(name))


def _meant(copy: Copy, at: int, name: str, word: str, person: Person | None) -> Slip | None:
    """The slip at a place, if it is this name misspelt."""
    is_sure = person is not None and is_held_by_one(word)
    written = copy.text[at : at + len(name)]
    if not is_person(written, name, is_sure=is_sure):
        written = written[:-1]
        if not (is_sure and lacks_one(written, name)):
            return None
    return Slip(at, at + len(written), {"word": word, "written": written, "name": name})


RULE = Rule(
    code="PF73",
    find=_find,
    wrong="区委书记王冬亮主持会议。",
    right="区委书记王东亮主持会议。",
    silent=("区委书记王东亮主持会议。", "记者冉红政摄", "记者张红政摄", "市长程志明出席。"),
    source=Source("本站 data/people.yaml"),
    tables=TABLES,
)
