"""Builds the positional index of character pairs, packed as text: each number is a character, and UTF-8 keeps small ones short.

A browser finds a phrase by its pairs, which must be at the right distance from each other.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from .folding import BREAK

_STEP_BITS = 20
STEP = 1 << _STEP_BITS  # the value of a space: larger numbers would not be valid characters
_ZERO = 0x20  # characters below are written as \u00xx in JSON
_SURROGATES = 0xD800  # U+D800 to U+DFFF do not exist in UTF-8

Codes: TypeAlias = NDArray[np.uint32]
Offsets: TypeAlias = NDArray[np.int64]


def pairs(codes: Codes) -> dict[str, str]:
    """All pairs of adjacent characters, sorted, with the packed offsets of the first character; none across a BREAK.

    codes: array of the character codes of a text.
    """
    ranks, counts = _ranks(codes), codes != ord(BREAK)
    offsets = np.flatnonzero(counts[:-1] & counts[1:])
    before, after = ranks[offsets], ranks[offsets + 1]
    order = np.lexsort((after, before))  # a stable sort
    offsets, before, after = offsets[order], before[order], after[order]
    is_first = np.ones(len(offsets), bool)
    is_first[1:] = (before[1:] != before[:-1]) | (after[1:] != after[:-1])
    firsts = np.flatnonzero(is_first)
    differences = np.diff(offsets, prepend=-1)
    differences[firsts] = offsets[firsts] + 1
    packed_all, ends = _packed(differences)
    bounds = [0, *ends[firsts[1:] - 1].tolist(), len(packed_all)]
    names = _names(codes, offsets[firsts])
    return dict(zip(names, [packed_all[start:end] for start, end in pairwise(bounds)], strict=False))


def _ranks(codes: Codes) -> NDArray[np.uint16 | np.uint32]:
    """The ranks of the codes among all codes used: small numbers, which are sorted in a fraction of the time."""
    there = np.zeros(sys.maxunicode + 1, bool)
    there[codes] = True
    known = np.flatnonzero(there)
    ranks: NDArray[np.uint16 | np.uint32] = np.empty(
        sys.maxunicode + 1, np.uint16 if len(known) <= 1 << 16 else np.uint32
    )
    ranks[known] = np.arange(len(known))
    return ranks[codes]


def _names(codes: Codes, offsets: Offsets) -> list[str]:
    """The pairs at these offsets, as strings."""
    both = np.stack((codes[offsets], codes[offsets + 1]), axis=1)
    text = both.astype(np.uint32).tobytes().decode("utf-32-le")
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def packed(ascending: Sequence[int]) -> str:
    """Pack distinct non-negative integers in ascending order as text: each as its difference from the one before."""
    numbers: Offsets = np.array(ascending, np.int64)
    return _packed(np.diff(numbers, prepend=-1))[0]


def plainly_packed(numbers: Sequence[int] | Offsets) -> str:
    """Pack non-negative integers in any order as text."""
    return _packed(np.array(numbers, np.int64) + 1)[0]


def _packed(numbers: Offsets) -> tuple[str, Offsets]:
    """Pack an array of positive integers as text, and the end of each in it. A space before a number adds STEP."""
    steps = numbers - 1 >> _STEP_BITS
    codes = numbers - (steps << _STEP_BITS) + _ZERO
    codes[codes >= _SURROGATES] += 0x800
    ends = np.cumsum(steps + 1)
    characters = np.full(len(numbers) + steps.sum(), _ZERO, np.uint32)
    characters[ends - 1] = codes
    return characters.tobytes().decode("utf-32-le"), ends
