"""The sheets of an Excel workbook, as tables of cells that know their place."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

from inputs._cells import CellValue, Line, Table, letters, shown
from inputs._faults import Faults
from inputs._safety import WORKBOOK, refusal
from inputs._sheet_cells import Row, SheetReader
from inputs._workbook_parts import WorkbookParts
from rostering.domain import Place

MOST_ROWS = 100_000
MOST_COLUMNS = 256


class _Beyond(Exception):
    """A value stands where no table reaches."""

    def __init__(self, cell: str, value: CellValue) -> None:
        super().__init__(cell)
        self.cell = cell
        self.value = value


def read_workbook(name: str, content: bytes, faults: Faults) -> list[Table]:
    """Every sheet of the workbook that is not blank."""
    whole_file = Place(name, "", "")
    if refused := refusal(content):
        faults.error(whole_file, *refused)
        return []
    # A damaged workbook raises almost any exception, at any cell.
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return list(_tables(name, WorkbookParts(archive), faults))
    except Exception:
        faults.error(
            whole_file, "a damaged workbook", f"{WORKBOOK} that opens in Excel"
        )
        return []


def _tables(name: str, parts: WorkbookParts, faults: Faults) -> Iterator[Table]:
    reader = SheetReader(parts)
    for title, content in parts.sheets():
        try:
            lines = tuple(_lines(name, title, reader.rows(content)))
        except _Beyond as stray:
            place = Place(name, title, stray.cell)
            limit = f"{letters(MOST_COLUMNS)}{MOST_ROWS}"
            wanted = f"nothing beyond {limit}; clear this cell"
            faults.error(place, shown(stray.value), wanted)
        else:
            yield Table(name, title, lines)


def _lines(name: str, title: str, rows: Iterable[Row]) -> Iterator[Line]:
    for number, values in rows:
        if any(value is not None for value in values):
            if number > MOST_ROWS or len(values) > MOST_COLUMNS:
                _refuse_beyond(number, values)
            yield Line(name, title, number, values)


def _refuse_beyond(number: int, values: Iterable[CellValue]) -> None:
    for column, value in enumerate(values, 1):
        if value is not None and (column > MOST_COLUMNS or number > MOST_ROWS):
            raise _Beyond(f"{letters(column)}{number}", value)
