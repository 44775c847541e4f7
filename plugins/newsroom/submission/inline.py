"""Writes the runs of a paragraph as Markdown whose printed words are the words of the tree: what would be read as markup is escaped.

The result is read back by the reader of bodies; where emphasis would not be read as meant, it is left away rather than a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ..body import to_document
from ..body.placed import words_of as printed_words
from ..findings.problems import Place
from ..text.typography import printable
from .cuts import BLANKS
from .tree import Run

_ADDRESS = r"(?P<address>(?:https?://|www\.)[!-~]+)"
_FEW = re.compile(rf"{_ADDRESS}|[\\`*_\[\]<&~|]|(?<=\])\(")
_FAR = re.compile(r"<[A-Za-z/!?]|^\s*(?:```|~~~)")  # what would be closed by something further down
_MANY = re.compile(rf"{_ADDRESS}|[\\`*_{{}}\[\]#|<>&~=+^:@%$!]")
_BACKSLASHED = "\\`*_{}[]#!.)+->"
_AT_START = re.compile(r"(?P<number>[0-9]{1,9})(?P<dot>[.)])(?=\s|$)|[-+>#|:=＃＞]")
_SPECIAL = re.compile(r"[\\`*_{}\[\]#|<>&~=+^:@%$!＊＜＞｀｜＃]|^\s*(?:[-+]|[0-9]{1,9}[.)](?:\s|$))|\.\.|--|  |^\W")
_NUMBER = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
_UNPRINTED = re.compile("[\ufdd0-\ufdef]")  # the reader keeps them for itself
_WEB = re.compile(r"(?:https?://|mailto:)\S[^\n]*$")
_UNSAFE = str.maketrans(
    {
        "(": "%28",
        ")": "%29",
        " ": "%20",
        "<": "%3C",
        ">": "%3E",
        '"': "%22",
        "[": "%5B",
        "]": "%5D",
        "\\": "%5C",
        "`": "%60",
        "*": "%2A",
        "_": "%5F",
        "|": "%7C",
    }
)


class Marks(NamedTuple):
    """The emphasis of a stretch of runs."""

    bold: bool
    italic: bool
    struck: bool
    position: str
    link: str


Escape = Callable[[str, bool], str]
NoteNames = Mapping[str, str]


def as_markdown(runs: Sequence[Run], notes: NoteNames, *, frame: str = "{}") -> str:
    """The runs as one line. notes: the numbers of footnotes by the keys of their calls; frame: what stands around the line in
    the body, such as `## {}`."""
    runs = _settled(runs)
    expected = _expected(runs)
    plain = [replace(run, is_bold=False, is_italic=False, is_struck=False, position="") for run in runs]
    ways = ((runs, _as_it_is), (runs, _lightly), (runs, _fully), (plain, _lightly), (plain, _fully))
    for shape, escape in ways[1:] if _FAR.search(expected) else ways:
        line = _no_item(_line(shape, notes, escape), frame)
        if not _SPECIAL.search(line) and line == expected:
            return line
        alone = _no_item(_line(shape, {}, escape), frame)  # a call without its note would be printed as it is
        if _prints(frame.format(alone), expected, is_silent=escape is _as_it_is):
            return line
    return _line([Run("".join(run.text for run in runs)), *(run for run in runs if run.note)], notes, _all_referenced)


def _no_item(line: str, frame: str) -> str:
    """The line so that its number does not continue a list above it, which would print the number as its own."""
    return _NUMBER.sub(r"\1\\\2", line) if frame[0] not in "#|" else line


def _settled(runs: Sequence[Run]) -> list[Run]:
    """The runs on one line, without links that lead nowhere, and without bold where all of it is."""
    is_bold_meant = not all(run.is_bold for run in runs if run.text.strip())
    return [
        replace(
            run,
            text=_UNPRINTED.sub("", printable(run.text.replace("\n", " ").replace("\t", " "))),
            is_bold=run.is_bold and is_bold_meant,
            link=run.link if _WEB.match(run.link) else "",
        )
        for run in runs
    ]


def _expected(runs: Sequence[Run]) -> str:
    return " ".join("".join(run.text for run in runs).split(" ")).strip()


def _prints(markdown: str, words: str, *, is_silent: bool) -> bool:
    """Whether a body of this one block prints these words and nothing else; is_silent: and no finding is made of them."""
    document, problems = to_document(markdown, partial(_place), "")
    shown = "".join(text for _, text in printed_words(document))
    return _same(shown) == _same(words) and not (is_silent and problems)


def _same(text: str) -> str:
    """The words without blanks, whose number is typography."""
    return "".join(text.split())


def _place(line: int, column: int, length: int = 1) -> Place:
    return Place("", line, column, length)


def _line(runs: Sequence[Run], notes: NoteNames, escape: Escape) -> str:
    pieces: list[str] = []
    for marks, group in groupby(runs, key=_marks):
        pieces.append(_stretch(marks, list(group), notes, escape, is_first=not "".join(pieces).strip()))
    return "".join(pieces).strip()


def _marks(run: Run) -> Marks:
    if run.note:
        return Marks(False, False, False, "", "")
    return Marks(run.is_bold, run.is_italic, run.is_struck, run.position, run.link)


def _stretch(marks: Marks, runs: Sequence[Run], notes: NoteNames, escape: Escape, *, is_first: bool) -> str:
    words = "".join(_pieces(runs, notes, escape, is_first=is_first and not any(marks)))
    inside = words.strip(BLANKS)
    if not inside:
        return words
    before, _, after = words.partition(inside)
    if marks.position:
        inside = f"<{marks.position[:3]}>{inside}</{marks.position[:3]}>"
    for is_marked, sign in ((marks.struck, "~~"), (marks.italic, "*"), (marks.bold, "**")):
        inside = f"{sign}{inside}{sign}" if is_marked else inside
    if marks.link and marks.link != "".join(run.text for run in runs).strip():
        inside = f"[{inside}]({marks.link.translate(_UNSAFE)})"
    return before + inside + after


def _pieces(runs: Sequence[Run], notes: NoteNames, escape: Escape, *, is_first: bool) -> Iterator[str]:
    for run in runs:
        if run.note and run.note in notes:
            yield f"[^{notes[run.note]}]"
        if run.text:
            yield escape(run.text, is_first)
            is_first = is_first and not run.text.strip()


# -- Ways to write a sign as itself, from the least to the most ------------------------------------------------------


def _as_it_is(text: str, is_first: bool) -> str:
    return text


def _lightly(text: str, is_first: bool) -> str:
    """The signs of emphasis, links and tags after a backslash where Markdown knows that, else as references."""
    return _written(text, is_first, _FEW)


def _fully(text: str, is_first: bool) -> str:
    return _written(text, is_first, _MANY)


def _all_referenced(text: str, is_first: bool) -> str:
    return "".join(_reference(sign) if not sign.isalnum() and sign != " " else sign for sign in text)


def _written(text: str, is_first: bool, signs: re.Pattern[str]) -> str:
    """The text with its signs escaped, except in addresses, and with a beginning that begins no list, quote or heading."""
    at = _AT_START.match(text) if is_first else None
    first = ""
    if at is not None:
        first = (at["number"] or "") + _backslashed(at["dot"] or at.group())
        text = text[at.end() :]
    return first + signs.sub(lambda sign: sign.group() if sign["address"] else _backslashed(sign.group()), text)


def _backslashed(sign: str) -> str:
    return f"\\{sign}" if sign in _BACKSLASHED else _reference(sign)


def _reference(sign: str) -> str:
    return f"&#{ord(sign)};"
