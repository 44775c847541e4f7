"""Which blanks between Han a byline, a dateline, an article of law or a name has by right. Finding blanks is left to the rules."""

from __future__ import annotations

from ..text.patterns import Pattern
from ..text.typography import HAN

_ROLE = "记者|通讯员|作者|编辑|责编|校对|审核|摄影|实习生|供图|供稿|来源"
_AFTER_ROLE = Pattern(rf"(?:{_ROLE}|(?<![{HAN}])[文图])[/：:]?[ 、]?[{HAN}·]{{0,4}}(?:[ 、/][{HAN}·]{{1,4}})*$")
_BEFORE_ROLE = Pattern(rf"\s(?:{_ROLE}|[文图摄](?![{HAN}]))")
_DATELINE = Pattern("(?:日|本[报网刊台社])[电讯]$")
_ARTICLE = Pattern("第[一二三四五六七八九十百千零0-9]+[条章节款编]$")
_REACH = 40  # characters


def is_of_byline(text: str, at: int) -> bool:
    """Whether the blank at `at` parts names and roles, or follows a dateline or the number of an article."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return bool(_BEFORE_ROLE.match(text, at)) or any(part.search(before) for part in (_AFTER_ROLE, _DATELINE, _ARTICLE))
