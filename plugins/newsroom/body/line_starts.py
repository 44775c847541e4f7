"""Classifies a line by its first characters: a heading, a rule, raw HTML, or words that only look like one of these."""

from __future__ import annotations

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS

from ..text.typography import HAN
from . import containers, marks
from .containers import BLANKS

_HEADING = re.compile(r"(?P<level>#{1,6})(?!#)(?P<title>.*)")
_TOPIC_LINE = re.compile(r"#(?=[^#\s])(?:[0-9]|[^#]*#(?:\s*$|[ \u3000]*[^#\s]))")
TOPIC = re.compile(
    rf"(?<![A-Za-z0-9_/&#?=])#(?=[^#\n]*[{HAN}])[^\s#\[\](){{}}<>](?:[^#\n\[\](){{}}<>]{{0,38}}[^\s#\[\](){{}}<>])?#(?!#)"
)
_GLUED_IDENTIFIER = re.compile(r"(\S)(\{:?[ ]*#[^}]*\}[ ]*)$")
RULE = re.compile(r"(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,}")
UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
_HTML = re.compile(r"</?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)|<[!?]")
_VERBATIM = {"pre": "</pre", "script": "</script", "style": "</style", "textarea": "</textarea"}
# What Markdown would take for markup at the start of a line.
_NOT_TO_BE_READ = re.compile(r"[0-9]+(?=\.[ ])|(?=[#>]|[-*+][ ])")
_BLOCK_SIGNS = (" ", "#", ">", "|", "```", "~~~", ":", "[^")
_TITLE_LENGTH = 40
_SENTENCE_ENDS = ("。", "！", "？", "；", "，", "：", "、", "…", "!", "?", ";", ",", ":", ".", "”", "）")


def heading(words: str) -> re.Match[str] | None:
    """Match a heading with its level and title: `## 小标题`, but not `#话题#` or `#1机组`."""
    return _HEADING.match(words) if words.startswith("#") and not _TOPIC_LINE.match(words) else None


def title(words: str) -> str:
    """The title of a heading, with a space before its id; a topic in it keeps both of its `#`."""
    words = _GLUED_IDENTIFIER.sub(r"\1 \2", words.strip(BLANKS))
    return words + marks.note(marks.GUARD, 0) if words.startswith("#") and words.endswith("#") else words


def begins_as_block(words: str) -> bool:
    """Whether the content of an item may begin with a block other than text."""
    is_marked = words.startswith(_BLOCK_SIGNS) or containers.marker_kind(words) != ""
    return is_marked or is_html_block(words) or RULE.fullmatch(words) is not None


def is_html_block(words: str) -> bool:
    html = _HTML.match(words)
    return html is not None and (html["tag"] or "div").lower() in BLOCK_LEVEL_ELEMENTS


def is_title(words: str) -> bool:
    """Whether the words above an underline can be a heading: short, not a sentence, not a photo."""
    words = words.strip(BLANKS)
    return len(words) <= _TITLE_LENGTH and not words.endswith(_SENTENCE_ENDS) and not words.startswith("![")


def guarded(words: str) -> str:
    """A line of text, with a guard where Markdown would take its start for markup."""
    sign = _NOT_TO_BE_READ.match(words)
    if sign is None:
        return words
    return words[: sign.end()] + marks.note(marks.GUARD, 0) + words[sign.end() :]


def end_of_html(words: str) -> str:
    """What ends the raw HTML that begins with these words; "" for a blank line."""
    html = _HTML.match(words)
    name = (html["tag"] or "") if html else ""
    return "-->" if words.startswith("<!--") else _VERBATIM.get(name.lower(), "")
