"""When `*`, `_` and `~~` mark words, and when they are signs of the text: 3*5米, 138****1234, 姓名：____.

As CommonMark has it, but for two things. A star between two digits or Latin letters is a sign. Chinese has no spaces between
words, so beside Han a mark may open before an opening quote and close behind any punctuation: 他说**“好”**。
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

from ..typography import HAN

_NOTES = f"{STX}{ETX}\ufdd0-\ufdef"
_PUNCTUATION = rf"[^\w\s*{_NOTES}]"
NOT_BEFORE_WORDS = "，。；：、！？…）》〉」』】〕”’,.;:!?)]}"  # no mark opens before these inside of a line of Chinese
_NOT_BEFORE_WORDS = rf"\s*{re.escape(NOT_BEFORE_WORDS)}"
_OPENS = rf"(?<!\*)(?:(?<![\w{_NOTES}])\*+(?![\s*])|\*+(?![{_NOT_BEFORE_WORDS}]))(?!\Z)"
_CLOSES = rf"(?<=[^\s*])(?:(?<!{_PUNCTUATION})\*+(?!\*)|\*+(?![*A-Za-z0-9]))"
_STARS = re.compile(rf"(?P<ambiguous>(?={_CLOSES}){_OPENS})|(?P<end>{_CLOSES})|(?P<start>{_OPENS})")
_TILDES = re.compile(
    r"(?P<ambiguous>(?<=[^\s~])~~(?=[^\s~]))|(?P<end>(?<=[^\s~])~~(?!~))|(?P<start>(?<!~)~~(?=[^\s~]))"
)

_SIGNS = r"(?P<stars>\*+)|_{4,}"
_LONGEST_MARK = 3  # ***very strong***
_LATIN = re.compile("[A-Za-z0-9０-９]")
_HAN = re.compile(f"[{HAN}]")
_FIGURE_BEFORE = re.compile(rf"[0-9０-９](?:[{HAN}㎡]{{1,2}}|[a-z]{{1,2}})?\Z")
_FIGURE_BEHIND = re.compile(rf"[{HAN}]{{0,2}}[0-9０-９]")
_PAIR = re.compile(rf"\*(?![{_NOT_BEFORE_WORDS}])(?P<between>[^*]+)\*(?!\*)")
_PAUSES = "，。；：、！？"
_HIDDEN_NAME = re.compile(rf"[{_PAUSES}和及与][{HAN}]\Z")


def register(markdown: Markdown) -> None:
    """Make `markdown` read marks of emphasis so."""
    markdown.delimiters.delimiters["*"].boundary = _STARS
    markdown.delimiters.add("~", "del", double=True)
    markdown.delimiters.delimiters["~"].boundary = _TILDES
    markdown.inlinePatterns.register(_Signs(_SIGNS, markdown), "stars", 65)


class _Signs(InlineProcessor):
    """Takes those out of the text that mark nothing."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int | None, int | None]:  # noqa: N802 - Markdown's name
        if not m["stars"] or _is_sign(m, data):
            return "".join(f"{STX}{ord(sign)}{ETX}" for sign in m.group()), m.start(), m.end()
        if m.group() != "*":
            return None, m.start(), m.end()
        if _is_between_figures(m, data):
            return f"{STX}{ord('*')}{ETX}", m.start(), m.end()
        pair = _PAIR.match(data, m.start())
        if pair is not None and _hides_names(pair, data):
            return f"{STX}{ord('*')}{ETX}", m.start(), m.end()
        return None, m.start(), pair.end() if pair else m.end()


def _is_sign(stars: re.Match[str], data: str) -> bool:
    """Whether stars stand between Latin letters or digits, or are more than mark anything, as in 138****1234."""
    before = _LATIN.match(data[stars.start() - 1]) if stars.start() else None
    behind = _LATIN.match(data, stars.end())
    length = len(stars.group())
    return bool(before and behind) or length > _LONGEST_MARK + 1 or (length > _LONGEST_MARK and bool(before or behind))


def _is_between_figures(star: re.Match[str], data: str) -> bool:
    """Whether a star multiplies, as in 5米*宽3米."""
    before = data[max(0, star.start() - 3) : star.start()]
    return bool(_FIGURE_BEFORE.search(before) and _FIGURE_BEHIND.match(data, star.end()))


def _hides_names(pair: re.Match[str], data: str) -> bool:
    """Whether a pair of stars stands inside of words with a pause between them, as in 张*明、李*华、王*。"""
    if pair.start() == 0 or not _HAN.match(data[pair.start() - 1]):
        return False
    between = pair["between"]
    is_inside = _HAN.match(data, pair.end()) is not None and any(pause in between for pause in _PAUSES)
    return is_inside or _HIDDEN_NAME.search(between) is not None
