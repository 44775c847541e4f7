"""Reads tables row by row: Markdown tables, and those pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from . import tables
from .containers import BLANKS
from .manuscript import Manuscript
from .remarks import Change


@dataclass(slots=True)
class _Table:
    """A table while its rows are read. changes: the fixes for full-width signs in it."""

    number: int
    head: list[tables.Cell]
    rule: list[tables.Cell]
    rows: list[list[tables.Cell]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    is_full_width: bool = False

    def in_ascii(self, number: int, words: str, source: str) -> str:
        """The row with ASCII pipes; the fix is added to `changes`."""
        self.changes += [(number, at, at + 1, "|") for at, sign in enumerate(source) if sign == "｜"]
        return words.replace("｜", "|")


class Rows:
    """end_block: writes the current paragraph or table; begins_block: whether a line (number, words) begins a block."""

    def __init__(
        self, work: Manuscript, end_block: Callable[[], None], begins_block: Callable[[int, str], bool]
    ) -> None:
        self._work, self._end_block, self._begins_block = work, end_block, begins_block
        self._table: _Table | None = None

    @property
    def is_open(self) -> bool:
        return self._table is not None

    def end(self) -> None:
        """Write the table that ends here, if there is one."""
        if self._table is not None:
            table, self._table = self._table, None
            self._work.page.block(tables.as_markdown(table.head, table.rule, table.rows))
            self._work.page.is_blank_before = True
            if table.is_full_width:
                self._work.tell("BD45", table.number, changes=table.changes)

    def read(self, number: int, words: str) -> bool:
        """Read a row of a table, or the rule that makes the line above a table head; False for any other line."""
        table = self._table
        if table is None:
            return bool(self._work.paragraph) and self._begin_table(number, words)
        if table.is_full_width:
            words = table.in_ascii(number, words, self._work.source[number])
        if "|" not in words:
            self._end_block()
            if not self._begins_block(number, words):
                self._work.tell("BD31", number, changes=[(number, 0, 0, "\n")])
            return False
        row = tables.cells(words)
        if len(row) > len(table.head):
            self._remark_cell(number, len(table.head))
        table.rows.append(row)
        return True

    def _begin_table(self, number: int, words: str) -> bool:
        head, rule = self._work.paragraph[-1].words, words
        is_full_width = tables.is_full_width_rule(words) or (tables.is_rule(words) and "|" not in head)
        if is_full_width:
            head, rule = head.replace("｜", "|"), tables.in_ascii(words)
        if "|" not in head or not tables.is_rule(rule):
            return False
        above = self._work.paragraph.pop()
        self._end_block()
        table = _Table(above.number, tables.cells(head), tables.cells(rule), is_full_width=is_full_width)
        self._table = table
        if is_full_width:
            table.in_ascii(above.number, above.words, self._work.source[above.number])
            source = self._work.source[number]
            table.changes.append((number, 0, len(source), tables.in_ascii(source)))
        if len(table.head) != len(table.rule):
            self._work.tell("BD44", number, head=len(table.head), rule=len(table.rule))
        return True

    def _remark_cell(self, number: int, width: int) -> None:
        """Remark on the first cell beyond the width of the table head."""
        source = self._work.source[number]
        margin = len(source) - len(source.lstrip(" >"))
        column, words = tables.cells(source[margin:].replace("｜", "|"))[width]
        self._work.tell("BD30", number, margin + column, len(words), words=words, width=width)

    def read_sheet(self, first: int, count: int) -> int:
        """Read rows pasted from a spreadsheet, the first of which is the head; returns the number of the next line."""
        self._end_block()
        rows = [tables.sheet_cells(line) for line in self._work.marked[first : first + count]]
        rule = [(0, "---")] * len(rows[0])
        self._work.page.block(tables.as_markdown(rows[0], rule, rows[1:]))
        last = first + count - 1
        mended = [
            tables.as_markdown(tables.sheet_cells(self._work.source[number]), rule, [])
            for number in range(first, last + 1)
        ]
        changes = [(first + at, 0, len(self._work.source[first + at]), row) for at, (row, _) in enumerate(mended)]
        changes.insert(1, (first, len(self._work.source[first]), len(self._work.source[first]), "\n" + mended[0][1]))
        if first and self._work.source[first - 1].strip(BLANKS):
            changes.insert(0, (first, 0, 0, "\n"))
        if last + 1 < len(self._work.source) and self._work.source[last + 1].strip(BLANKS):
            changes.append((last, len(self._work.source[last]), len(self._work.source[last]), "\n"))
        self._work.tell("BD32", first, count=count, changes=changes)
        return first + count
