"""From a list or a grid of absences to rows of Leave."""

import re
from datetime import date, time, timedelta

from inputs._clocks import CLOCK, END_CLOCK
from inputs.intake.cells import Cell
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._codes import absence_of, spoken_of_day
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._spoken import Spoken
from inputs.intake.kinds._status import DROPPED, dropped, status_of
from inputs.intake.kinds._who import NOBODY_OF_OURS, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.values.amounts import read_hours
from inputs.intake.values.clocks import read_clock, read_end_clock
from inputs.intake.values.words import or_none
from rostering.domain import AbsenceKind, LeaveStatus

_NOON = time(12)
_OPEN_ENDED = frozenset(
    {
        AbsenceKind.SICK,
        AbsenceKind.MATERNITY,
        AbsenceKind.PATERNITY,
        AbsenceKind.ADOPTION,
        AbsenceKind.PARENTAL,
        AbsenceKind.UNPAID,
        AbsenceKind.OTHER,
    }
)
"""Absences whose end may not be known yet; of others a lacking end is a slip."""
ENDLESS = date(4712, 12, 31)
"""Stands for no end, as personnel systems write it."""
_SHORT_DAY = 6
"""Hours; whole days of people who work full time are longer, in every service."""
_LONGEST = timedelta(days=2 * 366)


def read_leave(page: Page, entry: Entry) -> Outcome:
    """One row of Leave, or the reason why there is none."""
    reader = EntryReader(page, entry)
    if Field.FIRST in page.headings or entry.cell(Field.FIRST) is not None:
        return _stretch(reader)
    if entry.day is None and entry.cell(Field.DATE) is None:
        return reader.passed("no absence: it has no date")
    return leave_of_a_day(reader)


def leave_of_a_day(reader: EntryReader) -> Outcome:
    """The absence of one day of a grid, or of a list with a date in each row."""
    spoken = spoken_of_day(reader)
    if spoken is None and not reader.doubts:
        return reader.passed("a duty, not leave")
    if spoken is not None and spoken.absence is None:
        return reader.passed(spoken.why_no_leave)
    return absence_on_a_day(reader, spoken)


def absence_on_a_day(reader: EntryReader, spoken: Spoken | None) -> Outcome:
    """The row of Leave for one day, or from its first to its last one."""
    status = status_of(reader, None if spoken is None else spoken.absence)
    if status in DROPPED:
        return reader.passed(f"leave that was {status}")
    day = reader.entry.day or reader.day(Field.DATE)
    if day is not None or reader.entry.cell(Field.DATE) is not None:
        return _written(reader, spoken, day, day, status)
    first = reader.day(Field.FIRST)
    reader.needs(first, reader.entry.cell(Field.FIRST), "the first day away")
    return _written(reader, spoken, first, _last(reader, first, spoken), status)


def _stretch(reader: EntryReader) -> Outcome:
    """An absence from one day to another."""
    status = status_of(reader)
    if status in DROPPED:
        return reader.passed(f"leave that was {status}")
    cell = reader.entry.cell(Field.KIND, Field.CODE)
    spoken = None
    if cell is None:
        reader.lacks(Field.KIND, "the kind of leave")
    else:
        spoken = absence_of(reader, cell)
        if spoken is not None and spoken.absence is None:
            return reader.passed(spoken.why_no_leave)
        if spoken is None and dropped(cell.text):
            return reader.passed(f"leave that was {dropped(cell.text)}")
    first = reader.day(Field.FIRST)
    reader.needs(first, reader.entry.cell(Field.FIRST), "the first day away")
    last = _last(reader, first, spoken)
    return _written(reader, spoken, first, last, status)


def _last(
    reader: EntryReader, first: date | None, spoken: Spoken | None
) -> date | None:
    """The last day away; without one the absence is open, if its kind may be."""
    cell = reader.entry.cell(Field.LAST)
    last = reader.last_day(cell)
    if last is None:
        is_read = cell is not None and not any(
            doubt.place == cell.place for doubt in reader.doubts
        )
        may_be_open = spoken is not None and spoken.absence in _OPEN_ENDED
        if is_read or (cell is None and may_be_open):
            return ENDLESS
        if cell is None and spoken is not None:
            kind = f"{spoken.absence} leave"
            reader.lacks(Field.LAST, f"the last day of {kind}")
        return None
    if first is not None and last < first:
        reader.doubt(cell, f"a date that is not before its first, {first:%d/%m/%Y}")
    elif first is not None and last - first > _LONGEST:
        reader.doubt(cell, f"a date within two years of {first:%d/%m/%Y}")
    return last


def _written(
    reader: EntryReader,
    spoken: Spoken | None,
    first: date | None,
    last: date | None,
    status: LeaveStatus,
) -> Outcome:
    """The row of Leave, if nothing in it is doubtful."""
    person = person_of(reader)
    if person == NOBODY_OF_OURS:
        return reader.passed("somebody who is said to be nobody of the book")
    start, end = _times(reader, spoken, first, last)
    if spoken is None or person is None or first is None or last is None:
        return reader.waiting()
    if spoken.is_requested and status is LeaveStatus.APPROVED:
        status = LeaveStatus.REQUESTED
    return reader.outcome(
        "Leave",
        {
            "person": person,
            "kind": str(spoken.absence),
            "from": first,
            "to": last,
            "start": start,
            "end": end,
            "status": str(status),
        },
    )


def _times(
    reader: EntryReader, spoken: Spoken | None, first: date | None, last: date | None
) -> tuple[time | None, time | None]:
    """Between which times of its first and its last day somebody is away."""
    entry = reader.entry
    if spoken is not None and spoken.part:
        return (None, _NOON) if spoken.part == "am" else (_NOON, None)
    if spoken is not None and spoken.span:
        return spoken.span
    is_of_a_day = entry.day is not None or Field.FIRST not in entry.cells
    if is_of_a_day and not (spoken and spoken.absence and spoken.absence.is_work):
        return None, None
    start = reader.read(entry.cell(Field.START), read_clock, CLOCK.wanted)
    end = reader.read(entry.cell(Field.END), read_end_clock, END_CLOCK.wanted)
    if start is None and end is None and first is not None and first == last:
        _check_length(reader)
    return _unless_midnight(start), _unless_midnight(end)


def _unless_midnight(clock: time | None) -> time | None:
    """The time, or nothing for the midnight that begins or ends the whole day."""
    return None if clock == time() else clock


def _check_length(reader: EntryReader) -> None:
    """Doubt one day's leave of which the file says that it is only a part."""
    days, hours = reader.entry.cell(Field.DAYS), reader.entry.cell(Field.HOURS)
    length = or_none(read_hours, None if hours is None else hours.value) or 0
    if days is not None and _share(days) < 1:
        reader.doubt(days, "which half of the day: AL am or AL pm as its kind")
    elif 0 < length < _SHORT_DAY:
        reader.doubt(hours, "from when to when; the hours are less than a day's")


def _share(cell: Cell) -> float:
    """How much of a day it says; a whole one for what is no number."""
    text = cell.text.replace("½", "0.5").replace("1/2", "0.5")
    return float(text) if re.fullmatch(r"0?\.[0-9]+", text) else 1
