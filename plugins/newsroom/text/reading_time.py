"""How long a text takes to read. Where it is printed is the theme's matter."""

from __future__ import annotations

import re

from .typography import HAN

# The national curriculum for Chinese (义务教育语文课程标准, 2011) asks for silent reading of at least 300 characters a minute at
# the end of primary school and 500 three years later. Words in other letters: 238 a minute (Brysbaert 2019, English).
_CHARACTERS_A_MINUTE = 400
_WORDS_A_MINUTE = 238
_CHARACTERS = re.compile(f"[{HAN}]+")
# Of bytes: letters and digits stand for themselves, all others part words but for those that stand within them.
_LETTERS = bytes(byte if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))
_WITHIN_WORDS = b".,'-:/%"


def minutes(text: str) -> int:
    """Whole minutes for plain words, half a minute rounded up; 0 for what is read in less than one. Punctuation takes no time."""
    characters = sum(map(len, _CHARACTERS.findall(text)))
    words = text.encode("ascii", "replace").translate(_LETTERS, _WITHIN_WORDS).split()
    taken = characters / _CHARACTERS_A_MINUTE + len(words) / _WORDS_A_MINUTE
    return int(taken + 0.5) if taken >= 1 else 0
