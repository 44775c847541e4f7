"""What counts as the same when readers search: the one table of it, which the index hands on to the script of the page.

Case and full-width forms do not count, nor do spaces, quotes and brackets. Where a sentence pauses or ends, a word ends too.
"""

from __future__ import annotations

PASSED_OVER = " \t\r\xa0\u3000\u200b\ufeff“”‘’\"'《》〈〉「」『』【】〔〕[]()（）·"
BREAKS = "\n。，、；：！？…—～｜|;!?,"
BREAK = "\n"
# ！ to ～ are the printable characters of ASCII, 0xFEE0 further on (Unicode, Halfwidth and Fullwidth Forms).
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TABLE = {
    **{code: chr(code - 0xFEE0).lower() for code in _FULL_WIDTH},
    **dict.fromkeys(map(ord, PASSED_OVER)),
    **dict.fromkeys(map(ord, BREAKS), BREAK),
}


def folded(text: str) -> str:
    """`text` as it is compared: runs of characters that count, with BREAK between them."""
    return text.lower().translate(_TABLE)
