"""Names that have one exact form, and what nearly has it: one character wrong, one missing, or the same ones in another order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..registry import Registries
from ..registry.counts import NUMERALS
from ..text.likeness import differences, taken_for
from ..text.patterns import Pattern
from ..text.typography import HAN
from .lexicon import Lexicon

_HAN = Pattern(f"[{HAN}]+")
_PLACE = Pattern(rf"(?:中共)?([{HAN}]{{2,6}}?[省市区县州旗])")
_SHORTEST = 4  # characters of a name in which one wrong character is told from another name
_LONG = 6  # characters of a name in which one missing character is told from another name
_TELLING = "总副分"  # a unit without one of these may be another
_NEARLY = 5  # characters of a name in which a sound may also be nearly the same
_END = 2  # characters with which a name begins or ends
_DERIVED = 6  # characters that a name without its place still needs


@dataclass(frozen=True, slots=True)
class Formal:
    """is_sure: nothing else resembles it, so any one character may be wrong; is_whole: it is a name, not a phrase that means
    something else when a word of it is missing or moved."""

    name: str
    is_sure: bool = False
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class _Half:
    """One half of a name, or its first or last two characters. at: its offset in the name; rest: all other characters; is_end:
    so little of it that only another order of all can be told."""

    formal: Formal
    at: int
    rest: frozenset[str]
    is_end: bool = False


def _halves(formal: Formal) -> Iterator[tuple[str, _Half]]:
    cut = len(formal.name) // 2
    left, right = formal.name[:cut], formal.name[cut:]
    yield left, _Half(formal, 0, frozenset(right))
    yield right, _Half(formal, cut, frozenset(left))
    if formal.is_whole and cut > _END:
        yield formal.name[:_END], _Half(formal, 0, frozenset(formal.name[_END:]), is_end=True)
        yield formal.name[-_END:], _Half(formal, len(formal.name) - _END, frozenset(formal.name[:-_END]), is_end=True)


class NearMisses:
    """Finds what nearly is one of the names, and is none of them: by the half of the name that is right."""

    def __init__(self, formals: Iterable[Formal]) -> None:
        chosen = {formal.name: formal for formal in formals if _is_formal(formal.name)}
        self._names = frozenset(chosen)
        self._halves = Lexicon(half for formal in chosen.values() for half in _halves(formal))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """From, to, and the name that was meant; one for each right half."""
        for start, word, half in self._halves.every(text):
            name = half.formal.name
            around = text[max(0, start - len(name)) : start + 2 * len(name)]
            if name in around or len(half.rest.difference(around)) > (not half.is_end):
                continue
            windows = _windows(text, start, len(word), half)
            found = next((window for window in windows if not self._is_right(text, *window)), None)
            if found:
                yield *found, name

    def _is_right(self, text: str, begin: int, end: int) -> bool:
        """Whether it is another of the names, or a part of a longer one."""
        return any(
            text[left:right] in self._names
            for left in range(max(0, begin - 8), begin + 1)
            for right in range(end, min(len(text), end + 12) + 1)
        )


def _is_formal(name: str) -> bool:
    return len(name) >= _SHORTEST and bool(_HAN.fullmatch(name))


def _windows(text: str, start: int, length: int, half: _Half) -> Iterator[tuple[int, int]]:
    """The stretches of text around a right half that nearly are the name."""
    formal, name, size = half.formal, half.formal.name, len(half.formal.name)
    begin = start - half.at
    if begin >= 0 and not half.is_end and _has_one_wrong(text[begin : begin + size], formal):
        yield begin, begin + size
    left = begin + bool(half.at)
    if left >= 0 and not half.is_end and formal.is_whole and _lacks_one(text[left : left + size - 1], name):
        yield left, left + size - 1
    for left in range(max(0, start + length - size), start + 1):
        if _is_shuffled(text[left : left + size], formal):
            yield left, left + size


def _has_one_wrong(written: str, formal: Formal) -> bool:
    if len(written) != len(formal.name) or not _HAN.fullmatch(written):
        return False
    wrong = differences(written, formal.name)
    if len(wrong) != 1:
        return False
    (at,) = wrong
    return formal.is_sure or taken_for(written[at], formal.name[at], nearly=len(written) >= _NEARLY)


def _lacks_one(written: str, name: str) -> bool:
    """Whether one character inside the name is missing."""
    if len(name) < _LONG or len(written) != len(name) - 1:
        return False
    at = next((at for at, (left, right) in enumerate(zip(written, name, strict=False)) if left != right), 0)
    return 0 < at < len(name) - 1 and name[at] not in _TELLING and written == name[:at] + name[at + 1 :]


def _is_shuffled(written: str, formal: Formal) -> bool:
    """Whether it has the characters of the name in another order that can mean nothing else: in a phrase, two neighbours swapped."""
    name = formal.name
    if len(name) <= _SHORTEST or len(written) != len(name) or written == name or Counter(written) != Counter(name):
        return False
    wrong = differences(written, name)
    if formal.is_whole:
        return formal.is_sure or written[-1] == name[-1]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1


def names_of_units(registries: Registries) -> tuple[str, ...]:
    """Full and short names, those without the place before them, and the places before them."""
    full = [unit.name for unit in registries.units]
    places = _places(full)
    bare = (rest for name in full for place in places if len(rest := name.removeprefix(place)) >= _DERIVED)
    return tuple(dict.fromkeys((*full, *(unit.short for unit in registries.units), *bare, *places)))


def _places(names: Iterable[str]) -> tuple[str, ...]:
    """What stands before several names: the district, the town."""
    found = Counter(match.group(1) for name in names if (match := _PLACE.match(name)))
    return tuple(place for place, count in found.items() if count > 1)


def is_counted(name: str) -> bool:
    """Whether a name counts two things or more, as slogans do: 五比五看五加快."""
    return len(name) >= _LONG and sum(character in NUMERALS for character in name) > 1
