"""Estimates how long a text takes to read. Printing it is left to the theme."""

from __future__ import annotations

import re

from .typography import HAN

# The national curriculum for Chinese (义务教育语文课程标准, 2011) asks for silent reading of at least 300 characters a minute at
# the end of primary school and 500 three years later. Words in other letters: 238 a minute (Brysbaert 2019, English).
_CHARACTERS_A_MINUTE = 400
_WORDS_A_MINUTE = 238
_CHARACTERS = re.compile(f"[{HAN}]+")
# By byte: letters and digits stay, everything else separates words, except for the signs that occur within words.
_LETTERS = bytes(byte if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))
_WITHIN_WORDS = b".,'-:/%"


def minutes(text: str) -> int:
    """Minutes for a plain text, half a minute rounded up; 0 for less than one. Punctuation takes no time."""
    characters = sum(map(len, _CHARACTERS.findall(text)))
    words = text.encode("ascii", "replace").translate(_LETTERS, _WITHIN_WORDS).split()
    taken = characters / _CHARACTERS_A_MINUTE + len(words) / _WORDS_A_MINUTE
    return int(taken + 0.5) if taken >= 1 else 0
