"""Colours that follow what stands in the cells, also after somebody has edited them."""

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.workbook.cells import OPEN, OPEN_FILL, SPARE, WEEKEND_FILL

_NEW_WEEK = Border(top=Side(style="thin", color="1F3A5F"))
# Excel takes the fill of such a rule from its background, and no other face.
_OPEN_FILL = PatternFill(bgColor=OPEN_FILL.fgColor)
_WEEKEND_FILL = PatternFill(bgColor=WEEKEND_FILL.fgColor)
_OPEN_FONT = Font(b=OPEN.b, color=OPEN.color)
_SPARE_FONT = Font(i=SPARE.i, color=SPARE.color)


def colour_posts(sheet: Worksheet, first: int, last: int, column: int) -> None:
    """Show in a column of names what is open and what is merely spare."""
    letter = get_column_letter(column)
    cells, cell = f"{letter}{first}:{letter}{last}", f"{letter}{first}"
    _add(sheet, cells, _says(cell, "open"), font=_OPEN_FONT, fill=_OPEN_FILL)
    _add(sheet, cells, f'{cell}="spare"', font=_SPARE_FONT)


def colour_days(sheet: Worksheet, first: int, last: int, columns: int) -> None:
    """Shade weekends and rule a line above each Monday, in whatever order they stand.

    It goes after the colours of posts: of two fills the first counts.
    """
    cells = f"A{first}:{get_column_letter(columns)}{last}"
    names = f"B{first}:{get_column_letter(columns)}{last}" if columns > 1 else cells
    is_day = f"ISNUMBER($A{first})"
    weekend = f"AND({is_day},WEEKDAY($A{first},2)>5)"
    _add(sheet, names, weekend, fill=_WEEKEND_FILL)
    monday = f"AND({is_day},WEEKDAY($A{first},2)=1)"
    _add(sheet, cells, monday, border=_NEW_WEEK)


def _says(cell: str, word: str) -> str:
    """Whether one of the cell's lines is this word."""
    line = "CHAR(10)"
    return f'ISNUMBER(SEARCH({line}&"{word}"&{line},{line}&{cell}&{line}))'


def _add(sheet: Worksheet, cells: str, formula: str, **look: object) -> None:
    """Give the cells a font, a fill or a border where the formula holds."""
    rule = FormulaRule([formula], **look)  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(cells, rule)
