"""Reads workbooks (.xlsx): one table per sheet that can be seen. What a cell shows is left to `cell_text`."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.worksheet.worksheet import Worksheet

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Block, Cell, Paragraph, Picture, Run, Submission, Table

from .archive import Archive, Damaged
from .cell_text import CHINESE_FORMATS, shown
from .comma_table import MOST_CELLS
from .ledger import Ledger
from .pictures import suffix_of

BUILTIN_FORMATS.update(CHINESE_FORMATS)  # see docs/borrowed.md: openpyxl knows those of English workbooks only
_MOST_SHEETS_XML = 8 * 1024**2  # bytes of all sheets: some 100,000 cells
_ENTITIES = b"<!ENTITY"
_NAMELESS = re.compile(r"(?:sheet|工作表)\s*\d*", re.IGNORECASE)
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def read(file: str, data: bytes) -> Submission:
    """The tables of a workbook, formulas with the values that were saved with them. Raises Refusal."""
    archive = Archive(file, data)
    try:
        return _read(file, data, archive)
    except (Damaged, LookupError):  # a part that cannot be unpacked, a style that is not there
        raise Refusal.of("IN64", file=file) from None


def _read(file: str, data: bytes, archive: Archive) -> Submission:
    sheets = list(_sheets(archive))
    if any(_ENTITIES in sheet for sheet in sheets):
        raise Refusal.of("IN12", file=file)
    if sum(map(len, sheets)) > _MOST_SHEETS_XML:
        raise Refusal.of("IN63", file=file, most=MOST_CELLS)
    values = _opened(data, has_values=True)
    formulas = _opened(data, has_values=False) if any(b"<f" in sheet for sheet in sheets) else {}
    book = Ledger()
    blocks = [block for name, sheet in values.items() for block in _sheet(file, sheet, formulas.get(name), book)]
    pictures = tuple(_drawn(archive, book))
    return Submission(file, (*blocks, *pictures), left_out=tuple(book.left_out), doubts=tuple(book.doubts))


def _sheets(archive: Archive) -> Iterator[bytes]:
    """The parts with sheets, as long as they are not too many."""
    total = 0
    for name in archive.names:
        if name.startswith("xl/worksheets/sheet") and total <= _MOST_SHEETS_XML:
            sheet = archive.read(name)
            total += len(sheet)
            yield sheet


def _opened(data: bytes, *, has_values: bool) -> dict[str, Worksheet]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about extensions that openpyxl does not keep, which matters to writers only
        try:
            book = load_workbook(BytesIO(data), data_only=has_values)
        except Exception as error:  # openpyxl has no error of its own: a broken part raises whatever met it
            raise Damaged(str(error)) from error
    return {sheet.title: sheet for sheet in book.worksheets}


# -- One sheet ------------------------------------------------------------------------------------------------------


def _sheet(file: str, sheet: Worksheet, formulas: Worksheet | None, book: Ledger) -> Iterator[Table]:
    used = {(cell.row, cell.column): text for cell in _cells(sheet) if (text := _text(cell))}
    _tell_of_cells(sheet, formulas, used, book)
    book.place = place = f"工作表“{sheet.title}”"
    if sheet.sheet_state != "visible":
        book.leave_out(" ".join(used.values()), "IN75", what="工作表")
        return
    rows = [row for row in sorted({row for row, _ in used}) if not _is_hidden_row(sheet, row)]
    unseen = _hidden_columns(sheet)
    columns = [column for column in sorted({column for _, column in used}) if column not in unseen]
    book.leave_out(" ".join(_beyond(used, set(rows), set(columns))), "IN75", what="行或列")
    if len(rows) * len(columns) > MOST_CELLS:
        raise Refusal.of("IN63", file=file, most=MOST_CELLS)
    cells = tuple(tuple(_row(sheet, row, columns, rows, used)) for row in rows if columns)
    caption = "" if _NAMELESS.fullmatch(sheet.title) else sheet.title
    if len(cells) > 1 and len(cells[0]) == 1 and len(columns) > 1:  # one cell over all columns
        caption, cells = "".join(used[each] for each in used if each[0] == rows[0]), cells[1:]
    if cells:
        yield Table(cells, has_head=len(cells) > 1, caption=caption, place=place)


def _cells(sheet: Worksheet) -> list[SheetCell]:
    """The cells that hold something, row by row. Only those in the file are looked at: a sheet may reach to its last row."""
    filled = (cell for _, cell in sorted(sheet._cells.items()))
    return [cell for cell in filled if isinstance(cell, SheetCell) and cell.value is not None]


def _text(cell: SheetCell) -> str:
    return shown(cell.value, str(cell.number_format)).strip()


def _beyond(used: dict[tuple[int, int], str], rows: set[int], columns: set[int]) -> list[str]:
    """The texts of cells outside these rows and columns."""
    return [text for (row, column), text in used.items() if row not in rows or column not in columns]


def _is_hidden_row(sheet: Worksheet, row: int) -> bool:
    return row in sheet.row_dimensions and bool(sheet.row_dimensions[row].hidden)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    hidden = [each for each in sheet.column_dimensions.values() if each.hidden]
    return {column for each in hidden for column in range(each.min or 0, (each.max or 0) + 1)}


def _row(
    sheet: Worksheet, row: int, columns: list[int], rows: list[int], used: dict[tuple[int, int], str]
) -> Iterator[Cell]:
    """The cells of a row; one that belongs to a merged range is given once, in its first row."""
    spans = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
    for column in columns:
        if isinstance(sheet.cell(row, column), MergedCell):
            continue
        span, text = spans.get((row, column)), used.get((row, column), "")
        wide = sum(span.min_col <= each <= span.max_col for each in columns) if span else 1
        high = sum(span.min_row <= each <= span.max_row for each in rows) if span else 1
        place = f"工作表“{sheet.title}”{sheet.cell(row, column).coordinate}"
        yield Cell((Paragraph((Run(text),), place=place),) if text else (), wide, high)


def _tell_of_cells(
    sheet: Worksheet, formulas: Worksheet | None, used: dict[tuple[int, int], str], book: Ledger
) -> None:
    for cell in _cells(formulas or sheet):
        book.place = f"工作表“{sheet.title}”{cell.coordinate}"
        if cell.comment:
            book.leave_out(str(cell.comment.text), "IN70")
        if cell.data_type == "f" and (cell.row, cell.column) not in used:
            book.doubt("IN76")
        if used.get((cell.row, cell.column), "").startswith("#"):
            book.doubt("IN77")


# -- What is drawn on sheets ----------------------------------------------------------------------------------------


def _drawn(archive: Archive, book: Ledger) -> Iterator[Block]:
    for name in sorted(archive.names):
        book.place = "工作表"
        if name.startswith("xl/media/"):
            data = archive.read(name)
            if suffix := suffix_of(data):
                yield Picture(f"{PurePosixPath(name).stem}{suffix}", data, is_floating=True, place="工作表里的图片")
        elif re.fullmatch(r"xl/charts/chart\d+\.xml", name):
            book.leave_out(_words(archive.read(name)) or "图表", "IN39", what="图表")
        elif re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
            book.leave_out(_words(archive.read(name)), "IN78")


def _words(xml: bytes) -> str:
    try:
        return " ".join(each.text for each in ElementTree.fromstring(xml).iter(_TEXT) if each.text)
    except ElementTree.ParseError:
        return ""
