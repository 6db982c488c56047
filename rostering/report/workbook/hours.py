"""The sheet of hours: what the contract asks for, what is planned, and the balance."""

from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.built import BuiltRota
from rostering.report.hours import HEADS, MEANINGS, hours
from rostering.report.workbook.cells import put_head, put_row, rule, set_widths
from rostering.report.workbook.colours import colour_what_is_owed
from rostering.report.workbook.legends import add_words
from rostering.report.workbook.printing import days_in_words, make_printable

WIDTHS = (16, 30, 11, 11, 19, 11, 13, 12)
HUNDREDTHS = "0.00"
_LEGEND = (*MEANINGS, "In red: hours that are owed to the cars.")


def add_hours(sheet: Worksheet, built: BuiltRota) -> None:
    """Write everybody's paid hours in the period; the balance is what is over."""
    put_head(sheet, 1, ["Role", "Name", *HEADS], HEADS)
    set_widths(sheet, WIDTHS)
    for row, each in enumerate(hours(built), 2):
        put_row(sheet, row, [each.person.role, each.person.name, *each.figures])
        for cell in sheet[row][2:]:
            cell.number_format = HUNDREDTHS
    last = sheet.max_row
    sheet.auto_filter.ref = sheet.dimensions
    rule(sheet, 2, last)
    colour_what_is_owed(sheet, f"F2:H{max(2, last)}")
    add_words(sheet, last + 2, _LEGEND)
    above = days_in_words(built.rota.problem.period)
    make_printable(sheet, above, head_rows=1, freeze="C2")
