"""Finds Git's merge-conflict markers in a text. Which texts are searched is left to the callers.

Works on bytes: a branch name is UTF-8 even where the text around it is GBK. A marker is certain if it is a line of seven or
more `<`, `>` or `|`, followed by nothing or by a space and a name. A row of `=` alone is an underline, one of `|` a table row.
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
_LOOK = 8000  # bytes in which Git looks for a zero byte, to tell binary files from text
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_BREAK = re.compile(rb"\r\n?|\n")
_MARKER = re.compile(r"(?:[\ufeff \t\u3000]|> )*((<|>|\||=)\2{6,})(?:[ \t]+(\S.*))?")
_ANCESTOR = re.compile(
    r"merged common ancestors|parent of .*|empty tree|[0-9a-f]{7,40}(?:\b.*)?"
)  # Git's names for the merge base
_USUAL = 7  # signs in a row, unless a repository sets conflict-marker-size
_SIGNS = tuple(sign * _USUAL for sign in (b"<", b">", b"|"))


@dataclass(frozen=True, slots=True)
class _Marker:
    """One marker line. line: from 1; sign: one of < | = >; label: the branch or commit named after it, "" for none."""

    line: int
    column: int
    sign: str
    length: int
    label: str
    text: str

    def is_certain(self) -> bool:
        """Whether this line is a marker even when it is the only one left."""
        if self.sign == "=" or self.length != _USUAL:
            return False
        return self.sign != "|" or bool(_ANCESTOR.fullmatch(self.label))

    def place(self, file: str) -> Place:
        return Place(file, self.line, self.column, self.length, self.text)


_Group = tuple[_Marker, ...]  # the markers of one conflict, in order


def find(data: bytes, file: str) -> tuple[Problem, ...]:
    """One error for each conflict in `data`, the bytes of a text file. file: its name in findings."""
    if not _may_hold(data):
        return ()
    return tuple(_finding(group, file) for group in _groups(_lines(data)))


def look(path: Path, file: str) -> tuple[Problem, ...]:
    """The same for a file that nothing else reads and that may not be text; nothing if it cannot be read."""
    try:
        beginning = read_bytes(path, _LOOK)
        if b"\0" in beginning and not beginning.startswith(_UTF_16):
            return ()
        return find(beginning if len(beginning) < _LOOK else read_bytes(path), file)
    except OSError:
        return ()


def versions(data: bytes) -> tuple[bytes, ...]:
    """Both sides of the conflicts in `data`, as UTF-8, with the same line numbers; `data` alone if there is no conflict."""
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
    """The outermost conflicts; a marker whose other half is gone forms a group alone, or with its `=======`."""
    open_: dict[int, list[list[_Marker]]] = defaultdict(list)
    closed: list[_Group] = []
    middle: _Marker | None = None  # a row of = outside any conflict
    for marker in _markers(lines):
        mine = open_[marker.length][-1] if open_[marker.length] else None
        if marker.sign == "<":
            open_[marker.length].append([marker])
        elif mine is not None:
            mine.append(marker)
            if marker.sign == ">":
                closed.append(tuple(open_[marker.length].pop()))
                middle = None
        elif marker.sign == "=":
            middle = marker
        elif marker.is_certain():
            closed.append((middle, marker) if middle and middle.length == marker.length else (marker,))
            middle = None
    halves = (group for groups in open_.values() for group in groups if group[0].is_certain())
    return list(_outermost([*closed, *(tuple(half[:2]) for half in halves)]))


def _outermost(groups: list[_Group]) -> Iterator[_Group]:
    """In order, without those nested in another: a merge base may contain conflicts itself."""
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
