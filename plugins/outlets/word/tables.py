"""Tables: from rows of HTML cells with their spans to a grid in which Word merges cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_MOST_COLUMNS = 63  # that Word can show
_NARROWEST, _WIDEST = 4, 24  # columns are as wide as their longest cell, within these numbers of characters


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of the grid row by row. cell: None where one above reaches down; columns: that it spans; reaches: whether it goes on
    below; is_continued: whether it began above."""

    cell: Element | None
    columns: int
    reaches: bool = False
    is_continued: bool = False


def rows_of(table: Element) -> list[Element]:
    return [row for row in table.iter("tr") if _is_own(table, row)]


def _is_own(table: Element, row: Element) -> bool:
    """Whether a row is not one of a table in a cell."""
    return all(row not in list(inner.iter("tr")) for inner in table.iter("table") if inner is not table)


def head_rows(table: Element, rows: Sequence[Element]) -> int:
    """How many rows at the top repeat on each page: those of the head, or a first row of nothing but head cells."""
    head = table.find("thead")
    if head is not None:
        return len(head.findall("tr"))
    return int(bool(rows) and len(rows) > 1 and all(cell.tag == "th" for cell in rows[0]))


def grid(rows: Sequence[Element]) -> list[list[Place]]:
    """The cells with their place. Every row has the same number of columns."""
    found: list[list[Place]] = []
    reaching: dict[int, tuple[int, int]] = {}  # by column: rows still covered from above, columns wide
    for number, row in enumerate(rows):
        found.append(list(_placed(row, reaching, len(rows) - number)))
    width = max((sum(place.columns for place in row) for row in found), default=0)
    return [_filled(row, width) for row in found]


def _placed(row: Element, reaching: dict[int, tuple[int, int]], left: int) -> Iterator[Place]:
    waiting = [cell for cell in row if cell.tag in ("td", "th")]
    column = 0
    while waiting or any(at >= column for at in reaching):
        below, columns = reaching.pop(column, (0, 0))
        if below:
            yield Place(None, columns, is_continued=True, reaches=below > 1)
        elif waiting:
            cell = waiting.pop(0)
            columns, below = _span(cell, "colspan", _MOST_COLUMNS), _span(cell, "rowspan", left)
            yield Place(cell, columns, reaches=below > 1)
        else:
            columns = 1
            yield Place(None, 1)
        if below > 1:
            reaching[-1 - column] = (below - 1, columns)
        column += columns
    for key in [key for key in reaching if key < 0]:
        reaching[-1 - key] = reaching.pop(key)


def _span(cell: Element, name: str, most: int) -> int:
    written = cell.get(name, "")
    return max(1, min(int(written), most)) if written.isdecimal() else 1


def _filled(row: list[Place], width: int) -> list[Place]:
    return [*row, *[Place(None, 1)] * (width - sum(place.columns for place in row))]


def widths(placed: Sequence[Sequence[Place]], whole: int) -> list[int]:
    """The widths of the columns, `whole` together, by what stands in cells of one column; none without columns."""
    longest = [_NARROWEST] * (sum(place.columns for place in placed[0]) if placed else 0)
    for row in placed:
        column = 0
        for place in row:
            if place.cell is not None and place.columns == 1:
                longest[column] = max(longest[column], min(len("".join(place.cell.itertext()).strip()) + 1, _WIDEST))
            column += place.columns
    return [whole * each // sum(longest) for each in longest]
