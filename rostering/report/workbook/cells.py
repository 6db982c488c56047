"""Writing and dressing the cells of rota.xlsx."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain.signs import seen

FACE = "Calibri"
PLAIN = Font(name=FACE)
HEAD = Font(name=FACE, bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor="1F3A5F")
WEEKEND_FILL = PatternFill("solid", fgColor="EEF2F7")
OPEN = Font(name=FACE, bold=True, color="9C0006")
OPEN_FILL = PatternFill("solid", fgColor="FFD9D9")
SPARE = Font(name=FACE, italic=True, color="7F7F7F")
REPEATED = Font(name=FACE, color="8FA3BF")
"""For the call sign over a car's second column and those after it."""
SHADED = Font(name=FACE, color="5F6B7A")
SATURDAY = 5
WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
FIGURE = Alignment(horizontal="right", vertical="top")
RULED = Border(bottom=Side(style="thin", color="D5DCE4"))
HOLIDAY_FILL = PatternFill("solid", fgColor="B3541E")
LINE_HEIGHT = 15.5
"""Points that a line of text takes."""
_LIKE_A_NUMBERED_SIGN = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""In a workbook `_x0041_` is the letter A (ECMA-376 part 1, 22.9.2.19)."""


def put(sheet: Worksheet, row: int, column: int, value: object) -> Cell:
    """Write a value; a text is never taken for a formula."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.font, cell.alignment = PLAIN, WRAPPED
    if isinstance(value, str) and value:
        cell.value = _written(value)
        cell.data_type = "s"
        cell.quotePrefix = value[0] in "=+-@\t\r\n"
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = "ddd d mmm yyyy"
    elif isinstance(value, int | float):
        cell.value = value
        cell.alignment = FIGURE
    return cell


def _written(text: str) -> str:
    """The text as the format has it: where it looks like a sign's number, marked."""
    return _LIKE_A_NUMBERED_SIGN.sub("_x005F_", seen(text))


def put_head(
    sheet: Worksheet, row: int, names: Sequence[object], figures: Sequence[str] = ()
) -> None:
    """Write the names of the columns; those of figures stand over their figures."""
    for column, name in enumerate(names, 1):
        cell = put(sheet, row, column, name)
        cell.font, cell.fill = HEAD, HEAD_FILL
        if name in figures:
            cell.alignment = FIGURE


def put_row(sheet: Worksheet, row: int, values: Iterable[object]) -> None:
    """Write one row of values."""
    for column, value in enumerate(values, 1):
        put(sheet, row, column, value)


def rule(sheet: Worksheet, first: int, last: int) -> None:
    """Draw a line under each of these rows, for the eye to follow."""
    for row in sheet.iter_rows(first, last):
        for cell in row:
            cell.border = RULED


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set how wide the columns are, in characters."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def set_heights(sheet: Worksheet) -> None:
    """Make every row as high as its longest text, which not every program does."""
    for number, row in enumerate(sheet.iter_rows(), 1):
        lines = max((_lines(sheet, cell) for cell in row), default=1)
        sheet.row_dimensions[number].height = LINE_HEIGHT * lines


def _lines(sheet: Worksheet, cell: object) -> int:
    """How many lines the text of a cell takes in its column."""
    if not isinstance(cell, Cell) or not isinstance(cell.value, str):
        return 1
    if not cell.alignment.wrap_text:
        return cell.value.count("\n") + 1
    width = sheet.column_dimensions[get_column_letter(cell.column)].width
    return sum(max(1, ceil(len(x) / (width - 1))) for x in cell.value.split("\n"))
