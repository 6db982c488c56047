"""Writing and dressing the cells of rota.xlsx."""

from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

HEAD = Font(bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor="1F3A5F")
WEEKEND_FILL = PatternFill("solid", fgColor="EEF2F7")
OPEN = Font(bold=True, color="9C0006")
OPEN_FILL = PatternFill("solid", fgColor="FFD9D9")
SPARE = Font(italic=True, color="7F7F7F")
SHADED = Font(color="5F6B7A")
NEW_WEEK = Border(top=Side(style="thin", color="1F3A5F"))
SATURDAY = 5
WRAPPED = Alignment(vertical="top", wrap_text=True)
CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)


def put(sheet: Worksheet, row: int, column: int, value: object) -> Cell:
    """Write a value; a text is never taken for a formula."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.alignment = WRAPPED
    if isinstance(value, str):
        cell.value = value
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@\t\r\n" and value != ""
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = "ddd d mmm yyyy"
    elif isinstance(value, int | float):
        cell.value = value
    return cell


def put_head(sheet: Worksheet, row: int, names: Sequence[object]) -> None:
    """Write the names of the columns."""
    for column, name in enumerate(names, 1):
        cell = put(sheet, row, column, name)
        cell.font, cell.fill = HEAD, HEAD_FILL


def put_row(sheet: Worksheet, row: int, values: Iterable[object]) -> None:
    """Write one row of values."""
    for column, value in enumerate(values, 1):
        put(sheet, row, column, value)


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set how wide the columns are, in characters."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def make_printable(sheet: Worksheet, *, head_rows: int, freeze: str) -> None:
    """Landscape, one page wide, the head on every page and always in sight."""
    sheet.freeze_panes = freeze
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{head_rows}"
    page = _HeaderFooterPart("&A, page &P of &N")
    sheet.oddFooter = HeaderFooterItem(center=page)
