"""Character folding for search: the table of what counts as equal, also passed to the page's script in the index.

Case, full-width forms, spaces, quotes and brackets are ignored. Pauses and ends of sentences separate words.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

PASSED_OVER = " \t\r\xa0\u3000\u200b\ufeff“”‘’\"'《》〈〉「」『』【】〔〕[]()（）·"
BREAKS = "\n。，、；：！？…—～｜|;!?,"
BREAK = "\n"
# ！ to ～ are the printable characters of ASCII, 0xFEE0 further on (Unicode, Halfwidth and Fullwidth Forms).
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_GONE = 0xFFFFFFFF


def folded(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The folded texts, concatenated: the codes of the characters that count, with BREAK between words; and the number of codes
    of each text. Both are arrays of integers."""
    lowered = [text.lower() for text in texts]
    codes = _table()[np.frombuffer("".join(lowered).encode("utf-32-le"), np.uint32)]
    counts = codes != _GONE
    ends = np.cumsum([0, *map(len, lowered)])
    so_far = np.concatenate(([0], np.cumsum(counts)))
    return codes[counts], np.diff(so_far[ends])


@cache
def _table() -> NDArray[np.uint32]:
    """Maps the code of every character to the code it is compared as."""
    table = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    table[_FULL_WIDTH] = [ord(chr(code - 0xFEE0).lower()) for code in _FULL_WIDTH]
    table[[ord(mark) for mark in PASSED_OVER]] = _GONE
    table[[ord(mark) for mark in BREAKS]] = ord(BREAK)
    return table
