"""Finds the head of a file: where the lines between `---` and `---` begin and end. Reading them is left to `frontmatter`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..findings.catalogue import problem
from ..findings.problems import Edit, Problem
from ..schema import TOP, find
from ..text.source import Source

_FENCE = re.compile(r"\s*[-－—–―‐‑‒−─━﹣]{2,}\s*$")
_BULLET = re.compile(r"\s*[-－–—][ \t\u3000\xa0]")
_KEY = re.compile(r"\s*([^\W_][\w \t\u3000\xa0]{0,20}?)\s*([:：])")
_OTHER_FORMS = {"TOML（+++）": re.compile(r"\s*[+＋]{3}\s*$"), "JSON（{）": re.compile(r"\s*(?:;;;\s*$|\{\s*(?:\"|$))")}


@dataclass(frozen=True, slots=True)
class Span:
    """The lines of a head, as indices into Source.lines: those between the fences are [start, end).

    top: the line that findings about the head as a whole point to; body: the first line after the head.
    """

    top: int
    start: int
    end: int
    body: int


def locate(source: Source) -> tuple[Span | None, tuple[Problem, ...]]:
    """The lines of the head, or None if there is none; fences in other forms are accepted and reported."""
    lines = source.lines
    top = next((index for index, line in enumerate(lines) if line.strip()), None)
    if top is None:
        return None, ()
    other = next((name for name, sign in _OTHER_FORMS.items() if sign.match(lines[top])), "")
    if other:
        return None, (problem("HD21", source.place_at(top + 1, 1, len(lines[top])), {"form": other}),)
    problems: list[Problem] = []
    is_fenced = bool(_FENCE.match(lines[top]))
    if not is_fenced and not _begins_head(lines, top):
        return None, (problem("HD10", source.place_at(top + 1, 1, len(lines[top]))),)
    if top:
        edit = Edit(0, source.starts[top], "")
        problems.append(problem("HD09", source.place_at(1, 0), edits=(edit,)))
    if is_fenced:
        problems.extend(_fence_slip(source, top))
    else:
        edit = Edit(source.starts[top], source.starts[top], "---\n")
        problems.append(problem("HD03", source.place_at(top + 1, 1, len(lines[top])), edits=(edit,)))
    start = top + 1 if is_fenced else top
    end, is_closed = _end(lines, start)
    if is_closed:
        problems.extend(_fence_slip(source, end))
    else:
        last = max(top, end - 1)
        problems.append(problem("HD11", source.place_at(last + 1, 1, len(lines[last])), {"line": last + 1}))
    return Span(top, start, end, end + 1 if is_closed else end), tuple(problems)


def _fence_slip(source: Source, index: int) -> list[Problem]:
    line = source.lines[index]
    if line.rstrip(" \t") == "---":
        return []
    start = source.starts[index]
    edit = Edit(start, start + len(line), "---")
    return [problem("HD04", source.place(start, len(line)), {"written": line.strip()}, edits=(edit,))]


def _begins_head(lines: tuple[str, ...], top: int) -> bool:
    """Whether a head without its opening fence begins here: a known key in four lines, after nothing but `word:` lines."""
    for line in lines[top : top + 4]:
        match = _KEY.match(line)
        if not match:
            return False
        if find(match.group(1), TOP):
            return True
    return False


def _end(lines: tuple[str, ...], start: int) -> tuple[int, bool]:
    """The index of the closing fence and True; or the index after the last line that can belong to the head and False."""
    fence = next((index for index in range(start, len(lines)) if _FENCE.match(lines[index])), None)
    stop = len(lines) if fence is None else fence
    if fence is not None and all(line and not line.isspace() for line in lines[start:fence]):
        return fence, True
    last_key = max((index for index in range(start, stop) if _is_known_key(lines[index])), default=start - 1)
    for index in range(start, stop):
        if not lines[index].strip():
            continue
        after_blank = index > start and not lines[index - 1].strip()
        if fence is None and after_blank and not _continues(lines[index]):
            return _before_blanks(lines, start, index), False
        if _is_prose(lines[index]) and index > last_key and (after_blank or fence is None):
            return _before_blanks(lines, start, index), False
    return (_before_blanks(lines, start, stop), False) if fence is None else (fence, True)


def _is_known_key(line: str) -> bool:
    match = _KEY.match(line)
    return bool(match and find(match.group(1), TOP))


def _continues(line: str) -> bool:
    """Whether a line after a blank one can still belong to a head that has no closing fence."""
    return line[0] in " \t" or bool(_BULLET.match(line)) or _is_known_key(line)


def _is_prose(line: str) -> bool:
    """Whether a line cannot belong to a head: not indented, not an item, not a comment, no colon after a short word."""
    is_comment = line.startswith("# ") or line == "#"
    return not (line[0] in " \t" or is_comment or _BULLET.match(line) or _KEY.match(line))


def _before_blanks(lines: tuple[str, ...], start: int, end: int) -> int:
    while end > start and not lines[end - 1].strip():
        end -= 1
    return end
