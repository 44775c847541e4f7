"""Reads Markdown that is not yet a story of ours: Python-Markdown makes a page of it, and the page is read like any other."""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown

from plugins.newsroom.body import effort
from plugins.newsroom.submission.tree import Submission

from . import plain_text, web_page

_SIGNS = re.compile(r"^(?:#{1,6} |[-*+] |\d{1,3}\. |> |```|\|.*\|[ \t]*$)|\*\*|!\[|\]\(|\[\^", re.MULTILINE)
_EXTENSIONS = ("tables", "footnotes", "sane_lists", "nl2br", "fenced_code")


def is_markdown(text: str) -> bool:
    """Whether a text has any sign of Markdown; one without is plain text, whatever its name."""
    return bool(_SIGNS.search(text))


def read(file: str, data: bytes, beside: Callable[[str], bytes | None] = web_page.nothing_beside) -> Submission:
    """The story in a Markdown file of any Chinese encoding. beside: as of a page. Raises Refusal."""
    text, doubts = plain_text.decode(file, data)
    html = _as_page(text) if is_markdown(text) else ""
    return web_page.read_text(file, html, beside, doubts) if html else plain_text.read(file, data)


def _as_page(text: str) -> str:
    """The text as a page, "" for marks that no person wrote: reading them would take time without end."""
    try:
        return "" if effort.too_much(text) is not None else markdown.markdown(text, extensions=_EXTENSIONS)
    except RecursionError:
        return ""
