"""Block containers (quotes, list items, footnotes, definitions): recognizes their markers, and rewrites them for Python-Markdown.

Python-Markdown wants the content of an item indented by four spaces, however the editor indented it. When a container
begins is decided in `openings`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

QUOTE, BULLET, NUMBER, NOTE = ">", "-", "1", "["
SET_IN = "    "
BLANKS = " \t\u3000\xa0"
BULLET_SIGN = re.compile(r"(?P<sign>[-*+])(?P<gap>[ ]+|$)")
NUMBER_SIGN = re.compile(r"(?P<number>[0-9]{1,9})(?P<sign>[.)])(?P<gap>[ ]+|$)")
_QUOTE_SIGN = re.compile(r"[ ]{0,3}>[ ]?")
_CONTENT_INDENT = 5  # from this many spaces after a marker on, they belong to the content


DEEPEST = 40


class TooDeepError(Exception):
    """Lists, quotes or brackets are nested deeper than the parser can follow."""


@dataclass(slots=True)
class Container:
    """An open container.

    indent: columns before its marker; width: columns from the margin to its content; number: of an item in an ordered
    list; first: the prefix of its first rewritten line, None once that is written; rest: the prefix of all other lines.
    """

    kind: str
    rest: str = SET_IN
    indent: int = 0
    width: int = 0
    number: int = 0
    first: str | None = None
    is_glued: bool = False  # whether no blank line separates it from the line above
    is_written: bool = False

    @property
    def is_item(self) -> bool:
        return self.kind in (BULLET, NUMBER)

    def inside(self, line: str) -> str | None:
        """The part of a non-blank line that is this container's content; None when the line is outside."""
        if self.kind == QUOTE:
            sign = _QUOTE_SIGN.match(line)
            return line[sign.end() :] if sign else None
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        if indent >= self.width:
            return line[self.width :]
        if not self.is_item or indent < self.indent + 2:
            return None
        kind = marker_kind(words)
        is_inside = kind != self.kind if kind else indent >= self.indent + 3
        return words if is_inside else None


def quote() -> Container:
    return Container(QUOTE, rest="> ")


def note(first: str) -> Container:
    """A footnote whose first line begins with `first`."""
    return Container(NOTE, width=len(SET_IN), first=first)


def definition(*, is_first: bool) -> Container:
    """A definition; the first one directly follows its terms."""
    return Container(NOTE, width=len(SET_IN), first=":   ", is_glued=is_first)


def item(marker: re.Match[str], indent: int, words: str) -> tuple[Container, str]:
    """The list item that `words` begin with, and its content. marker: a match of BULLET_SIGN or NUMBER_SIGN."""
    content, blanks = words[marker.end() :], len(marker["gap"])
    if blanks >= _CONTENT_INDENT:
        content, blanks = " " * (blanks - 1) + content, 1
    width = indent + marker.start("gap") + max(1, blanks)
    number = marker.groupdict().get("number")
    if number is None:
        return Container(BULLET, indent=indent, width=width, first="- "), content
    return Container(NUMBER, indent=indent, width=width, number=int(number), first=f"{int(number)}. "), content


def marker_kind(words: str) -> str:
    """BULLET or NUMBER when words begin like a list item, else ""."""
    if BULLET_SIGN.match(words):
        return BULLET
    return NUMBER if NUMBER_SIGN.match(words) else ""


class Composition:
    """The rewritten lines, and the containers that are open while they are written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.containers: list[Container] = []
        self.is_blank_before = False  # whether an empty line precedes what is written next
        self._first_item: int | None = None  # depth of the item that began the lines since the last empty one
        self._kinds: dict[int, str] = {}  # of the last item at each depth

    def block(self, lines: Sequence[str], *, is_glued: bool = False) -> None:
        """Write a block in the innermost container, after an empty line unless it begins an item of a tight list."""
        begun = next((depth for depth, holder in enumerate(self.containers) if holder.first is not None), None)
        if not is_glued and not self._goes_on(begun):
            self._write_gap(begun)
        for line in lines or ("",):
            self.lines.append(self.prefix() + line)
        self.is_blank_before = False

    def raw(self, line: str) -> None:
        """Write a line unchanged, after an empty line if there was one."""
        if self.is_blank_before:
            self._write_gap(None)
        self.lines.append(line)
        self._first_item, self.is_blank_before = None, False

    def prefix(self) -> str:
        """The prefix of the next line in the innermost container; to be called once per line."""
        pieces = []
        for depth, holder in enumerate(self.containers):
            pieces.append(holder.rest if holder.first is None else holder.first)
            if holder.is_item and not holder.is_written:
                self._kinds = {at: kind for at, kind in self._kinds.items() if at < depth} | {depth: holder.kind}
            holder.first, holder.is_written = None, True
        return "".join(pieces)

    def _goes_on(self, begun: int | None) -> bool:
        """Whether what begins at depth `begun` continues the list, or the definition, in the lines above."""
        if begun is None or self.is_blank_before:
            return False
        holder = self.containers[begun]
        if holder.is_glued:
            return True
        if self._first_item is None or begun < self._first_item:
            return False
        return holder.is_item and self._kinds.get(begun, holder.kind) == holder.kind

    def _write_gap(self, begun: int | None) -> None:
        if self.lines and self.lines[-1].strip(" >"):
            written = [holder for holder in self.containers if holder.is_written]
            quotes = [depth for depth, holder in enumerate(written) if holder.kind == QUOTE]
            depth = quotes[-1] + 1 if quotes else 0
            self.lines.append("".join(holder.rest for holder in written[:depth]).rstrip(" "))
        is_item = begun is not None and self.containers[begun].is_item
        self._first_item = begun if is_item else None
