"""How many columns a text takes on a terminal: Chinese characters take two."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def width(text: str) -> int:
    """Columns of `text` in a Chinese font or terminal: 2 for wide, full-width and ambiguous characters, 0 for combining.

    Ambiguous counts as 2 because “ ” — … · are set full-width in Chinese text (UAX #11, East Asian context).
    """
    return sum(map(character_width, text))


@lru_cache(maxsize=8192)
def character_width(character: str) -> int:
    """Columns of one character: 0, 1 or 2, as in `width`."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
