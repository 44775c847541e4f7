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
_NOT_BEFORE_WORDS = r"\s*，。；：、！？…）》〉」』】〕”’,.;:!?)\]}"
_OPENS = rf"(?<!\*)(?:(?<![\w{_NOTES}])\*+(?![\s*])|\*+(?![{_NOT_BEFORE_WORDS}]))(?!\Z)"
_CLOSES = rf"(?<=[^\s*])(?:(?<!{_PUNCTUATION})\*+(?!\*)|\*+(?![*A-Za-z0-9]))"
_STARS = re.compile(rf"(?P<ambiguous>(?={_CLOSES}){_OPENS})|(?P<end>{_CLOSES})|(?P<start>{_OPENS})")
_TILDES = re.compile(
    r"(?P<ambiguous>(?<=[^\s~])~~(?=[^\s~]))|(?P<end>(?<=[^\s~])~~(?!~))|(?P<start>(?<!~)~~(?=[^\s~]))"
)

_UNIT = rf"(?:[{HAN}㎡]{{1,2}}|[a-z]{{1,2}})?"
_SIGNS = (
    r"(?P<sign>\*{5,}|_{4,}|(?<=[A-Za-z0-9０-９])\*+(?=[A-Za-z0-9０-９])|(?<=[A-Za-z0-9])\*{4,}|\*{4,}(?=[A-Za-z0-9])"
    rf"|(?<=[0-9０-９]){_UNIT}\*(?=[{HAN}]{{0,2}}[0-9０-９]))"
    rf"|(?<!\*)\*(?![{_NOT_BEFORE_WORDS}])(?P<between>[^*]+)\*(?!\*)"
)
_HAN = re.compile(f"[{HAN}]")
_PAUSES = "，。；：、！？"
_HIDDEN_NAME = re.compile(rf"[{_PAUSES}和及与][{HAN}]\Z")


def register(markdown: Markdown) -> None:
    """Make `markdown` read marks of emphasis so."""
    markdown.delimiters.delimiters["*"].boundary = _STARS
    markdown.delimiters.add("~", "del", double=True)
    markdown.delimiters.delimiters["~"].boundary = _TILDES
    markdown.inlinePatterns.register(_Signs(_SIGNS, markdown), "stars", 65)


class _Signs(InlineProcessor):
    """Takes the stars out of the text that mark nothing."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int | None, int | None]:  # noqa: N802 - Markdown's name
        if m["sign"]:
            return "".join(f"{STX}{ord(sign)}{ETX}" if sign in "*_" else sign for sign in m["sign"]), m.start(), m.end()
        if self._hides_names(m, data):
            return f"{STX}{ord('*')}{ETX}", m.start(), m.start() + 1
        return None, m.start(), m.end()

    @staticmethod
    def _hides_names(m: re.Match[str], data: str) -> bool:
        """Whether a pair of stars stands inside of words with a pause between them, as in 张*明、李*华、王*。"""
        if m.start() == 0 or not _HAN.match(data[m.start() - 1]):
            return False
        between = m["between"]
        is_inside = _HAN.match(data, m.end()) is not None and any(pause in between for pause in _PAUSES)
        return is_inside or _HIDDEN_NAME.search(between) is not None
