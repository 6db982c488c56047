"""How the sheets of rota.xlsx are printed: on A4 or A3, each with a head."""

from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Period
from rostering.domain.time import day_in_words
from rostering.report.workbook.cells import set_heights

MARGINS = PageMargins(left=0.4, right=0.4, top=0.7, bottom=0.6, header=0.3, footer=0.3)
WIDTH, HEIGHT = 110, 500
"""Characters and points that a page of A4 in landscape holds at full size."""
LARGER = 2**0.5
"""How much more of either a page of A3 holds."""
LEAST_READABLE = 0.7
"""The least scale at which a wall sheet is read from where people stand."""
SMALLEST_SCALE = 40
SLACK = 1.2
"""Pages shrink by up to a sixth rather than leave a few rows to one more page."""


def make_printable(
    sheet: Worksheet, above: str, *, head_rows: int, freeze: str
) -> None:
    """A page wide, the head on every page and in sight, as few pages as can be read.

    Args:
        sheet: With all that is to be printed.
        above: What stands above every page beside the name of the sheet.
        head_rows: How many rows are the head.
        freeze: The first cell that moves when the sheet is scrolled.
    """
    set_heights(sheet)
    sheet.freeze_panes = freeze
    sheet.page_margins = MARGINS
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.print_title_rows = f"1:{head_rows}"
    sheet.print_area = sheet.dimensions
    _say_what_it_is(sheet, above)
    _fit(sheet, WIDTH, HEIGHT)


def enlarge(sheet: Worksheet) -> None:
    """Print a sheet that would be too small to read on A4 on A3."""
    if _width(sheet) > WIDTH / LEAST_READABLE:
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
        _fit(sheet, WIDTH * LARGER, HEIGHT * LARGER)


def print_in_parts(sheet: Worksheet, *, beside: str, first: int, size: int) -> None:
    """Print so many columns a page, from the first on, beside the same columns."""
    last = sheet.max_column
    sheet.print_title_cols = beside
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    for column in range(first + size, last + 1, size):
        sheet.col_breaks.append(Break(id=column - 1))
    width = _width(sheet, min(last, first + size - 1))
    sheet.page_setup.scale = max(SMALLEST_SCALE, min(100, int(100 * WIDTH / width)))


def days_in_words(period: Period) -> str:
    """What stands above the sheets of a rota."""
    return f"{day_in_words(period.first)} to {day_in_words(period.last)}"


def _say_what_it_is(sheet: Worksheet, above: str) -> None:
    sheet.oddHeader = HeaderFooterItem(
        left=_HeaderFooterPart("&A", font="-,Bold"), right=_HeaderFooterPart(above)
    )
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("page &P of &N"))


def _fit(sheet: Worksheet, width: float, height: float) -> None:
    """Fit the columns to the width, and the rows to so many pages."""
    scale = min(1.0, width / _width(sheet))
    rows = sum(row.height or 0 for row in sheet.row_dimensions.values())
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = max(1, ceil(rows * scale / height / SLACK))
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _width(sheet: Worksheet, columns: int | None = None) -> float:
    """How many characters go into the first columns, or all."""
    return sum(
        sheet.column_dimensions[get_column_letter(column)].width
        for column in range(1, (columns or sheet.max_column) + 1)
    )
