"""Finds the page of a code for people who ask for it, on the terminal or in the preview. Reads what is in `docs/codes`."""

from __future__ import annotations

import re
from textwrap import indent

from plugins.desk.environment import HOUSE
from plugins.newsroom.findings.catalogue import DOMAINS, messages
from plugins.newsroom.findings.refusals import Refusal

PAGES = HOUSE / "docs" / "codes"
_FENCE = re.compile(r"^`{3,}\n(.*?)\n`{3,}$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)", re.MULTILINE)
_SIGN = re.compile(r"^# |\*\*|`|\\(.)", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def told(written: str) -> str:
    """The page of a code for a terminal. Raises Refusal."""
    code = written.upper()
    page = PAGES / f"{code}.md"
    if not page.is_file():
        raise Refusal.of("TK14", written=written, hint=_near(code))
    return _as_plain(page.read_text("utf-8"))


def _near(code: str) -> str:
    """The codes of its domain, or the domains, as a sentence."""
    if code[:2] in DOMAINS:
        return f"{code[:2]} 开头的有：{'、'.join(sorted(messages(code[:2])))}。"
    return f"编号以这些字母开头：{'、'.join(DOMAINS)}。"


def _as_plain(page: str) -> str:
    """Markdown without its signs: what stands in fences is indented, of links the words are left."""
    pieces = _FENCE.split(page)  # words, what stands in a fence, words, …
    return "".join(indent(piece, "    ") if number % 2 else _words(piece) for number, piece in enumerate(pieces))


def _words(text: str) -> str:
    return _SIGN.sub(r"\1", _LINK.sub(r"\1", _HEADING.sub(r"【\1】", text)))
