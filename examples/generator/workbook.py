"""Writes rows as workbooks that look as people keep them, byte for byte the same."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, time
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from examples.generator.book import Book, Cell, Row, columns_of

HEADER_FONT = Font(bold=True, color="FFFFFF")
HEADER_FILL = PatternFill("solid", fgColor="1F4E79")
WRITTEN = "2026-12-18T09:00:00Z"
"""When the books say that they were written; a clock would change their bytes."""


def save_book(book: Book, folder: Path) -> None:
    """Write every workbook of the book into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in book.files:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        workbook.properties.creator = file
        for sheet, rows in book.of_file(file):
            _write_sheet(workbook.create_sheet(sheet), columns_of(sheet, rows), rows)
        (folder / f"{file}.xlsx").write_bytes(_steady_bytes(workbook))


def _write_sheet(sheet: Worksheet, columns: list[str], rows: list[Row]) -> None:
    sheet.append(columns)
    for row in rows:
        sheet.append([row.get(column) for column in columns])
    for cell in sheet[1]:
        cell.font, cell.fill = HEADER_FONT, HEADER_FILL
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            _show(cell)
    for number, column in enumerate(columns, 1):
        values = [row.get(column) for row in rows]
        sheet.column_dimensions[get_column_letter(number)].width = _width(
            column, values
        )
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _show(cell: SheetCell | MergedCell) -> None:
    if isinstance(cell.value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(cell.value, time):
        cell.number_format = "hh:mm"
    if isinstance(cell.value, date | time):
        cell.alignment = Alignment(horizontal="center")


def _width(column: str, values: list[Cell]) -> float:
    return min(60, 4 + max(len(column), *(_length(value) for value in values), 0))


def _length(value: Cell) -> int:
    if isinstance(value, time):
        return 5
    return 0 if value is None else len(str(value))


def _steady_bytes(workbook: Workbook) -> bytes:
    written = BytesIO()
    workbook.save(written)
    steady = BytesIO()
    with zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _members(written):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()


def _members(written: BytesIO) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(written) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "docProps/core.xml":
                moment = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
                content = re.sub(moment, WRITTEN.encode(), content)
            yield name, content
