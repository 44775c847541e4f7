"""Reads the tables of a Word file: rows, cells that span others, head rows (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

from plugins.newsroom.submission.tree import Block, Cell, Table

from .elements import child_of, chosen, words_in
from .reading import Reading
from .styles import is_on, value


class Walk(Protocol):
    """What the reader of tables asks of the reader of blocks."""

    reading: Reading

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """What is in a cell."""


@dataclass
class _Place:
    """A cell with the columns that it covers."""

    column: int
    columns: int
    is_continued: bool
    blocks: tuple[Block, ...]


def table_of(walk: Walk, element: Element) -> Iterator[Table]:
    """The table in a w:tbl; none if it has no cells. Rows that a tracked change deletes are listed."""
    place = walk.reading.next_table()
    before = walk.reading.ledger.place
    rows: list[list[_Place]] = []
    elements = [row for row in _children(element, "w:tr") if not _is_deleted(walk, row)]
    for number, row in enumerate(elements, 1):
        with walk.reading.at(f"{place} 第 {number} 行"):
            rows.append(list(_cells(walk, row)))
    walk.reading.ledger.place = before
    made = tuple(tuple(_spanning(rows, number)) for number in range(len(rows)))
    if any(made):
        yield Table(made, bool(elements) and _is_head(elements[0]), place=place)


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, also those in controls, tracked insertions and the like."""
    for child in chosen(parent) if parent.tag == "mc:AlternateContent" else parent:
        if child.tag == tag:
            yield child
        elif child.tag not in ("w:tr", "w:tc", "w:p", "w:tbl"):
            yield from _children(child, tag)


def _is_deleted(walk: Walk, row: Element) -> bool:
    if child_of(row, "w:trPr/w:del") is None:
        return False
    walk.reading.ledger.leave_out(words_in(row), "IN31")
    walk.reading.changes["deleted"] += 1
    walk.reading.see(row)
    return True


def _is_head(row: Element) -> bool:
    head = child_of(row, "w:trPr/w:tblHeader")
    return head is not None and is_on(head)


def _cells(walk: Walk, row: Element) -> Iterator[_Place]:
    column = _number(child_of(row, "w:trPr"), "w:gridBefore", 0)
    if column:
        yield _Place(0, column, False, ())
    for cell in _children(row, "w:tc"):
        properties = child_of(cell, "w:tcPr")
        columns = max(_number(properties, "w:gridSpan", 1), 1)
        merge = child_of(properties, "w:vMerge")
        is_continued = merge is not None and merge.get("w:val", "continue") == "continue"
        if is_continued:
            _list_unseen(walk, cell)
        yield _Place(column, columns, is_continued, () if is_continued else walk.blocks(cell))
        column += columns


def _list_unseen(walk: Walk, cell: Element) -> None:
    """What stands in a cell that another one covers."""
    walk.reading.ledger.leave_out(words_in(cell), "IN50")
    walk.reading.see(cell)


def _spanning(rows: list[list[_Place]], number: int) -> Iterator[Cell]:
    """The cells of a row with the rows they span; those that a cell above covers are not given."""
    for place in rows[number]:
        above = rows[number - 1] if number else []
        if place.is_continued and any(each.column == place.column for each in above):
            continue
        yield Cell(place.blocks, place.columns, _height(rows, number, place.column))


def _height(rows: list[list[_Place]], number: int, column: int) -> int:
    """How many rows the cell at `column` covers, from row `number` on."""
    below = number + 1
    while below < len(rows) and any(each.column == column and each.is_continued for each in rows[below]):
        below += 1
    return below - number


def _number(properties: Element | None, tag: str, otherwise: int) -> int:
    written = value(properties, tag)
    return min(int(written), 63) if written.isdecimal() else otherwise
