"""A new workbook with everything that was read, for files that cannot be marked."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

from inputs._cells import Spoilt
from inputs.intake._marks import writable
from inputs.intake.opening._looks import HATCHED

if TYPE_CHECKING:
    from inputs.intake.cells import Cell, Source

_LONGEST_NAME = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def copied(source: "Source") -> tuple[bytes, Mapping[str, str]]:
    """A workbook of all sheets and values, and its sheets' names by the source's."""
    book = Workbook()
    book.remove(book.worksheets[0])
    names: dict[str, str] = {}
    for sheet in source.sheets:
        title = sheet.name.translate(_FORBIDDEN).strip("' ")[:_LONGEST_NAME]
        copy: Worksheet = book.create_sheet(title or "Sheet")
        names[sheet.name] = copy.title
        copy.sheet_state = "hidden" if sheet.is_hidden else "visible"
        for cell in sheet.cells.values():
            _copy(copy, cell)
    written = BytesIO()
    book.save(written)
    return written.getvalue(), names


def _copy(sheet: Worksheet, cell: "Cell") -> None:
    row, column = coordinate_to_tuple(cell.place.cell)
    copy = sheet.cell(row, column)
    copy.value = _written(cell)
    if copy.data_type == "f":
        copy.data_type = "s"
    if isinstance(cell.value, int | float | date | time | timedelta):
        is_bare = isinstance(cell.value, date) and cell.number_format == "General"
        copy.number_format = "dd/mm/yyyy" if is_bare else cell.number_format
    if cell.fill == HATCHED:
        copy.fill = PatternFill("darkUp")
    elif cell.fill:
        copy.fill = PatternFill("solid", fgColor=cell.fill)
    if cell.is_struck:
        copy.font = Font(strike=True)
    if cell.note:
        copy.comment = Comment(writable(cell.note), "")


def _written(cell: "Cell") -> str | int | float | bool | date | time | timedelta | None:
    if isinstance(cell.value, str | Spoilt):
        return writable(cell.original or cell.text)
    return cell.value
