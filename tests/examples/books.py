"""Reads workbooks as plain cells, with nothing of the engine."""

from functools import cache
from pathlib import Path

from openpyxl import load_workbook

ROOT = Path(__file__).parents[2] / "examples"


@cache
def cells_of(folder):
    """Every cell of every workbook in the folder: its value and how it is shown."""
    return {
        f"[{file.name}]{sheet.title}!{cell.coordinate}": (
            cell.value,
            cell.number_format,
        )
        for file in sorted(folder.glob("*.xlsx"))
        for sheet in load_workbook(file)
        for line in sheet.iter_rows()
        for cell in line
    }


@cache
def rows_of(folder, sheet):
    """The rows of a sheet in every workbook of the folder, by column."""
    rows = []
    for file in sorted(folder.glob("*.xlsx")):
        book = load_workbook(file)
        if sheet in book.sheetnames:
            header, *lines = book[sheet].iter_rows(values_only=True)
            rows += [dict(zip(header, line, strict=True)) for line in lines]
    return rows
