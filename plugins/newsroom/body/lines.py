"""Where paragraphs and lists begin in an editor's text, line by line, before Markdown reads it. Joining lines is left to `joining`."""

from __future__ import annotations

import re

_ITEM = re.compile(r"((?:[ ]{0,3}>[ ]?)*)[ ]{0,3}(?:[-*+]|1\.)[ ]+\S")
_ANY_ITEM = re.compile(r"(?:[ ]{0,3}>[ ]?)*[ ]{0,3}(?:[-*+]|\d+\.)[ ]+\S")
_PARAGRAPH_START = "\u3000\u3000"
_HASHTAG = re.compile(r"#(?=[^#\s][^#]*#\s*(?:$|[^#\s]))")
_GLUED_IDENTIFIER = re.compile(r"(#{1,6}.*\S)(\{:?[ ]*#[^}]*\}[ ]*)$")
_OF_INTEREST = re.compile(r"^(?:[ >]*(?:[-*+]|1\.)[ ]|#|[ ]*\u3000)", re.MULTILINE)


def prepare(lines: list[str]) -> list[str]:
    """The same lines as Markdown must see them to read what a Chinese editor means.

    A list or a line that begins with two full-width spaces begins anew even without a blank line before it; a line of
    full-width spaces is blank; `#话题#` is no heading; `{#id}` belongs to its heading also without a space before it.
    Fenced code must have been taken out before.
    """
    if not _OF_INTEREST.search("\n".join(lines)):
        return lines
    prepared: list[str] = []
    before, in_list = "", False
    for line in map(_mended, lines):
        is_item = bool(_ANY_ITEM.match(line))
        separator = None if not before.strip(" >") else _separator(line, before, in_list)
        if separator is not None:
            prepared.append(separator)
        prepared.append(line)
        in_list = is_item or (in_list and bool(line.strip(" >")) and separator is None)
        before = line
    return prepared


def _mended(line: str) -> str:
    if line[:1] == "#":
        if _HASHTAG.match(line):
            return "\\" + line
        return _GLUED_IDENTIFIER.sub(r"\1 \2", line)
    return "" if "\u3000" in line and not line.strip(" \u3000") else line


def _separator(line: str, before: str, in_list: bool) -> str | None:
    """The blank line that must stand before `line`, which follows the line `before` that is not blank; or None."""
    if line.startswith(_PARAGRAPH_START):
        return ""
    item = _ITEM.match(line)
    if item is None or in_list or before.startswith("    "):
        return None
    depth = item.group(1).count(">")
    is_as_deep = before[: len(before) - len(before.lstrip(" >"))].count(">") == depth
    return item.group(1).rstrip() if is_as_deep else None
