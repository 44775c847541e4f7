"""Where a word or phrase of the fixed tables may stand: one pass over the text for all of them."""

from __future__ import annotations

from functools import cache
from itertools import compress
from operator import add

from .copy import Copy
from .fixed_phrases import table
from .fixed_words import SLIPS, VARIANTS
from .lexicon import once


@cache
def _pairs() -> frozenset[str]:
    return frozenset((*SLIPS.by_pair, *VARIANTS.by_pair, *table().behind, *table().before))


@once
def word_places(copy: Copy) -> tuple[tuple[int, str], ...]:
    """Each pair of characters with which a wrong word begins or that is half a phrase, with its offset."""
    pairs = list(map(add, copy.text, copy.text[1:]))
    return tuple(compress(enumerate(pairs), map(_pairs().__contains__, pairs)))
