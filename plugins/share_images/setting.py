"""A headline in lines: where it may break and where it had better. How it looks is left to `drawing`.

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
# What stays in one piece: an opening mark and what follows, a Latin word or a number with its signs, what closes behind, also with a blank before it.
_PIECE = re.compile(
    rf"[{re.escape(OPENING)}]*(?:[{_LATIN}]+(?:[-+.,:/&@_'’~×]+[{_LATIN}]+)*|.)(?: *[{_CLOSING}])* *", re.DOTALL
)
_PAUSES = "，、；：。,;: "
_ROUNDS = 6  # of narrowing when lines are evened out
_SHIFTS = (0, -1, 1, -2, 2)  # pieces by which a line may then become longer


class Piece(NamedTuple):
    """Part of a headline that is not broken. width: in any unit; bare: without the blank behind it; ends: a clause."""

    text: str
    width: float
    bare: float
    ends: bool = False


Line = list[Piece]


def pieces(text: str, width_of: WidthOf) -> tuple[Piece, ...]:
    """`text` in pieces, of which none is lost. width_of: of each of its characters."""
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
    """A headline in lines no wider than `room`: at its pauses where that takes no line more, else in lines of about one length.

    A piece that alone is too wide, as an address is, is broken anywhere.
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
    """As much of `line` as fits together with an ellipsis, which says that the headline goes on."""
    kept = list(line)
    while kept and sum(map(width_of, _ended(kept))) > room:
        kept.pop()
    return _ended(kept)


def _ended(line: Line) -> str:
    return written(line).rstrip(_PAUSES + OPENING) + "……"


def _fitting(headline: Sequence[Piece], width_of: WidthOf, room: float) -> Sequence[Piece]:
    """`headline` with the characters of a piece in its place where it is too wide."""
    if all(piece.bare <= room for piece in headline):
        return headline
    parted = (
        (piece,) if piece.bare <= room else (_piece(character, width_of) for character in piece.text)
        for piece in headline
    )
    return [one for pieces in parted for one in pieces]


def _filled(headline: Iterable[Piece], room: float) -> list[Line]:
    """Lines as full as can be."""
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
    """Lines that hold whole clauses, as many as fit; a clause that is too long has lines of its own, of about one length."""
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
    """No more lines than it takes, the longest as short as can be."""
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
    return _behind_marks(lines, room)


def _behind_marks(lines: list[Line], room: float) -> list[Line]:
    """The same lines; where one would end behind a mark or a word if it were one or two pieces shorter or longer, it is."""
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
