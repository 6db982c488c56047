"""What was really worked, in the columns of the sheet History."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from pathlib import Path

from inputs._cells import CellValue, Table, shown
from inputs._clocks import CLOCK, END_CLOCK
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._files import read_files
from inputs._header import SEARCHED, headers_in
from inputs._kinds import Kind, NotUnderstood
from inputs._rows import read_rows
from inputs._values import NAME, TEXT
from inputs.history import HISTORY_KIND, Work
from inputs.reading import BadInputs
from rostering.domain import AbsenceKind, Span
from rostering.domain.time import span_between


class Missed(StrEnum):
    """Why nothing came of a duty, other than leave."""

    NO_SHOW = "no show"
    STOOD_DOWN = "stood down"


_WORDS = {
    "no-show": Missed.NO_SHOW,
    "noshow": Missed.NO_SHOW,
    "did not attend": Missed.NO_SHOW,
    "dna": Missed.NO_SHOW,
    "stand down": Missed.STOOD_DOWN,
    "not crewed": Missed.STOOD_DOWN,
    **{missed.value: missed for missed in Missed},
}
_WANTED = f"{', '.join(Missed)}, {HISTORY_KIND.wanted}"

Happened = Work | AbsenceKind | Missed


def _read(value: CellValue) -> Happened:
    missed = _WORDS.get(shown(value).lower())
    if missed is not None:
        return missed
    try:
        return HISTORY_KIND.read(value)
    except NotUnderstood as refusal:
        raise NotUnderstood(_WANTED, refusal.likely) from None


HAPPENED: Kind[Happened] = Kind(
    "choice",
    _WANTED,
    _read,
    example=Work.WORKED.value,
    choices=(*Missed, *HISTORY_KIND.choices),
)


@dataclass(frozen=True, kw_only=True)
class WorkedRow(Row):
    """One person's day as it really was."""

    person: str = required("person", NAME, "An id from People.")
    day: date = required("date", DATE, "The date on which it started.")
    start: time | None = optional("start", CLOCK, "When it started.")
    end: time | None = optional("end", END_CLOCK, "When it ended.")
    unit: str = optional("unit", NAME, "On which car.", default="")
    post: str = optional("post", TEXT, "In which post.", default="")
    kind: Happened = optional("kind", HAPPENED, "Blank is worked.", default=Work.WORKED)

    @property
    def span(self) -> Span | None:
        """The time that it took; None where no hours are given."""
        if self.start is None or self.end is None:
            return None
        return span_between(self.day, self.start, self.end)


_NEEDED = frozenset({"person", "date", "start", "end"})
"""The columns by which such a sheet is known."""


def worked_rows(path: Path) -> tuple[WorkedRow, ...] | None:
    """The rows of the file's sheets with History's columns; None where it has none.

    Raises:
        BadInputs: The file cannot be read, or a cell in it cannot be understood.
    """
    faults = Faults()
    files = read_files(path, SheetForm("", "", WorkedRow).headers, faults)
    tables = [table for table in files.tables if _is_meant(table)]
    rows = tuple(row for table in tables for row in _rows(table, faults))
    if faults.has_errors:
        raise BadInputs(tuple(faults))
    return rows if tables else None


def _is_meant(table: Table) -> bool:
    return any(set(headers_in(line)) >= _NEEDED for line in table.lines[:SEARCHED])


def _rows(table: Table, faults: Faults) -> tuple[WorkedRow, ...]:
    """The rows of a table, whatever its sheet is called."""
    rows = read_rows(SheetForm(table.sheet, "", WorkedRow), [table], faults).rows
    for row in rows:
        if row.kind in list(Work) and row.span is None:
            column = "start" if row.start is None else "end"
            faults.add(row.error(column, "when it really started and ended"))
    return rows
