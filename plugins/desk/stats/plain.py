"""The count as plain characters: a table on the terminal, in which a Chinese character takes two columns, and CSV for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from plugins.newsroom.column.counting import CELLS, By, Row, Table
from plugins.newsroom.findings.width import width

from .report import Column, Report, Value

_GAP = "  "
_BOM = "\ufeff"  # by it Excel knows that the file is UTF-8


def as_text(report: Report) -> str:
    """For people. Columns of reposts are left out where there are none."""
    blocks = [[report.title, *report.facts], *map(list, map(_block, [report] * len(report.tables), report.tables))]
    return "\n\n".join("\n".join(block) for block in [*blocks, list(report.notes)] if block) + "\n"


def _block(report: Report, table: Table) -> Iterator[str]:
    if not table.rows:
        return
    total = table.total
    columns = [column for column in report.columns(table) if not column.head.startswith("转载") or column.value(total)]
    cells = [[column.head for column in columns]]
    cells += [[_shown(column, row) for column in columns] for row in (*table.rows, total)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    yield f"按{table.by.value}"
    yield from (_line(line, widths, columns) for line in cells)


def _line(cells: Iterable[str], widths: Iterable[int], columns: Iterable[Column]) -> str:
    padded = []
    for cell, widest, column in zip(cells, widths, columns, strict=True):
        blanks = " " * (widest - width(cell))
        padded.append(blanks + cell if column.is_summed else cell + blanks)
    return (_GAP + _GAP.join(padded)).rstrip()


def _shown(column: Column, row: Row) -> str:
    return written(column.value(row), 2)


def written(value: Value, digits: int) -> str:
    """A count without needless digits, money with its cents."""
    if isinstance(value, Fraction):
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return str(value.numerator) if value.denominator == 1 else f"{number:.{digits}f}".rstrip("0")
    return str(value)


def as_csv(report: Report) -> bytes:
    """All tables as one, as RFC 4180 wants it: every line has the same columns, the first names the table."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    fees = ["稿酬（元）"] if report.has_fees else []
    kinds = [("转载" if is_repost else "") + kind.value for kind, is_repost in CELLS]
    writer.writerow(["统计", "名称", "身份", *kinds, *fees])
    for table in report.tables:
        by_head = {column.head: column for column in report.columns(table)}
        for row in (*table.rows, table.total):
            values = (written(by_head[head].value(row), 4) if head in by_head else "" for head in (*kinds, *fees))
            role = row.role if table.by is By.PERSON else ""
            writer.writerow([table.by.value, by_head[table.by.value].value(row), role, *values])
    return (_BOM + buffer.getvalue()).encode()
