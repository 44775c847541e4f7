"""Finds what Git leaves in a text when two versions of it could not be merged. Which texts are looked at is left to their readers.

Looks at bytes: a branch is named in UTF-8 also where the text around its name is GBK. What is certain: a line of seven or more
`<`, `>` or `|` with nothing behind or a space and a name. A row of `=` alone is an underline, and one of `|` a table's row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from .files import read_bytes

CODES = frozenset({"FI20", "FI21"})
_LOOK = 8000  # bytes in which Git looks for a zero byte to tell that a file is no text
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_BREAK = re.compile(rb"\r\n?|\n")
_MARKER = re.compile(r"(?:[\ufeff \t\u3000]|> )*((<|>|\||=)\2{6,})(?:[ \t]+(\S.*))?")
_ANCESTOR = re.compile(
    r"merged common ancestors|parent of .*|empty tree|[0-9a-f]{7,40}(?:\b.*)?"
)  # as Git calls a merge's base
_USUAL = 7  # signs in a row, where a repository does not ask for more
_SIGNS = tuple(sign * _USUAL for sign in (b"<", b">", b"|"))


@dataclass(frozen=True, slots=True)
class _Marker:
    """One line of Git's. line: from 1; sign: one of < | = >; label: the branch or commit named behind, "" for none."""

    line: int
    column: int
    sign: str
    length: int
    label: str
    text: str

    def is_certain(self) -> bool:
        """Whether this line is Git's even when no other is left."""
        if self.sign == "=" or self.length != _USUAL:
            return False
        return self.sign != "|" or bool(_ANCESTOR.fullmatch(self.label))

    def place(self, file: str) -> Place:
        return Place(file, self.line, self.column, self.length, self.text)


_Group = tuple[_Marker, ...]  # the markers of one conflict, in order


def find(data: bytes, file: str) -> tuple[Problem, ...]:
    """One error a conflict in `data`, the bytes of a text file; nothing for a text without. file: as findings name it."""
    if not _may_hold(data):
        return ()
    return tuple(_finding(group, file) for group in _groups(_lines(data)))


def look(path: Path, file: str) -> tuple[Problem, ...]:
    """The same for a file that nobody else reads and that may be no text at all."""
    try:
        beginning = read_bytes(path, _LOOK)
        if b"\0" in beginning and not beginning.startswith(_UTF_16):
            return ()
        return find(beginning if len(beginning) < _LOOK else read_bytes(path), file)
    except OSError:
        return ()


def versions(data: bytes) -> tuple[bytes, ...]:
    """Both versions that `data` may have been meant to be, as UTF-8, line for line; `data` itself when nothing is in conflict."""
    if not find(data, ""):
        return (data,)
    lines = _lines(data)
    ours, theirs = lines.copy(), lines.copy()
    for group in _groups(lines):
        first, last = group[0].line, group[-1].line
        inner = [marker.line for marker in group[1:-1]] or [last]
        _blank(theirs, first, inner[-1])
        _blank(ours, inner[0], last)
        for marker in group:
            ours[marker.line - 1] = theirs[marker.line - 1] = ""
    return "\n".join(ours).encode(), "\n".join(theirs).encode()


def _blank(lines: list[str], first: int, last: int) -> None:
    lines[first - 1 : last] = [""] * (last - first + 1)


def _may_hold(data: bytes) -> bool:
    return any(sign in data for sign in _SIGNS) or data.startswith(_UTF_16)


def _lines(data: bytes) -> list[str]:
    if data.startswith(_UTF_16):
        data = data.decode("utf-16", "replace").encode()
    return [_decoded(line) for line in _LINE_BREAK.split(data)]


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("gb18030", "replace")


def _markers(lines: list[str]) -> Iterator[_Marker]:
    for number, line in enumerate(lines, start=1):
        match = _MARKER.fullmatch(line.rstrip())
        if match and not (match[2] == "=" and match[3]):
            yield _Marker(number, match.start(1) + 1, match[2], len(match[1]), match[3] or "", line)


def _groups(lines: list[str]) -> list[_Group]:
    """The conflicts, outermost ones only; a half of which nothing else is left stands alone, or with its `=======`."""
    open_: dict[int, list[list[_Marker]]] = defaultdict(list)
    found: list[_Group] = []
    middle: _Marker | None = None  # a row of = outside any conflict
    for marker in _markers(lines):
        mine = open_[marker.length][-1] if open_[marker.length] else None
        if marker.sign == "<":
            open_[marker.length].append([marker])
        elif mine is not None:
            mine.append(marker)
            if marker.sign == ">":
                found.append(tuple(open_[marker.length].pop()))
                middle = None
        elif marker.sign == "=":
            middle = marker
        elif marker.is_certain():
            found.append((middle, marker) if middle and middle.length == marker.length else (marker,))
            middle = None
    halves = (group for groups in open_.values() for group in groups if group[0].is_certain())
    return list(_outermost([*found, *(tuple(half[:2]) for half in halves)]))


def _outermost(groups: list[_Group]) -> Iterator[_Group]:
    """In order, without those inside another: a merge's base may be in conflict itself."""
    done = 0
    for group in sorted(groups, key=lambda group: (group[0].line, -group[-1].line)):
        if group[0].line > done:
            done = group[-1].line
            yield group


def _finding(group: _Group, file: str) -> Problem:
    first, last = group[0], group[-1]
    middle = next((marker for marker in group if marker.sign == "="), last)
    if first.sign != "<" or last.sign != ">":
        half = first if last is middle else last
        row = (
            f"第 {middle.line} 行的 {middle.sign * middle.length} 如果不是小标题的下划线，也删去。"
            if middle is not half
            else ""
        )
        return problem("FI21", half.place(file), {"written": half.text.strip(), "row": row})
    base = next((marker.line for marker in group if marker.sign == "|"), None)
    former = f"第 {base} 行到第 {middle.line} 行之间是合并以前的旧写法，也要删去；" if base else ""
    names = {"ours": first.label or "没有写名字", "theirs": last.label or "没有写名字"}
    numbers = "、".join(str(marker.line) for marker in group)
    lines = {"first": first.line, "last": last.line, "lines": numbers, "former": former}
    return problem("FI20", first.place(file), {**names, **lines})
