"""Which line beside a photo names who made it: newspapers set it below the picture. What lines say is left to `caption`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..caption import Told, told_by
from .photo_marks import PhotoMark

_FURTHEST = 3000  # characters that are looked at on each side of a photo
_LONGEST_LONE = 40  # characters of a line that is nothing but a credit
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*(?=\n)")
_REST_IS_BLANK = re.compile(r"\s*\Z")
_MARKER = re.compile(r"[ \t\u3000]*(?:[-*+>|#]|\d+[.)])[ \t]|[ \t\u3000]*[>|#]")
_EMPHASIS = re.compile(r"^([ \t\u3000]*)([*_]{1,3}|[“\"])(?=\S)(.+?)([*_]{1,3}|[”\"])([ \t\u3000]*)$")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line beside a photo tells. start, end: where the credit stands in the body; cut_from, cut_to: what leaves
    the body with it, the line's end for one that held nothing else."""

    told: Told
    start: int
    end: int
    cut_from: int
    cut_to: int


def groups(body: str, marks: list[PhotoMark]) -> list[tuple[int, int]]:
    """The photos that stand together in one paragraph, as [first, last) indexes."""
    found: list[tuple[int, int]] = []
    for index, mark in enumerate(marks):
        between = body[marks[index - 1].end : mark.start] if index else "x"
        if not between.strip() and not _BLANK_LINE.search(between):
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def after(body: str, start: int, end: int, known: Collection[str], *, stands_alone: bool) -> Line | None:
    """The line that tells of the photo which ends at `start`; nothing behind `end` belongs to it.

    It is the first line below (or behind) the photo when that is a credit, or the last of the lines that follow in the
    same paragraph, or a paragraph of one line.
    """
    lines, is_apart = _lines_after(body, start, min(end, start + _FURTHEST))
    if not lines:
        return None
    first = _read(body, *lines[0], known, stands_alone=stands_alone)
    if first and first.told.start == 0:
        return first
    if is_apart and len(lines) > 1:
        return None
    return first if len(lines) == 1 else _read(body, *lines[-1], known, stands_alone=stands_alone)


def before(body: str, start: int, end: int, known: Collection[str], *, stands_alone: bool) -> Line | None:
    """The line above (or before) the photo that begins at `end`, when it is a credit; or ends in one and stands close by."""
    text = body[max(start, end - _FURTHEST) : end]
    kept = text.rstrip()
    line_start = end - len(text) + kept.rfind("\n") + 1
    line_end = end - len(text) + len(kept)
    if not kept or line_start < start:
        return None
    line = _read(body, line_start, line_end, known, stands_alone=stands_alone)
    is_close = not _BLANK_LINE.search(body, line_end, end)
    return line if line and line.told.is_sure and (line.told.start == 0 or is_close) else None


def lone_credits(body: str, known: Collection[str]) -> Iterator[tuple[int, int, Told]]:
    """Lines that are nothing but a credit: where each stands, and what it tells."""
    start = 0
    for text in body.split("\n"):
        told = told_by(text.strip(), known, stands_alone=True) if 0 < len(text.strip()) <= _LONGEST_LONE else None
        if told and told.is_sure and told.start == 0:
            yield start, start + len(text), told
        start += len(text) + 1


def _lines_after(body: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """The lines of the paragraph behind `start` as (start, end), and whether a blank line stands before them."""
    lines: list[tuple[int, int]] = []
    is_apart, at = False, start
    while at < end:
        stop = body.find("\n", at, end)
        stop = end if stop < 0 else stop
        if body[at:stop].strip():
            lines.append((at, stop))
        elif lines:
            break
        elif at > start:
            is_apart = True
        at = stop + 1
    return lines, is_apart


def _read(body: str, start: int, end: int, known: Collection[str], *, stands_alone: bool) -> Line | None:
    """What the line at [start, end) tells, when it is one of running text."""
    line = body[start:end]
    if _MARKER.match(line) or "![" in line:
        return None
    whole = _EMPHASIS.match(line)
    words = whole[3] if whole else line.strip()
    told = told_by(words, known, stands_alone=stands_alone)
    if told is None or (whole and told.start):
        return None
    at = start + (whole.start(3) if whole else line.index(words))
    if told.start == 0:
        return Line(
            told, start + len(line) - len(line.lstrip()), start + len(line.rstrip()), *_whole_line(body, start, end)
        )
    return Line(told, at + told.start, at + told.end, at + told.start, at + told.end)


def _whole_line(body: str, start: int, end: int) -> tuple[int, int]:
    """What is taken away with a line: its end, and one of two blank lines that would meet."""
    if body[start - 1 : start] not in ("", "\n"):  # it stands behind a photo
        return start, end
    if _REST_IS_BLANK.match(body, end):
        return len(body[:start].rstrip()), end
    after = end + 1 if body[end : end + 1] == "\n" else end
    is_after_blank = not body[body.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)].strip()
    stop = body.find("\n", after)
    if is_after_blank and after < len(body) and stop >= 0 and not body[after:stop].strip():
        after = stop + 1
    return start, after
