"""Where every pair of characters stands in a text, packed as text again: a number is a character, and UTF-8 makes small ones short.

A browser finds a phrase by the pairs it consists of: they must follow each other at the right distance.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from operator import add, sub

from .folding import BREAK

_ZERO = 0x20  # characters below are written as \u00xx in JSON
STEP = 0x100000  # a difference of 0 means: one step further; a larger difference would be no character
_SURROGATES = 0xD800 - _ZERO  # U+D800 to U+DFFF stand for nothing in UTF-8


def positions(text: str) -> Mapping[str, array[int]]:
    """Every two characters of `text` that stand side by side with the offsets of the first, ascending; none across a BREAK."""
    found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for at, pair in enumerate(map(add, text, text[1:])):
        found[pair].append(at)
    return {pair: offsets for pair, offsets in found.items() if BREAK not in pair}


def packed(ascending: Sequence[int]) -> str:
    """Different whole numbers from 0 on, in ascending order, as text: each as its difference from the one before."""
    return "".join(map(_packed, map(sub, ascending, (-1, *ascending))))


def plainly_packed(numbers: Iterable[int]) -> str:
    """Whole numbers of any order as text."""
    return "".join(_packed(number + 1) for number in numbers)


def _packed(number: int) -> str:
    """number: at least 1."""
    if number < _SURROGATES:
        return chr(number + _ZERO)
    if number <= STEP:
        return chr(number + _ZERO + 0x800)
    steps, rest = divmod(number - 1, STEP)
    return chr(_ZERO) * steps + _packed(rest + 1)
