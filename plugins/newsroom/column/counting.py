"""Adds up pieces by person, role, unit, section and outlet, reposts apart, and what they earn. Finding them is left to `pieces`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from ..registry import Person
from .pieces import Kind, Made, Piece

Rate = Callable[
    [Kind, str, str], Fraction
]  # what a whole piece earns: its kind, the name of its section, the maker's role
Cell = tuple[Kind, bool]  # a kind, and whether as reposts
CELLS: tuple[Cell, ...] = tuple((kind, is_repost) for is_repost in (False, True) for kind in Kind)
_CENT = Decimal("0.01")


class By(StrEnum):
    """What a table counts by; the value is its name."""

    PERSON = "作者"
    ROLE = "身份"
    UNIT = "单位"
    SECTION = "版块"
    OUTLET = "来源"


OF_PEOPLE = (By.PERSON, By.ROLE)  # these count each maker's part, the others each piece


@dataclass(frozen=True, slots=True)
class Row:
    """label: a person, role, unit, section or outlet, "" for pieces without one; role: those of a person, most frequent first.

    counts: without zeros; fee: in yuan, rounded to cents as it is paid.
    """

    label: str
    role: str
    counts: Mapping[Cell, Fraction]
    fee: Decimal

    def count(self, cell: Cell) -> Fraction:
        return self.counts.get(cell, Fraction())


@dataclass(frozen=True, slots=True)
class Table:
    """rows: those with most first; what has no label is the last."""

    by: By
    rows: tuple[Row, ...]

    @property
    def total(self) -> Row:
        counts = {cell: sum((row.count(cell) for row in self.rows), Fraction()) for cell in CELLS}
        return Row("合计", "", counts, sum((row.fee for row in self.rows), Decimal()))


@dataclass
class _Sum:
    shares: dict[Cell, Fraction] = field(default_factory=dict)
    roles: Counter[str] = field(default_factory=Counter)
    fee: Fraction = Fraction()

    def add(self, part: _Part) -> None:
        cell = part.piece.kind, part.piece.is_repost
        self.shares[cell] = self.shares.get(cell, Fraction()) + part.share
        self.fee += part.fee
        if part.made and part.made.role:
            self.roles[part.made.role] += 1


@dataclass(frozen=True, slots=True)
class _Part:
    """One maker's part in a piece, or the whole piece where `made` is None. share: of the piece, above 0, at most 1."""

    piece: Piece
    made: Made | None
    share: Fraction
    fee: Fraction


def tables(
    pieces: Iterable[Piece], which: Iterable[By], *, is_shared: bool, name: Callable[[Person], str], rate: Rate | None
) -> tuple[Table, ...]:
    """One table for each of `which`.

    is_shared: whether people who made a piece together share it equally, else it counts as one for each; name: of a person,
    as printed; rate: None where nothing is paid. Reposts earn nothing. A piece of several units counts as one for each.
    """
    known = tuple(pieces)
    parts = tuple(part for piece in known for part in _parts(piece, is_shared, rate))
    wholes = tuple(_Part(piece, None, Fraction(1), Fraction()) for piece in known)
    return tuple(_table(by, parts if by in OF_PEOPLE else wholes, name) for by in which)


def unsigned(pieces: Iterable[Piece]) -> Mapping[Kind, int]:
    """How many pieces of each kind are nobody's: of agencies, from archives, or without a name."""
    return Counter(piece.kind for piece in pieces if not piece.makers)


def _parts(piece: Piece, is_shared: bool, rate: Rate | None) -> Iterator[_Part]:
    for made in piece.makers:
        share = Fraction(1, len(piece.makers)) if is_shared else Fraction(1)
        fee = share * rate(piece.kind, piece.section, made.role) if rate and not piece.is_repost else Fraction()
        yield _Part(piece, made, share, fee)


def _table(by: By, parts: Iterable[_Part], name: Callable[[Person], str]) -> Table:
    sums: dict[tuple[str, str], _Sum] = {}
    for part in parts:
        for key in _keys(by, part, name):
            sums.setdefault(key, _Sum()).add(part)
    rows = [_row(by, label, total) for (_, label), total in sorted(sums.items())]
    return Table(by, tuple(sorted(rows, key=lambda row: [not row.label, *(-row.count(cell) for cell in CELLS)])))


def _keys(by: By, part: _Part, name: Callable[[Person], str]) -> tuple[tuple[str, str], ...]:
    """(identity, label) of each row to which a part belongs."""
    piece, made = part.piece, part.made
    if made:
        return ((made.person.id, name(made.person)),) if by is By.PERSON else ((made.role, made.role),)
    labels = {By.UNIT: piece.units or ("",), By.SECTION: (piece.section,), By.OUTLET: (piece.outlet,)}[by]
    return tuple((label, label) for label in labels)


def _row(by: By, label: str, total: _Sum) -> Row:
    roles = sorted(total.roles, key=lambda role: (-total.roles[role], role)) if by is By.PERSON else ()
    return Row(label, "、".join(roles), total.shares, _paid(total.fee))


def _paid(fee: Fraction) -> Decimal:
    return (Decimal(fee.numerator) / Decimal(fee.denominator)).quantize(_CENT, ROUND_HALF_UP)
