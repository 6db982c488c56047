"""Colours that follow what stands in the cells, also after somebody has edited them."""

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.workbook.cells import OPEN, OPEN_FILL, SPARE, WEEKEND_FILL
from rostering.report.workbook.legends import NEW_WEEK

# Excel takes the fill of such a rule from its background, and no other face.
_OPEN_FILL = PatternFill(bgColor=OPEN_FILL.fgColor)
_WEEKEND_FILL = PatternFill(bgColor=WEEKEND_FILL.fgColor)
_OPEN_FONT = Font(b=OPEN.b, color=OPEN.color)
_SPARE_FONT = Font(i=SPARE.i, color=SPARE.color)
_OWED_FONT = Font(color=OPEN.color)
_MUCH_FILL = PatternFill(bgColor="FFE9B8")


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
    _add(sheet, cells, monday, border=NEW_WEEK)


def colour_states(sheet: Worksheet, cells: str) -> None:
    """Show which places are open and which merely spare, however they are sorted."""
    first = cells.partition(":")[0]
    _add(sheet, cells, f'{first}="open"', font=_OPEN_FONT, fill=_OPEN_FILL)
    _add(sheet, cells, f'{first}="spare"', font=_SPARE_FONT)


def colour_what_is_owed(sheet: Worksheet, cells: str) -> None:
    """Show which figures are below nothing."""
    _add(sheet, cells, f"{cells.partition(':')[0]}<0", font=_OWED_FONT)


def colour_much(sheet: Worksheet, columns: str, last: int) -> None:
    """Show who has half as much again as the average of their role, or more."""
    roles = f"($A$2:$A${last}=$A2)"
    for letter in columns if last > 1 else "":
        figures = f"{letter}$2:{letter}${last}"
        average = f"SUMPRODUCT({roles}*{figures})/SUMPRODUCT({roles}*1)"
        is_much = f"AND({letter}2>0,{letter}2>=1.5*{average})"
        _add(sheet, f"{letter}2:{letter}{last}", is_much, fill=_MUCH_FILL)


def _says(cell: str, word: str) -> str:
    """Whether one of the cell's lines is this word."""
    line = "CHAR(10)"
    return f'ISNUMBER(SEARCH({line}&"{word}"&{line},{line}&{cell}&{line}))'


def _add(sheet: Worksheet, cells: str, formula: str, **look: object) -> None:
    """Give the cells a font, a fill or a border where the formula holds."""
    rule = FormulaRule([formula], **look)  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(cells, rule)
