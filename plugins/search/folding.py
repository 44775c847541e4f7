"""What counts as the same when readers search: the one table of it, which the index hands on to the script of the page.

Case and full-width forms do not count, nor do spaces, quotes and brackets. Where a sentence pauses or ends, a word ends too.
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
    """The texts one behind the other as they are compared: the codes of the characters that count, with BREAK between runs
    of them; and how many codes each text has. Both are arrays of whole numbers."""
    lowered = [text.lower() for text in texts]
    codes = _table()[np.frombuffer("".join(lowered).encode("utf-32-le"), np.uint32)]
    counts = codes != _GONE
    ends = np.cumsum([0, *map(len, lowered)])
    so_far = np.concatenate(([0], np.cumsum(counts)))
    return codes[counts], np.diff(so_far[ends])


@cache
def _table() -> NDArray[np.uint32]:
    """By code, the code of what stands for a character in comparisons."""
    table = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    table[_FULL_WIDTH] = [ord(chr(code - 0xFEE0).lower()) for code in _FULL_WIDTH]
    table[[ord(mark) for mark in PASSED_OVER]] = _GONE
    table[[ord(mark) for mark in BREAKS]] = ord(BREAK)
    return table
