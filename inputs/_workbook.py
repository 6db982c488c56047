"""The sheets of an Excel workbook, as tables of cells that know their place."""

import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Protocol, cast

from inputs._cells import (
    CellValue,
    Line,
    Spoilt,
    Table,
    cleaned,
    letters,
    shown,
    with_noughts,
)
from inputs._faults import Faults
from inputs._formulas import uncounted_formulas
from inputs._safety import WORKBOOK, refusal
from rostering.domain import Place

MOST_ROWS = 100_000
MOST_COLUMNS = 256
NO_RESULT = "a value; open the file in Excel and save it, so that formulas have results"


class _Cell(Protocol):
    """A cell as openpyxl reads it, blank ones without an address."""

    value: CellValue
    number_format: str | None


class _Sheet(Protocol):
    """A sheet as openpyxl reads it, row after row."""

    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self) -> Iterable[Iterable[_Cell]]: ...


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
    # A damaged workbook makes openpyxl raise almost any exception, at any cell.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(_tables(name, content, faults))
    except Exception:
        faults.error(
            whole_file, "a damaged workbook", f"{WORKBOOK} that opens in Excel"
        )
        return []


def _tables(name: str, content: bytes, faults: Faults) -> Iterator[Table]:
    # Its import takes longer than showing a rota, for which no workbook is read.
    from openpyxl import load_workbook

    book = load_workbook(
        BytesIO(content), read_only=True, data_only=True, keep_links=False
    )
    uncounted = uncounted_formulas(content)
    for sheet in cast("list[_Sheet]", book.worksheets):
        sheet.reset_dimensions()
        try:
            lines = tuple(_lines(name, sheet, uncounted.get(sheet.title, {})))
        except _Beyond as stray:
            place = Place(name, sheet.title, stray.cell)
            limit = f"{letters(MOST_COLUMNS)}{MOST_ROWS}"
            wanted = f"nothing beyond {limit}; clear this cell"
            faults.error(place, shown(stray.value), wanted)
        else:
            yield Table(name, sheet.title, lines)


def _lines(name: str, sheet: _Sheet, uncounted: dict[str, str]) -> Iterator[Line]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        values = tuple(_values(number, cells, uncounted))
        if any(value is not None for value in values):
            yield Line(name, sheet.title, number, values)


def _values(
    number: int,
    cells: Iterable[_Cell],
    uncounted: dict[str, str],
) -> Iterator[CellValue]:
    for column, cell in enumerate(cells, 1):
        value = _value(cell)
        if value is None and uncounted:
            formula = uncounted.get(f"{letters(column)}{number}")
            value = Spoilt(formula, NO_RESULT) if formula else None
        if value is not None and (column > MOST_COLUMNS or number > MOST_ROWS):
            raise _Beyond(f"{letters(column)}{number}", value)
        yield value


def _value(cell: _Cell) -> CellValue:
    """What the cell says; a number under a format of noughts keeps its noughts."""
    return cleaned(with_noughts(cell.value, str(cell.number_format)))
