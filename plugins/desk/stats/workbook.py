"""The count as an Excel workbook that can be handed in: a sheet a table, totals as formulas, ready to be printed.

The same count gives the same bytes: openpyxl would write the moment into them, so its parts are packed again.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from plugins.newsroom.column.counting import Table
from plugins.newsroom.findings.width import width

from .report import Column, Report, Value

_STAMP = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can say
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_LINE = Side("thin", "808080")
_BOX = Border(_LINE, _LINE, _LINE, _LINE)
_HEAD_FILL = PatternFill("solid", "EDEDED")
_TITLE_FONT, _BOLD = Font(name="宋体", size=16, bold=True), Font(name="宋体", size=11, bold=True)
_PLAIN = Font(name="宋体", size=11)
_CENTRE, _LEFT = Alignment("center", "center", wrap_text=True), Alignment("left", "center", wrap_text=True)
_WHOLE, _CENTS = "0", "0.00"
_A4 = 9
_NARROWEST, _WIDEST = 10, 40  # of a column, in digits of the standard font


def as_xlsx(report: Report) -> bytes:
    """The workbook, which opens in Excel and WPS."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in report.tables:
        _Page(book.create_sheet(f"按{table.by.value}"), report, table).fill()
    moment = datetime.combine(report.span.last, time())
    book.properties.creator, book.properties.title = "", report.title
    book.properties.created = book.properties.modified = moment
    buffer = io.BytesIO()
    book.save(buffer)
    return _packed(buffer, moment)


def _packed(made: io.BytesIO, moment: datetime) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in parts.namelist():
            data = parts.read(name)
            if name == _CORE:
                data = _MODIFIED.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode(), data)
            target.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Page:
    """Fills one sheet: title, facts, head, rows, total, notes."""

    def __init__(self, sheet: Worksheet, report: Report, table: Table) -> None:
        self._sheet, self._report, self._table = sheet, report, table
        self._columns: Sequence[Column] = report.columns(table)
        self._head = 2 + len(report.facts)  # the row of the head, counted from 1
        self._last = self._head + len(table.rows)

    def fill(self) -> None:
        report = self._report
        self._sentence(1, f"{report.title}（按{self._table.by.value}）", _TITLE_FONT, _CENTRE)
        for row, fact in enumerate(report.facts, start=2):
            self._sentence(row, fact, _PLAIN, _LEFT)
        self._fill_table()
        for row, note in enumerate(report.notes, start=self._last + 2):
            self._sentence(row, note, _PLAIN, _LEFT)
        self._set_up(self._last + 1 + len(report.notes))

    def _fill_table(self) -> None:
        for at, column in enumerate(self._columns, start=1):
            self._put(self._head, at, column.head, _BOLD).fill = _HEAD_FILL
            for row, entry in enumerate(self._table.rows, start=self._head + 1):
                self._put(row, at, column.value(entry), _PLAIN)
            self._put_total(at, column)

    def _put_total(self, at: int, column: Column) -> None:
        total = column.value(self._table.total)
        if not column.is_summed:
            self._put(self._last + 1, at, "合计" if at == 1 else "", _BOLD)
            return
        cell = self._put(self._last + 1, at, total, _BOLD)
        letter = get_column_letter(at)
        if self._table.rows:
            cell.value = f"=SUM({letter}{self._head + 1}:{letter}{self._last})"

    def _put(self, row: int, at: int, value: Value, font: Font) -> Cell:
        cell = self._sheet.cell(row, at)
        assert isinstance(cell, Cell)
        if isinstance(value, str):
            cell.value, cell.data_type = value, "s"  # words are never a formula, whatever they begin with
        else:
            cell.value, cell.number_format = _number(value), _format(value)
        cell.font, cell.border = font, _BOX
        cell.alignment = _CENTRE
        return cell

    def _sentence(self, row: int, words: str, font: Font, alignment: Alignment) -> None:
        self._sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(self._columns))
        cell = self._sheet.cell(row, 1)
        cell.value, cell.font, cell.alignment = words, font, alignment

    def _set_up(self, last: int) -> None:
        sheet = self._sheet
        for at, column in enumerate(self._columns, start=1):
            sheet.column_dimensions[get_column_letter(at)].width = self._width(column)
        sheet.row_dimensions[1].height = 30
        sheet.freeze_panes = f"A{self._head + 1}"
        sheet.print_title_rows = f"{self._head}:{self._head}"
        sheet.print_area = f"A1:{get_column_letter(len(self._columns))}{last}"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        assert sheet.oddFooter is not None
        sheet.oddFooter.center.text = "第 &P 页，共 &N 页"

    def _width(self, column: Column) -> int:
        texts = (str(column.value(row)) for row in self._table.rows if isinstance(column.value(row), str))
        return min(max(_NARROWEST, width(column.head) + 2, *(width(text) + 2 for text in texts)), _WIDEST)


def _number(value: Fraction | Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _format(value: Fraction | Decimal) -> str:
    return _WHOLE if isinstance(value, Fraction) and value.denominator == 1 else _CENTS
