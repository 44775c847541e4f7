"""Compares names: which spaces and dots are ignored, and which known name is closest. What they name does not matter here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from .typography import HAN

_SPACE_IN_NAME = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅", "·"))  # the middle dot is U+00B7
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "'": "'"}  # opening: closing
_ALIKE = (0.9, 0.75, 0.6)  # from one slip to roughly similar
_ALIKE_IF_SHORT = 0.5  # one of two characters is the same


@lru_cache(maxsize=8192)  # the same names come again and again
def closed_up(name: str) -> str:
    """`name` in the form used for lookup: no space between Chinese characters (姜 璞 is 姜璞), other gaps one space, one
    kind of middle dot."""
    name = unicodedata.normalize("NFC", name).translate(_DOTS)
    return " ".join(_SPACE_IN_NAME.sub("", name).split())


@lru_cache(maxsize=8192)
def tag_key(name: str) -> str:
    """A tag's name in the form used for comparison, ignoring width, case and enclosing quotes: PPP is ppp, ５Ｇ is 5G,
    “三个一” is 三个一."""
    key = closed_up(unicodedata.normalize("NFKC", name)).casefold()
    while len(key) > 2 and _QUOTES.get(key[0]) == key[-1] and not set(key[1:-1]) & {key[0], key[-1]}:
        key = key[1:-1].strip()
    return key


def closest(name: str, known: Mapping[str, str]) -> str:
    """What `name` was probably meant to be; "" unless exactly one answer is close.

    known: the answer for each spelling; several spellings may share one answer.
    """
    if not name or not known:
        return ""
    for cutoff in (*_ALIKE, *((_ALIKE_IF_SHORT,) if len(name) <= 2 else ())):
        near = {known[spelling] for spelling in get_close_matches(name, known, n=len(known), cutoff=cutoff)}
        if near:
            return near.pop() if len(near) == 1 else ""
    return ""
