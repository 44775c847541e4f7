"""Finds the line next to a photo that credits its maker, as newspapers print it. Parsing the line is left to `byline.caption`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from ..byline.caption import CaptionCredit, credit_at_end
from .photo_marks import PhotoMark

_FURTHEST = 3000  # characters examined on each side of a photo
_LONGEST_LONE = 40  # characters of a line that consists only of a credit
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*(?=\n)")
_REST_IS_BLANK = re.compile(r"\s*\Z")
_BEFORE_WORDS = re.compile(r"[ \t\u3000>]*(?:<br\s*/?>[ \t\u3000]*)*", re.IGNORECASE)
_MARKER = re.compile(r"(?:[-*+]|\d+[.)])[ \t]|[|#]")
_EMPHASIS = re.compile(r"(?:[*_]{1,3}|[“\"])(?=\S)(.+?)(?:[*_]{1,3}|[”\"])$")
_AROUND_LINES = " \t\u3000#>*_-"
_NO_WORDS = " \t\u3000>\\"


@dataclass(frozen=True, slots=True)
class Line:
    """The credit in a line next to a photo. start, end: the credit's offsets in the body; cut_from, cut_to: what is removed
    from the body with it, including the line end if the line contained nothing else."""

    told: CaptionCredit
    start: int
    end: int
    cut_from: int
    cut_to: int


def groups(body: str, marks: list[PhotoMark]) -> list[tuple[int, int]]:
    """The groups of photos in the same paragraph, as [first, last) indexes."""
    found: list[tuple[int, int]] = []
    for index, mark in enumerate(marks):
        between = body[marks[index - 1].end : mark.start] if index else "x"
        if not between.strip() and not _BLANK_LINE.search(between):
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def after(body: str, start: int, end: int, known: Collection[str], *, stands_alone: bool) -> Line | None:
    """The line that credits the photo ending at `start`; nothing after `end` belongs to it.

    It is the first line below (or after) the photo, or the last of those that follow in the same paragraph.
    """
    end = min(end, start + _FURTHEST, _cell_end(body, start))
    lines, is_apart = _lines_after(body, start, end)
    if not lines:
        return None
    first = _read(body, *lines[0], known, stands_alone=stands_alone)
    if (first and first.told.is_sure) or is_apart or len(lines) == 1:
        return first
    last = _read(body, *lines[-1], known, stands_alone=stands_alone)
    return last if last and last.told.is_sure else first


def before(body: str, start: int, end: int, known: Collection[str], *, stands_alone: bool) -> Line | None:
    """The line above (or before) the photo starting at `end`, if it is a credit; or ends in one with no blank line between."""
    text = body[max(start, end - _FURTHEST, _cell_start(body, end)) : end]
    kept = text.rstrip(_NO_WORDS + "\n")
    line_start = end - len(text) + kept.rfind("\n") + 1
    line_end = end - len(text) + len(kept)
    if not kept or line_start < start:
        return None
    line = _read(body, line_start, line_end, known, stands_alone=stands_alone)
    is_close = not _BLANK_LINE.search(body, line_end, end)
    return line if line and line.told.is_sure and (line.told.start == 0 or is_close) else None


def _row(body: str, at: int) -> tuple[int, int] | None:
    """Start and end of the table row that contains `at`; None outside of tables."""
    start, end = body.rfind("\n", 0, at) + 1, body.find("\n", at)
    return (start, len(body) if end < 0 else end) if body[start:at].lstrip().startswith("|") else None


def _cell_end(body: str, at: int) -> int:
    row = _row(body, at)
    bar = body.find("|", at, row[1]) if row else -1
    return len(body) if row is None else row[1] if bar < 0 else bar


def _cell_start(body: str, at: int) -> int:
    row = _row(body, at)
    return body.rfind("|", row[0], at) + 1 if row else 0


def lone_credits(body: str, known: Collection[str]) -> Iterator[tuple[int, int, CaptionCredit]]:
    """Lines that consist only of a credit, as (start, end, credit)."""
    start = 0
    for text in body.split("\n"):
        words = text.strip(_AROUND_LINES)
        ending = (
            credit_at_end(words, known, stands_alone=True, is_line=True) if 0 < len(words) <= _LONGEST_LONE else None
        )
        if ending and ending.is_sure and ending.start == 0:
            yield start, start + len(text), ending
        start += len(text) + 1


def _lines_after(body: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """The lines of the paragraph after `start` as (start, end), and whether a blank line precedes them."""
    lines: list[tuple[int, int]] = []
    is_apart, at = False, start
    while at < end:
        stop = body.find("\n", at, end)
        stop = end if stop < 0 else stop
        if body[at:stop].strip(_NO_WORDS):
            lines.append((at, stop))
        elif lines:
            break
        elif at > start:
            is_apart = True
        at = stop + 1
    return lines, is_apart


def _read(body: str, start: int, end: int, known: Collection[str], *, stands_alone: bool) -> Line | None:
    """The credit in the line at [start, end), if it is a line of running text."""
    before = _BEFORE_WORDS.match(body, start, end)
    at = before.end() if before else start
    words = body[at:end].rstrip()
    if _MARKER.match(words) or "![" in words:
        return None
    emphasis = _EMPHASIS.match(words)
    if emphasis:
        at, words = at + emphasis.start(1), emphasis[1]
    ending = credit_at_end(words, known, stands_alone=stands_alone, is_line=True)
    if ending is None or (emphasis and ending.start):
        return None
    if not any(map(str.isalnum, ending.rest)):
        return Line(replace(ending, start=0), start, end, *_whole_line(body, start, end))
    return Line(ending, at + ending.start, at + ending.end, at + ending.start, at + ending.end)


def _whole_line(body: str, start: int, end: int) -> tuple[int, int]:
    """The range removed with a line: its line end, and one of the two blank lines that would become adjacent."""
    if body[start - 1 : start] not in ("", "\n"):  # it follows a photo on the same line
        return start, end
    if _REST_IS_BLANK.match(body, end):
        return len(body[:start].rstrip(" \t\n\u3000\\")), end
    if body[start - 2 : start] == "\\\n":  # a hard break
        return start - 2, end
    after = end + 1 if body[end : end + 1] == "\n" else end
    is_after_blank = not body[body.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)].strip()
    stop = body.find("\n", after)
    if is_after_blank and after < len(body) and stop >= 0 and not body[after:stop].strip():
        after = stop + 1
    return start, after
