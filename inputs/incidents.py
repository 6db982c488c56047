"""A file of incidents: when they were, where, and of what kind."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from inputs._cells import CellValue
from inputs._clocks import CLOCK
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE, EARLIEST
from inputs._faults import Faults
from inputs._files import read_files
from inputs._header import SEARCHED, headers_in
from inputs._kinds import Kind
from inputs._rows import read_rows
from inputs._values import NAME, WORD
from inputs.reading import BadInputs
from rostering.domain import Fault, Place
from rostering.domain.time import ZONE

_WANTED = "a time such as 21:34, with its date there or in the column date"
_DATED = re.compile(r"(.*[^ t,]),?[ t]+([0-9][^ t]*(?: ?[ap]m)?)", re.IGNORECASE)
_SECONDS = re.compile(r"([0-9]{1,2}:[0-9]{2}):[0-9]{2}(?:\.[0-9]+)?")

When = datetime | time
"""On the clock on the wall; a time alone has its date in another column."""


def _read(value: CellValue) -> When:
    if isinstance(value, str):
        return _exact(value) or _written(value)
    if isinstance(value, datetime) and value.year >= EARLIEST:
        return _minute(value)
    if isinstance(value, datetime | time):
        return CLOCK.read(value.replace(second=0, microsecond=0))
    return CLOCK.read(value)


def _written(text: str) -> When:
    """A date and a time, or a time alone."""
    dated = _DATED.fullmatch(text)
    if dated is None:
        return _clock(text)
    return datetime.combine(DATE.read(dated[1]), _clock(dated[2]))


def _exact(text: str) -> datetime | None:
    """A moment with its distance from Greenwich, as systems write it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if moment.tzinfo is None else _minute(moment.astimezone(ZONE))


def _clock(text: str) -> time:
    return CLOCK.read(_SECONDS.sub(r"\1", text))


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0, tzinfo=None)


WHEN: Kind[When] = Kind("time", _WANTED, _read, example="2026-10-24 21:34")


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


_NEEDED = frozenset({"time", "place"})
"""The columns by which such a sheet is known."""


def incidents(path: Path) -> tuple[Incident, ...]:
    """Every incident of the file, in order of time.

    Raises:
        BadInputs: The file cannot be read, has no such columns, or a cell in it cannot
            be understood.
    """
    faults = Faults()
    files = read_files(path, SheetForm("", "", IncidentRow).headers, faults)
    tables = [
        table
        for table in files.tables
        if any(set(headers_in(line)) >= _NEEDED for line in table.lines[:SEARCHED])
    ]
    if not tables and not faults.has_errors:
        wanted = "the columns time and place, and date and kind if it has them"
        found = "a file without these columns"
        raise BadInputs((Fault(Place(path.name, "", ""), found, wanted),))
    rows = [
        row
        for table in tables
        for row in read_rows(
            SheetForm(table.sheet, "", IncidentRow), [table], faults
        ).rows
    ]
    for row in rows:
        if row.when is None:
            faults.add(row.error("time", _WANTED))
    if faults.has_errors:
        raise BadInputs(tuple(faults))
    told = [Incident(row.when, row.where, row.kind) for row in rows if row.when]
    return tuple(sorted(told, key=lambda each: (each.when, each.place, each.kind)))
