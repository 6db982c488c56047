"""The sheet of hours: what the contract asks for, what is planned, and the balance."""

from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.built import BuiltRota
from rostering.report.hours import HEADS, hours
from rostering.report.workbook.cells import (
    make_printable,
    put_head,
    put_row,
    set_widths,
)

WIDTHS = (16, 30, 11, 11, 19, 11, 13, 12)


def add_hours(sheet: Worksheet, built: BuiltRota) -> None:
    """Write everybody's paid hours in the period; the balance is what is over."""
    put_head(sheet, 1, ["Role", "Name", *HEADS])
    set_widths(sheet, WIDTHS)
    for row, each in enumerate(hours(built), 2):
        put_row(sheet, row, [each.person.role, each.person.name, *each.figures])
    sheet.auto_filter.ref = sheet.dimensions
    make_printable(sheet, head_rows=1, freeze="C2")
