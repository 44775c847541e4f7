"""Holds a composed story against what was delivered: every letter, digit and Han character is in the story or in the list of what
was left out, or it is named here with its place.

It reads the finished story with the reader of stories, and knows nothing of the steps that made it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from ..body import to_document
from ..body.placed import words_of
from ..findings.problems import Place
from .tree import Block, LeftOut, Paragraph, Picture, Submission, Table

_CLAUSE = re.compile(r"[^\W_]+")
_HIDDEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_SHORTEST = 2  # characters of a piece that counts as found when a clause was taken apart

Value = str | Sequence["Value"] | Mapping[str, "Value"]


def missing(
    submission: Submission, head: Mapping[str, Value], body: str, left_out: Iterable[LeftOut]
) -> tuple[LeftOut, ...]:
    """The words of the submission that are neither in the story nor in the list, with their places; empty when nothing is lost.

    head: the values of the story's head by key; body: its Markdown. Widths and blanks count as typography, so full-width
    letters are the same as others, and the order of the parts is not asked.
    """
    kept = _Kept(_written(head, body, left_out))
    clauses = [(clause, place) for text, place in _delivered(submission) for clause in _clauses(text)]
    waiting = [(clause, place) for clause, place in clauses if not kept.take_whole(clause)]
    rests = [(kept.take(clause), place) for clause, place in sorted(waiting, key=lambda each: -len(each[0]))]
    return tuple(LeftOut(rest, "", place) for rest, place in rests if rest and not kept.take_rest(rest))


def _clauses(text: str) -> list[str]:
    return _CLAUSE.findall(unicodedata.normalize("NFKC", text.translate(_HIDDEN)))


# -- What was delivered ---------------------------------------------------------------------------------------------


def _delivered(submission: Submission) -> Iterator[tuple[str, str]]:
    yield from _texts(submission.blocks)
    for note in submission.notes.values():
        yield from _texts(note)


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.place
        elif isinstance(block, Picture):
            yield block.alternative, block.place
        elif isinstance(block, Table):
            yield block.caption, block.place
            for row in block.rows:
                for cell in row:
                    yield from _texts(cell.blocks)


# -- What was written -----------------------------------------------------------------------------------------------


def _written(head: Mapping[str, Value], body: str, left_out: Iterable[LeftOut]) -> Iterator[str]:
    yield from _leaves(head)
    document, _ = to_document(body, partial(_place), "")
    yield from (words for _, words in words_of(document))
    yield from (photo.credit for photo in document.photos)
    yield from _COMMENT.findall(body)
    yield from (item.text for item in left_out)


def _leaves(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from [name] * (1 if isinstance(inner, str | Mapping) else len(inner))  # each item had its own label
            yield from _leaves(inner)
    else:
        for inner in value:
            yield from _leaves(inner)


def _place(line: int, column: int, length: int = 1) -> Place:
    return Place("", line, column, length)


class _Kept:
    """The clauses of what was written, each to be taken once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole = Counter(clause for text in texts for clause in _clauses(text))
        self._pieces: str | None = None

    def take_whole(self, clause: str) -> bool:
        if self._whole[clause] <= 0:
            return False
        self._whole[clause] -= 1
        return True

    def take(self, clause: str) -> str:
        """Take a clause that was joined with others or cut into pieces; what of it is nowhere, "" when all was found."""
        if self._pieces is None:
            self._pieces = "\n" + "\n".join(self._whole.elements()) + "\n"
        lost, at = "", 0
        while at < len(clause):
            end = self._longest(clause, at)
            if end - at >= min(_SHORTEST, len(clause)) or (end > at and end == len(clause)):
                self._pieces = self._without(self._pieces, clause[at:end])
                at = end
            else:
                lost += clause[at]
                at += 1
        return lost

    def take_rest(self, rest: str) -> bool:
        """Take what remained of a clause where others cut it: of 300000, after 000 was taken from its middle, 3 and 00."""
        before = self._pieces or ""
        self._pieces = before.replace(f"\n{rest}\n", "\n", 1)
        return self._pieces != before

    @staticmethod
    def _without(pieces: str, piece: str) -> str:
        """The pieces without this one, taken where it begins or ends a clause rather than from the middle of another."""
        for whole in (f"\n{piece}\n", f"\n{piece}", f"{piece}\n", piece):
            if whole in pieces:
                return pieces.replace(whole, "\n", 1)
        return pieces

    def _longest(self, clause: str, start: int) -> int:
        """The end of the longest piece of the clause from `start` on that is still there, by halving."""
        low, high = start, len(clause)
        while low < high:
            middle = (low + high + 1) // 2
            if clause[start:middle] in (self._pieces or ""):
                low = middle
            else:
                high = middle - 1
        return low
