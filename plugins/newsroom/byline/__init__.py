"""The byline: who wrote, photographed, edited. Who the people are is left to `registry`.

This is the door. Behind it: `contributor` (the values), `words` (the tables), `tokens`, `runs`, `singles` and `joins`
(the line cut up), `grammar` and `people` (what it means), `printing` (the line set again).
"""

from __future__ import annotations

from dataclasses import replace

from ..messages import problem
from ..problems import Place, Problem
from .contributor import Byline, Contributor, Piece
from .grammar import Reader
from .printing import as_written, in_one_form
from .tokens import cut, one_line
from .words import TEXT

__all__ = ["Byline", "Contributor", "Piece", "lay_out", "parse", "render"]


def parse(text: str, place: Place, unnamed_work: tuple[str, ...] = (TEXT,)) -> tuple[Byline, tuple[Problem, ...]]:
    """The byline in `text`, whose first character stands at `place`, and what is wrong with it or in doubt.

    unnamed_work: what people did whose craft is not written; in a byline they wrote, under a photo they took it.
    Nothing is guessed: what is not understood stays in `written`, is a problem, and is in `doubts`. Never raises.
    """
    tokens, findings = cut(text)
    reader = Reader(tokens, unnamed_work)
    reader.read()
    findings = sorted([*findings, *reader.findings], key=lambda finding: (finding.start, finding.end, finding.code))
    problems = [
        problem(
            found.code, place.within(found.start, found.end - found.start), words=_quoted(text, found.start, found.end)
        )
        for found in findings
    ]
    doubts = [(finding.start, finding.end) for finding in findings]
    if one_line(text).strip() and not reader.contributors and not findings:
        problems.append(problem("BL05", place.within(0, len(text)), words=_quoted(text, 0, len(text))))
        doubts.append((0, len(text)))
    return Byline(text, tuple(reader.contributors), tuple(doubts)), tuple(problems)


def lay_out(byline: Byline) -> tuple[Piece, ...]:
    """The printed byline in pieces: the names of contributors, and the words between them.

    A line that was wholly understood is set in the house's form and proof-read: were it read back as other people, or
    is anything in doubt, the line is printed as it was written. A byline without a written line is set in any case.
    """
    if byline.doubts:
        return as_written(byline)
    pieces = in_one_form(byline.contributors)
    return pieces if not byline.written or _reads_as(pieces, byline) else as_written(byline)


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
