"""The names that the cells of the sheet by car offer: whom the hard rules admit."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Fill, PersonId, Shift
from rostering.eligibility import candidates, eligibility
from rostering.report.built import BuiltRota
from rostering.report.workbook.cells import put
from rostering.saved.lines import RotaLine
from rostering.saved.sheets import LISTS, labels

_OPEN = "open"
_WARNING = (
    "The hard rules do not admit this here. A name of the list is legal by itself; two "
    "names in one cell are right where the car takes two. Keep it?"
)
_SEVERAL = (
    "Several may stand here, each on a line of their own (Alt+Enter). A name that is "
    "chosen from the list takes the place of all of them."
)


class _Offer(NamedTuple):
    """The names that a cell offers, and whether several people may stand in it."""

    names: tuple[str, ...]
    is_for_several: bool


class Choices:
    """Who may stand in each cell, with one list for all cells that offer the same."""

    def __init__(self, built: BuiltRota) -> None:
        self._problem = built.rota.problem
        self._barred = eligibility(self._problem, built.rules).barred
        names = {person.id: person.name for person in self._problem.people}
        self._labels = labels(names)
        self._shifts = {(s.day, s.unit, s.turn): s for s in self._problem.shifts}
        self._cells: defaultdict[_Offer, list[Cell]] = defaultdict(list)

    def label(self, person: PersonId) -> str:
        """What the sheet calls a person."""
        return self._labels[person]

    def add(self, cell: Cell, places: Sequence[RotaLine]) -> None:
        """Let the cell offer whoever may stand in the places of a shift's post."""
        line = places[0]
        shift = self._shifts[line.day, line.unit, line.turn]
        offer = _Offer(self._admitted(shift, line.post), len(places) > 1)
        self._cells[offer].append(cell)

    def offer(self, sheet: Worksheet) -> None:
        """Put the lists on a hidden sheet of their own, and refer to them."""
        assert sheet.parent is not None
        lists = sheet.parent.create_sheet(LISTS)
        lists.sheet_state = "hidden"
        columns: dict[tuple[str, ...], str] = {}
        for names in dict.fromkeys(offer.names for offer in self._cells):
            columns[names] = _list(lists, len(columns) + 1, (*names, _OPEN))
        for offer, cells in self._cells.items():
            offered = _validation(columns[offer.names])
            if offer.is_for_several:
                offered.prompt, offered.showInputMessage = _SEVERAL, True
            for cell in cells:
                offered.add(cell)
            sheet.add_data_validation(offered)

    def _admitted(self, shift: Shift, post: str) -> tuple[str, ...]:
        """The names that may stand there: preferred roles and home cars first."""
        rows = [
            (place.preference(person.role), person.home != shift.unit, person.id)
            for person, place in candidates(self._problem, shift)
            if place.name == post and Fill(person.id, shift, post) not in self._barred
        ]
        return tuple(self.label(id) for *_, id in sorted(rows))


def _list(sheet: Worksheet, column: int, names: Sequence[str]) -> str:
    """Write the names below one another; return where they stand."""
    for row, name in enumerate(names, 1):
        put(sheet, row, column, name)
    letter = get_column_letter(column)
    return f"{quote_sheetname(LISTS)}!${letter}$1:${letter}${len(names)}"


def _validation(where: str) -> DataValidation:
    """A list to choose from, that lets another name stand after a warning."""
    return DataValidation(
        type="list",
        formula1=where,
        allow_blank=True,
        errorStyle="warning",
        errorTitle="Not in the list",
        error=_WARNING,
        showErrorMessage=True,
    )
