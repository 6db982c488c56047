"""From rosters, wall-charts and crew sheets to rows of History and of Leave."""

from dataclasses import replace
from datetime import date, time, timedelta

from inputs.history import Work
from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._codes import spoken_of_day
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._hours import check_length
from inputs.intake.kinds._spoken import Spoken
from inputs.intake.kinds._times import (
    check_last_day,
    has_times,
    usual_times,
    written_times,
)
from inputs.intake.kinds._who import NOBODY_OF_OURS, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.kinds.leave import absence_on_a_day
from inputs.intake.sayings import NOTHING, YES
from inputs.intake.values.code_table import Times
from inputs.intake.values.codes import Code
from rostering.domain import AbsenceKind

_NEVER_WORKED = ("cancel", "no show", "no-show", "did not attend", "withdrawn", "draft")
_DONE = ("complet", "worked", "attended")
_ELSEWHERE = (Code.ABSTRACTION, Code.RESTRICTED)
"""Duties for which somebody is taken away from the car."""
_BREAK_OF_DAY = time(5)
"""Before it, a duty that stands under a force's day is of the next date."""
_ONE_DAY = timedelta(days=1)


def read_duty(page: Page, entry: Entry) -> Outcome:
    """One row of History or of Leave, or the reason why there is none."""
    reader = EntryReader(page, entry)
    if entry.anchor.is_struck:
        return reader.passed("struck through: cancelled")
    status = entry.text(Field.STATUS)
    if status.casefold().startswith(_NEVER_WORKED):
        return reader.passed(f"a duty that is said to be {status}")
    spoken = spoken_of_day(reader)
    if spoken is None or spoken.is_work or _is_work_elsewhere(reader, spoken):
        return _worked(reader, spoken)
    if spoken.is_rest and _is_turn_off(reader):
        spoken = replace(spoken, absence=AbsenceKind.REST)
    if spoken.absence is not None:
        return absence_on_a_day(reader, spoken)
    return reader.passed(spoken.why_nothing)


def _is_work_elsewhere(reader: EntryReader, spoken: Spoken) -> bool:
    """Whether the day's duty is work whose hours are known, though not on a car."""
    has_hours = has_times(reader) or spoken.span is not None
    return spoken.code in _ELSEWHERE and has_hours


def _is_turn_off(reader: EntryReader) -> bool:
    """Whether rest takes the place of a turn that the pattern of the team has."""
    words = reader.desk.words
    day = reader.entry.day or reader.day(Field.DATE, Field.FIRST)
    row = words.people.get(person_of(reader) or "")
    if row is None or day is None or words.is_on_leave(row.id, day):
        return False
    return words.has_turn(row.team, day)


def _worked(reader: EntryReader, spoken: Spoken | None) -> Outcome:
    """The row of History, if nothing in it is doubtful."""
    entry = reader.entry
    person = person_of(reader)
    if person == NOBODY_OF_OURS:
        return reader.passed("somebody who is said to be nobody of the book")
    day = entry.day or reader.day(Field.DATE, Field.FIRST)
    reader.needs(day, entry.cell(Field.DATE, Field.FIRST), "the day of the duty")
    if spoken is not None and spoken.is_requested:
        reader.doubt(entry.cell(Field.CODE), "a duty that is settled, without a `?`")
    unit = _unit(reader, spoken)
    times = _times(reader, spoken, (person or "", unit or "", day))
    if entry.cell(Field.ACTUAL_START, Field.ACTUAL_END) is None:
        check_length(reader, times)
    check_last_day(reader, day, times, "a duty of one date; a row for each")
    if person is None or day is None or times is None or reader.doubts:
        return reader.waiting()
    return reader.outcome(
        "History",
        {
            "person": person,
            "date": _on_the_calendar(reader, day, times),
            "start": times[0],
            "end": times[1],
            "unit": unit or None,
            "post": _post(reader, person) or None,
            "kind": _work(entry).value,
        },
    )


def _times(
    reader: EntryReader, spoken: Spoken | None, duty: tuple[str, str, date | None]
) -> Times | None:
    if has_times(reader):
        return written_times(reader)
    if spoken is not None and spoken.span is not None:
        return spoken.span
    person, unit, day = duty
    if day is None or reader.doubts:
        return None
    return usual_times(reader, spoken, person, unit, day)


def _unit(reader: EntryReader, spoken: Spoken | None) -> str | None:
    """The book's car; empty for none of them, None with a doubt for what may be one.

    A car that the day's own cell names goes before the car of the whole line.
    """
    cell = reader.entry.cell(Field.UNIT)
    word = spoken.unit if spoken else ""
    word = word or reader.entry.words.get(Field.UNIT) or (cell.text if cell else "")
    if not word:
        return ""
    words, at = reader.desk.words, cell or reader.entry.anchor
    said = reader.desk.said(Topic.UNIT, word)
    unit = said or words.unit(word)
    if unit is None and words.resembles_car(word):
        choices = (*words.callsigns, NOTHING)
        wanted = "a car from Units, column callsign"
        reader.ask(at, wanted, (Topic.UNIT, word), choices)
        return None
    meaning = unit if unit and unit != NOTHING else "no car of the book"
    if meaning != word:
        reader.understood(Topic.UNIT, word, meaning, at, said=bool(said))
    return "" if unit == NOTHING else unit or ""


def _work(entry: Entry) -> Work:
    """Worked where the file shows it; otherwise only settled, in the past as well."""
    is_done = entry.text(Field.STATUS).casefold().startswith(_DONE)
    has_actual = entry.cell(Field.ACTUAL_START, Field.ACTUAL_END) is not None
    return Work.WORKED if is_done or has_actual else Work.PLANNED


def _post(reader: EntryReader, person: str) -> str:
    """The post that such a person fills."""
    known = reader.desk.people.get(person)
    return reader.desk.words.post_of(known.role) if known else ""


def _on_the_calendar(reader: EntryReader, day: date, times: Times) -> date:
    """The date on which it starts, also where the file counts days as forces do."""
    if not reader.page.is_force_day or times[0] >= _BREAK_OF_DAY:
        return day
    meaning = f"duties that start before {_BREAK_OF_DAY:%H:%M} are of the next date"
    said = reader.desk.said(Topic.DATES, "force day") == YES
    anchor = reader.entry.anchor
    reader.understood(Topic.DATES, "force day", meaning, anchor, said=said)
    return day + _ONE_DAY
