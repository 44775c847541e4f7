"""The book that a reader keeps of one delivered file: what it left out and why, what it did, and where that stood."""

from __future__ import annotations

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.submission.tree import Doubt, LeftOut


class Ledger:
    """place: where the reader is now, in Chinese."""

    def __init__(self) -> None:
        self.place = ""
        self.left_out: list[LeftOut] = []
        self.doubts: list[Doubt] = []

    def leave_out(self, text: str, code: str, **values: object) -> None:
        """Remember `text`, unless it is blank. code: of the reason in the catalogue, which `values` fill."""
        if text.strip():
            self.left_out.append(LeftOut(text.strip(), sentence(code, **values), self.place))

    def doubt(self, code: str, *, is_done: bool = False, **values: object) -> None:
        """Remember the doubt `code` of the catalogue here, once."""
        told = Doubt(sentence(code, **values), self.place, is_done)
        if told not in self.doubts:
            self.doubts.append(told)


def sentence(code: str, **values: object) -> str:
    """What a message of the catalogue says, and how to mend it."""
    made = problem(code, Place(""), values)
    return f"{made.message}。{made.advice}"
