"""Manuscript: the shared state while a body's lines are read and rewritten. Interpreting them is left to `lines`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..text.typography import HAN
from .containers import BLANKS, QUOTE, Composition, Container
from .remarks import Change, Remark

CODE = 4  # columns by which code is indented
_ODD_BLANKS = frozenset(" \u3000\xa0")
_WIDE = re.compile("[\u3000\xa0]")
_MARGIN = re.compile(r"[ \t]*[\u3000\xa0][ \t\u3000\xa0]*(?=[-*+][ \t]|[0-9]{1,9}[.)][ \t]|#{1,6}[ ]|>|\|)")
_CHINESE = re.compile(f"[{HAN}]")


@dataclass(slots=True)
class Line:
    """A line of a paragraph. has_tabs: whether its words are in columns."""

    number: int
    words: str
    has_tabs: bool = False


class Manuscript:
    """marked: the lines with notes of positions; source: without; lines: marked, with spaces for tabs.

    page: the rewritten lines; paragraph: the lines of the paragraph that has not ended yet.
    """

    def __init__(self, text: str, source: str) -> None:
        self.marked, self.source = text.split("\n"), source.split("\n")
        self.lines = [_with_blanks(line) if line[:1] in _ODD_BLANKS or "\t" in line else line for line in self.marked]
        self.page = Composition()
        self.paragraph: list[Line] = []
        self.remarks: list[Remark] = []
        self._code_until, self._prose_until = 0, 0  # indented lines before these are code, are prose

    @property
    def open(self) -> list[Container]:
        """The containers that are open, the innermost last."""
        return self.page.containers

    def continues(self, depth: int) -> bool:
        """Whether a line inside `depth` containers follows a paragraph's line in the innermost one."""
        return bool(self.paragraph) and depth == len(self.open)

    def tell(
        self,
        code: str,
        line: int,
        column: int = 0,
        length: int = 0,
        /,
        *,
        changes: Iterable[Change] = (),
        **values: object,
    ) -> None:
        """Add a remark, by default about a whole line. Fixes within lists or quotes are left to the editor."""
        source = self.source[line]
        if not length:
            column = len(source) - len(source.lstrip(BLANKS + ">"))
            length = max(1, len(source.rstrip(BLANKS)) - column)
        may_mend = all(holder.kind == QUOTE for holder in self.open) if code == "BD33" else not self.open
        self.remarks.append(Remark(code, line, column, length, values, tuple(changes) if may_mend else ()))

    def is_prose(self, number: int) -> bool:
        """Whether the indented lines from this one to the next blank one contain Chinese: then they are text, not code."""
        if number >= max(self._code_until, self._prose_until):
            end, has_chinese = number, False
            while end < len(self.lines) and self.lines[end].strip(BLANKS):
                has_chinese = has_chinese or _CHINESE.search(self.lines[end]) is not None
                end += 1
            if has_chinese:
                self._prose_until = end
            else:
                self._code_until = end
        return number < self._prose_until

    def is_code(self, number: int) -> bool:
        """Whether a line that was already read is indented code."""
        line = self.lines[number] if number >= 0 else ""
        return self._prose_until <= number < self._code_until and line.startswith(" " * CODE)


def _with_blanks(line: str) -> str:
    """A line with spaces for its tabs, and for full-width spaces before a sign that begins a block."""
    margin = _MARGIN.match(line)
    if margin is not None:
        is_item = line[margin.end()] not in "#>|"
        line = (_WIDE.sub(" ", margin.group()) if is_item else "") + line[margin.end() :]
    return line.expandtabs(4)
