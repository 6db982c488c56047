"""A file of incidents, read row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from inputs._cells import Line, Table, shown
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._header import SEARCHED
from inputs._rows import read_rows
from inputs._values import NAME, WORD
from inputs.forms import SHEETS
from inputs.incidents.files import tables_of
from inputs.incidents.headers import COLUMNS, NAMES, NEEDED, positions_in
from inputs.incidents.moments import WANTED, WHEN, When
from inputs.reading import BadInputs
from rostering.domain import Fault, Place, Severity

BOOK = frozenset(form.name for form in SHEETS if form.required)
"""The sheets that every book has."""


@dataclass(frozen=True, kw_only=True)
class IncidentRow(Row):
    """One incident."""

    day: date | None = optional("date", DATE, "The date, if the time has none.")
    at: When = required("time", WHEN, "When it was reported.")
    where: str = required("place", NAME, "An area, a district, a base or a car.")
    kind: str = optional("kind", WORD, "Who was needed.", default="")

    @property
    def when(self) -> datetime | None:
        """When it was, on the clock on the wall; None where no date is given."""
        if isinstance(self.at, datetime):
            return self.at
        return None if self.day is None else datetime.combine(self.day, self.at)


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident that was understood."""

    when: datetime
    """On the clock on the wall."""
    place: str
    kind: str = ""


@dataclass(frozen=True)
class Incidents:
    """What a file tells."""

    found: tuple[Incident, ...]
    """In order of time."""
    columns: Mapping[str, str]
    """What the file calls each column that was read."""
    left_out: tuple[Fault, ...] = ()
    """What was not understood, at its cell; its rows are left out."""


class NoColumns(BadInputs):
    """No table of the file has the columns that are needed."""


class BadRows(BadInputs):
    """Rows of the file are not understood; the rest of it is."""


@dataclass(frozen=True)
class _Headed:
    """A table whose columns are called as they are called here."""

    table: Table
    columns: Mapping[str, str]


def read_incidents(
    path: Path,
    columns: Mapping[str, str] | None = None,
    *,
    leave_out: bool = False,
) -> Incidents:
    """Read every incident of the file, whatever its columns are called.

    Args:
        path: A workbook, an .ods or text file, or a folder of .xlsx and .csv files.
        columns: What the file calls a column, where that is not seen by itself.
        leave_out: Whether rows that are not understood are left out.

    Raises:
        NoColumns: It has no columns for time and place.
        BadRows: A cell cannot be understood, and its row is not to be left out.
        BadInputs: The file cannot be read, or is a book.
    """
    faults = Faults()
    given = columns or {}
    names = NAMES | {said.lower() for said in given.values()}
    tables = tables_of(path, names)
    if {table.sheet for table in tables} >= BOOK:
        wanted = "a list of incidents, with columns for time and place"
        raise BadInputs((Fault(Place(path.name, "", ""), "a book", wanted),))
    headed = [each for table in tables for each in _headed(table, given)]
    if not headed:
        raise NoColumns((_without_columns(path, tables, given),))
    rows = [row for each in headed for row in _rows_of(each.table, faults)]
    errors = tuple(f for f in faults if f.severity is Severity.ERROR)
    if errors and not leave_out:
        raise BadRows(errors)
    told = (Incident(row.when, row.where, row.kind) for row in rows if row.when)
    found = sorted(told, key=lambda each: (each.when, each.place, each.kind))
    return Incidents(tuple(found), headed[0].columns, errors)


def _rows_of(table: Table, faults: Faults) -> Iterator[IncidentRow]:
    for row in read_rows(SheetForm(table.sheet, "", IncidentRow), [table], faults).rows:
        if row.when is None:
            faults.add(row.error("time", WANTED))
        yield row


def _headed(table: Table, given: Mapping[str, str]) -> Iterator[_Headed]:
    """The table from its headers on, with only the columns that are read."""
    for number, line in enumerate(table.lines[:SEARCHED]):
        at = positions_in(line, given)
        if set(at) >= {*NEEDED, *given}:
            names = {index: name for name, index in at.items()}
            heads = (names.get(index) for index, _ in enumerate(line.values))
            header = replace(line, values=tuple(heads))
            lines = (header, *table.lines[number + 1 :])
            columns = {n: shown(line.value(at[n])) for n in COLUMNS if n in at}
            yield _Headed(replace(table, lines=lines), columns)
            return


def _without_columns(
    path: Path, tables: Sequence[Table], given: Mapping[str, str]
) -> Fault:
    """What the first lines have in place of the columns."""
    lacking = " and ".join(dict.fromkeys((*NEEDED, *given)))
    wanted = f"columns for {lacking}, and for date and kind if it has them"
    top = [line for table in tables for line in table.lines[:SEARCHED]]
    if not top:
        return Fault(Place(path.name, "", ""), "an empty file", wanted)
    fullest = max(top, key=_written)
    heads = ", ".join(shown(value) for value in fullest.values if value is not None)
    return Fault(fullest.place(0), f"the columns {heads}", wanted)


def _written(line: Line) -> int:
    return sum(isinstance(value, str) for value in line.values)
