"""The hidden sheets by which an edited rota.xlsx is read back."""

import json
from collections.abc import Mapping

from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.built import BuiltRota
from rostering.report.workbook.cells import put_row
from rostering.saved.lines import COLUMNS

_UNKEPT = "reason"
"""It may tell of somebody's absence, and a workbook is sent on more than a file."""


def add_built(sheet: Worksheet, built: BuiltRota) -> None:
    """Write the lines as they are now: what differs later was edited."""
    sheet.sheet_state = "hidden"
    put_row(sheet, 1, COLUMNS)
    for row, line in enumerate(built.lines, 2):
        texts = {**line.texts, _UNKEPT: ""}
        put_row(sheet, row, [texts[column] for column in COLUMNS])


def add_about(sheet: Worksheet, document: Mapping[str, object]) -> None:
    """Write what is known of the rota as a whole, a row a fact."""
    sheet.sheet_state = "hidden"
    for row, (name, value) in enumerate(document.items(), 1):
        put_row(sheet, row, [name, json.dumps(value, ensure_ascii=False)])
