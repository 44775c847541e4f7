"""Breaks a headline into lines, preferably at pauses. Drawing it is left to `drawing`.

Source: GB/T 15834 and W3C clreq: closing marks do not begin a line, opening marks do not end one, words are not cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from plugins.newsroom.text.typography import split_at_pauses

WidthOf = Callable[[str], float]

OPENING = "“‘（《〈「『【〔([{"
_CLOSING = "，。、；：？！”’）》〉」』】〕…—～·,.;:?!)\\]}％%‰℃"
_LATIN = "0-9A-Za-z\u00aa-\u024f\u0370-\u04ff"
# What is never broken: an opening mark and what follows, a Latin word or number with its signs, closing marks after it, with or
# without blanks between.
_PIECE = re.compile(
    rf"[{re.escape(OPENING)}]*(?:[{_LATIN}]+(?:[-+.,:/&@_'’~×]+[{_LATIN}]+)*|.)(?: *[{_CLOSING}])* *", re.DOTALL
)
_PAUSES = "，、；：。,;: "
_ROUNDS = 6  # of bisection when evening out lines
_SHIFTS = (0, -1, 1, -2, 2)  # pieces by which a line may then become longer or shorter


class Piece(NamedTuple):
    """An unbreakable part of a headline. width: in any unit; bare: width without trailing blanks; ends: it ends a clause."""

    text: str
    width: float
    bare: float
    ends: bool = False


Line = list[Piece]


def pieces(text: str, width_of: WidthOf) -> tuple[Piece, ...]:
    """All of `text` in pieces. width_of: gives the width of a character."""
    ends, at = set(), 0
    for clause in split_at_pauses(text):
        at += len(clause)
        ends.add(at)
    return tuple(_piece(found[0], width_of, found.end() in ends) for found in _PIECE.finditer(text))


def _piece(text: str, width_of: WidthOf, ends: bool = False) -> Piece:
    bare = text.rstrip(" ")
    width = sum(map(width_of, bare))
    return Piece(text, width + sum(map(width_of, text[len(bare) :])), width, ends)


def broken(headline: Sequence[Piece], width_of: WidthOf, room: float) -> tuple[Line, ...]:
    """A headline in lines no wider than `room`: broken at pauses if that needs no extra line, else into lines of similar length.

    A piece that is too wide by itself, such as a URL, is broken anywhere.
    """
    headline = _fitting(headline, width_of, room)
    lines = _filled(headline, room)
    if len(lines) < 2:
        return tuple(lines)
    by_clause = _by_clause(headline, room)
    return tuple(by_clause if len(by_clause) == len(lines) else _evened(headline, room))


def lines_of(headline: Sequence[Piece], width_of: WidthOf, room: float) -> int:
    """How many lines `broken` gives."""
    return len(_filled(_fitting(headline, width_of, room), room))


def written(line: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in line).rstrip(" ")


def cut(line: Line, width_of: WidthOf, room: float) -> str:
    """As much of `line` as fits together with an ellipsis."""
    kept = list(line)
    while kept and sum(map(width_of, _ended(kept))) > room:
        kept.pop()
    return _ended(kept)


def _ended(line: Line) -> str:
    return written(line).rstrip(_PAUSES + OPENING) + "……"


def _fitting(headline: Sequence[Piece], width_of: WidthOf, room: float) -> Sequence[Piece]:
    """`headline` with too wide pieces split into characters."""
    if all(piece.bare <= room for piece in headline):
        return headline
    parted = (
        (piece,) if piece.bare <= room else (_piece(character, width_of) for character in piece.text)
        for piece in headline
    )
    return [piece for pieces in parted for piece in pieces]


def _filled(headline: Iterable[Piece], room: float) -> list[Line]:
    """Lines filled greedily."""
    lines: list[Line] = []
    left = -1.0
    for piece in headline:
        if piece.bare > left:
            lines.append([])
            left = room
        lines[-1].append(piece)
        left -= piece.width
    return lines


def _by_clause(headline: Sequence[Piece], room: float) -> list[Line]:
    """Lines of whole clauses, as many as fit; a clause that is too long gets lines of its own, of similar length."""
    clauses: list[Line] = [[]]
    for piece in headline:
        clauses[-1].append(piece)
        if piece.ends:
            clauses.append([])
    clauses = [clause for clause in clauses if clause]
    whole = [_sum(clause) for clause in clauses]
    rest = iter(clauses)
    together = ([piece for clause in islice(rest, len(line)) for piece in clause] for line in _filled(whole, room))
    return [line for part in together for line in _evened(part, room)]


def _sum(clause: Line) -> Piece:
    width = sum(piece.width for piece in clause)
    return Piece("", width, width - clause[-1].width + clause[-1].bare)


def _evened(headline: Sequence[Piece], room: float) -> list[Line]:
    """As few lines as possible, with the longest as short as possible."""
    lines = _filled(headline, room)
    if len(lines) < 2:
        return lines
    narrow, wide = max(piece.bare for piece in headline), room
    for _ in range(_ROUNDS):
        middle = (narrow + wide) / 2
        tried = _filled(headline, middle)
        if len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return _ended_at_marks(lines, room)


def _ended_at_marks(lines: list[Line], room: float) -> list[Line]:
    """The same lines, each moved by up to two pieces if it then ends after a punctuation mark or a word."""
    for line, following in pairwise(lines):
        both = [*line, *following]
        for end in (len(line) + shift for shift in _SHIFTS):
            if 0 < end < len(both) and _is_good_end(both[end - 1]) and _fit((both[:end], both[end:]), room):
                line[:], following[:] = both[:end], both[end:]
                break
    return lines


def _fit(lines: Iterable[Line], room: float) -> bool:
    return all(_sum(line).bare <= room for line in lines)


def _is_good_end(piece: Piece) -> bool:
    return piece.text[-1] in _CLOSING + " "
