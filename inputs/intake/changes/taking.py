"""Reading rows of an import as the book's own reader will read them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum

from inputs._cells import CellValue, Line, Table, cleaned
from inputs._columns import Row
from inputs._faults import Faults, in_order
from inputs._rows import read_rows
from inputs.intake.doubts import Doubt
from inputs.intake.standing import FORMS
from inputs.intake.wanted import Wanted
from rostering.domain import Fault, Place

TRIAL = "import"
"""What the file is called in which rows stand that stand nowhere yet."""
_TRIED = re.compile(rf"\[{TRIAL}\]([^!]+)!([A-Z]+[0-9]+)")

_NO_LETTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Tried = tuple[str, int]
"""A sheet and the number of one of its lines."""


class Taker:
    """Reads rows, each from a line of its own by which faults name it."""

    def __init__(self) -> None:
        self._wanted: dict[Tried, Wanted] = {}
        self._last: defaultdict[str, int] = defaultdict(lambda: 1)

    def take(
        self, sheet: str, rows: Sequence[Wanted]
    ) -> tuple[tuple[Row, ...], dict[Tried, Doubt]]:
        """The rows that can be read, and a doubt for each of the others."""
        faults = Faults()
        table = self._table(sheet, rows)
        taken = read_rows(FORMS[sheet], [table], faults).rows
        spots = {spot_of(row) for row in taken}
        doubts: dict[Tried, Doubt] = {}
        for fault in faults:
            for spot in self.blamed(fault):
                if spot not in spots:
                    doubts.setdefault(spot, self.doubt(spot, fault))
        return taken, doubts

    def at(self, spot: Tried) -> Wanted:
        """What stands there."""
        return self._wanted[spot]

    def wanted(self, row: Row) -> Wanted:
        """What the row was read from."""
        return self.at(spot_of(row))

    def blamed(self, fault: Fault) -> Iterator[Tried]:
        """The lines read here that the fault is in, or that it names."""
        if fault.place.file == TRIAL:
            yield fault.place.sheet, in_order(fault.place)[2]
        else:
            for sheet, cell in _TRIED.findall(fault.wanted):
                yield sheet, in_order(Place(TRIAL, sheet, cell))[2]

    def doubt(self, spot: Tried, fault: Fault) -> Doubt:
        """The fault as a doubt about a line, at the senders' cells."""
        place = self._wanted[spot].places[0]
        wanted = _TRIED.sub(self._senders_cell, fault.wanted)
        return Doubt(place, fault.found, wanted, fault.likely)

    def _senders_cell(self, cell: re.Match[str]) -> str:
        line = in_order(Place(TRIAL, cell[1], cell[2]))[2]
        return str(self._wanted[cell[1], line].places[0])

    def _table(self, sheet: str, rows: Sequence[Wanted]) -> Table:
        """The rows as a table of the sheet, on lines that are still free."""
        columns = dict.fromkeys(name for row in rows for name in row.values)
        headers = tuple(dict.fromkeys((*FORMS[sheet].headers, *columns)))
        lines = [Line(TRIAL, sheet, 1, headers)]
        for row in rows:
            self._last[sheet] += 1
            number = self._last[sheet]
            self._wanted[sheet, number] = row
            values = tuple(as_read(row.values.get(header)) for header in headers)
            lines.append(Line(TRIAL, sheet, number, values))
        return Table(TRIAL, sheet, tuple(lines))


def spot_of(row: Row) -> Tried:
    """Where the row was read."""
    return row.line.sheet, row.line.number


def as_read(value: CellValue) -> CellValue:
    """The value as it will be read from the book, without signs that no file holds."""
    if isinstance(value, Enum):
        value = str(value.value)
    if isinstance(value, str):
        value = _NO_LETTERS.sub("", value)
    return cleaned(value)
