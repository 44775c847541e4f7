"""Parses and prints bylines: who wrote, photographed, edited. Who the people are is left to `registry`.

The parts: `contributor` (the values), `words` (the tables), `tokens`, `runs`, `singles` and `joins` (the tokenizer),
`grammar` and `people` (the parser), `printing` (the printer).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from .contributor import Byline, Contributor, Piece
from .grammar import Reader
from .printing import as_written, in_one_form
from .tokens import cut, one_line
from .words import TEXT, has_surname, is_institution

__all__ = ["Byline", "Contributor", "Piece", "has_surname", "is_institution", "lay_out", "parse", "render"]

LONGEST = 2000  # characters: over a hundred names; the passes need not be fast on longer lines


def parse(text: str, place: Place, unnamed_work: tuple[str, ...] = (TEXT,)) -> tuple[Byline, tuple[Problem, ...]]:
    """The byline in `text`, which begins at `place`, and everything that is wrong with it or ambiguous.

    unnamed_work: what people without a written craft did; in a byline they wrote, under a photo they took it.
    Nothing is guessed: what is not understood stays in `written`, is a problem, and is in `doubts`. Never raises.
    """
    byline, findings = _understood(text, unnamed_work)
    return byline, tuple(
        problem(code, place.within(start, end - start), {"words": _quoted(text, start, end)})
        for code, start, end in findings
    )


@lru_cache(maxsize=4096)  # many stories have the same byline
def _understood(text: str, unnamed_work: tuple[str, ...]) -> tuple[Byline, tuple[tuple[str, int, int], ...]]:
    """The byline in `text` and its findings as (code, start, end)."""
    if len(text) > LONGEST:
        return Byline(text, (), ((0, len(text)),)), (("BL30", 0, 1),)
    tokens, findings = cut(text)
    reader = Reader(tokens, unnamed_work)
    reader.read()
    marks = sorted((finding.start, finding.end, finding.code) for finding in [*findings, *reader.findings])
    if one_line(text).strip() and not reader.contributors and not marks:
        marks.append((0, len(text), "BL05"))
    doubts = tuple((start, end) for start, end, _ in marks)
    return Byline(text, tuple(reader.contributors), doubts), tuple((code, start, end) for start, end, code in marks)


@lru_cache(maxsize=4096)
def lay_out(byline: Byline) -> tuple[Piece, ...]:
    """The printed byline in pieces: the names of contributors, and the words between them.

    A line that was understood completely is set in house style and parsed again as a check: if that gives other people, or
    if anything is ambiguous, the line is printed as written. A byline without a written line is always set in house style.
    """
    if byline.doubts:
        return as_written(byline)
    pieces = in_one_form(byline.contributors)
    is_as_written = "".join(piece.text for piece in pieces) == byline.written  # it was read once already
    return pieces if is_as_written or not byline.written or _reads_as(pieces, byline) else as_written(byline)


def render(byline: Byline) -> str:
    """The printed byline as one line of text."""
    return "".join(piece.text for piece in lay_out(byline))


def _reads_as(pieces: tuple[Piece, ...], byline: Byline) -> bool:
    again, problems = parse("".join(piece.text for piece in pieces), Place(""))
    return not problems and _meaning(again) == _meaning(byline)


def _meaning(byline: Byline) -> list[Contributor]:
    return [replace(person, start=0, end=0, craft="") for person in byline.contributors]


def _quoted(text: str, start: int, end: int) -> str:
    return " ".join(one_line(text[start:end]).split())


# The modules that other rooms may import.
FACE = (
    "caption",
    "credit",
    "words",
)
