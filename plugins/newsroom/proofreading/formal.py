"""Names that have one exact form, and what nearly has it: one character wrong, one missing, or the same ones in another order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..registry import Registries
from ..registry.counts import NUMERALS
from ..text.likeness import differences, taken_for
from ..text.typography import HAN
from .lexicon import Lexicon

_HAN = re.compile(f"[{HAN}]+")
_PLACE = re.compile(rf"(?:中共)?([{HAN}]{{2,6}}?[省市区县州旗])")
_SHORTEST = 4  # characters of a name in which one wrong character is told from another name
_LONG = 6  # characters of a name in which one missing character is told from another name
_DERIVED = 6  # characters that a name without its place still needs


@dataclass(frozen=True, slots=True)
class Formal:
    """is_sure: nothing else resembles it, so any one character may be wrong; may_be_shuffled: no order of its characters but one
    means anything."""

    name: str
    is_sure: bool = False
    may_be_shuffled: bool = True


class NearMisses:
    """Finds what nearly is one of the names, and is none of them: by the half of the name that is right."""

    def __init__(self, formals: Iterable[Formal], others: Iterable[str] = ()) -> None:
        chosen = {formal.name: formal for formal in formals if _is_formal(formal.name)}
        self._names = frozenset((*chosen, *others))
        self._halves = Lexicon(
            half
            for formal in chosen.values()
            for cut in (len(formal.name) // 2,)
            for half in ((formal.name[:cut], (formal, 0)), (formal.name[cut:], (formal, cut)))
        )

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """From, to, and the name that was meant; one for each place."""
        for start, half, (formal, cut) in self._halves.every(text):
            if not text.startswith(formal.name, max(start - cut, 0)):
                for begin, end in _windows(text, start, len(half), cut, formal):
                    if text[begin:end] not in self._names and not self._is_inside(text, begin, end):
                        yield begin, end, formal.name
                        break

    def _is_inside(self, text: str, begin: int, end: int) -> bool:
        """Whether it is a part of something longer that is a name."""
        return any(
            text[left:right] in self._names
            for left in range(max(0, begin - 8), begin + 1)
            for right in range(end, min(len(text), end + 12) + 1)
        )


def _is_formal(name: str) -> bool:
    return len(name) >= _SHORTEST and bool(_HAN.fullmatch(name))


def _windows(text: str, start: int, length: int, cut: int, formal: Formal) -> Iterator[tuple[int, int]]:
    """The stretches of text around a right half that nearly are the name."""
    name, size = formal.name, len(formal.name)
    begin = start - cut
    if begin >= 0 and _has_one_wrong(text[begin : begin + size], formal):
        yield begin, begin + size
    if size >= _LONG:
        left = start if not cut else start - cut + 1
        if left >= 0 and _lacks_one(text[left : left + size - 1], name):
            yield left, left + size - 1
    for left in range(max(0, start + length - size), start + 1):
        if _is_shuffled(text[left : left + size], formal):
            yield left, left + size


def _has_one_wrong(written: str, formal: Formal) -> bool:
    if len(written) != len(formal.name) or not _HAN.fullmatch(written):
        return False
    wrong = differences(written, formal.name)
    return len(wrong) == 1 and (formal.is_sure or taken_for(written[wrong[0]], formal.name[wrong[0]]))


def _lacks_one(written: str, name: str) -> bool:
    """Whether one character inside the name is missing."""
    at = next((at for at, (left, right) in enumerate(zip(written, name, strict=False)) if left != right), 0)
    return 0 < at < len(name) - 1 and written == name[:at] + name[at + 1 :]


def _is_shuffled(written: str, formal: Formal) -> bool:
    """Whether it has the characters of the name in another order: any if that can mean nothing, else two neighbours swapped."""
    name = formal.name
    if len(name) <= _SHORTEST or len(written) != len(name) or written == name or Counter(written) != Counter(name):
        return False
    wrong = differences(written, name)
    return formal.may_be_shuffled or (len(wrong) == 2 and wrong[1] == wrong[0] + 1)


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
