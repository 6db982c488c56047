"""What an export of duties tells of days that are over, as an import reads it."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

from inputs.history import Work
from inputs.intake import FileSurvey, ImportKind, survey
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.values.dates import read_date
from inputs.intake.values.words import or_none
from inputs.intake.wanted import Wanted
from inputs.worked import Missed
from rostering.domain import AbsenceKind, Fault, PersonId, Problem, Severity
from rostering.domain.time import days_between, span_between, whole_days
from rostering.memory.worked import OUTCOMES, Told, Worked

_LONGEST = timedelta(days=366)
"""How far leave without an end is followed."""
_NO_SHOW = ("no show", "no-show", "did not attend")


def told_in_export(path: Path, problem: Problem, book: Path) -> Told:
    """What an import of duties would make of the file, and who did not come.

    Raises:
        BadInputs: It cannot be read.
    """
    (file,) = survey([path], book, kind=ImportKind.DUTIES).files
    doubts = [
        Fault(d.place, d.found or "nothing", d.wanted, d.likely, Severity.WARNING)
        for d in file.doubts
    ]
    rows = [said for wanted in file.rows for said in _of_wanted(wanted)]
    for entry in _no_shows(file):
        said = _no_show(entry, problem)
        if said is None:
            wanted = "who did not come, and on which day"
            place, found = entry.anchor.place, entry.anchor.text
            doubts.append(Fault(place, found, wanted, severity=Severity.WARNING))
        else:
            rows.append(said)
    return Told(path.name, tuple(rows), doubts=tuple(doubts))


def _of_wanted(wanted: Wanted) -> Iterator[Worked]:
    """A row of History, or leave day by day."""
    values, place = wanted.values, wanted.places[0]
    person = PersonId(str(values["person"]))
    kind = str(values["kind"] or Work.WORKED)
    absence = AbsenceKind(kind) if kind not in list(Work) else None
    if wanted.sheet == "History":
        day, start, end = values["date"], values["start"], values["end"]
        assert isinstance(day, date)
        assert isinstance(start, time)
        assert isinstance(end, time)
        span = span_between(day, start, end)
        unit, post = (str(values[name] or "") for name in ("unit", "post"))
        yield Worked(person, day, span, unit, post, absence=absence, place=place)
    elif wanted.sheet == "Leave":
        first, last = values["from"], values["to"]
        assert isinstance(first, date)
        assert isinstance(last, date)
        for day in days_between(first, min(last, first + _LONGEST)):
            span = whole_days(day, day)
            yield Worked(person, day, span, absence=absence, place=place)


def _no_shows(file: FileSurvey) -> Iterator[Entry]:
    for block in file.blocks:
        for entry in block.entries:
            if entry.text(Field.STATUS).casefold().startswith(_NO_SHOW):
                yield entry


def _no_show(entry: Entry, problem: Problem) -> Worked | None:
    """Who did not come, and when; None where that is not certain."""
    said = {entry.text(Field.ID).casefold(), entry.text(Field.NAME).casefold()} - {""}
    found = [
        p.id for p in problem.people if said & {p.id.casefold(), p.name.casefold()}
    ]
    cell = entry.cell(Field.DATE, Field.FIRST)
    day = entry.day or (or_none(read_date, cell.value) if cell else None)
    if len(found) != 1 or day is None:
        return None
    absence = OUTCOMES[Missed.NO_SHOW]
    place, span = entry.anchor.place, whole_days(day, day)
    return Worked(found[0], day, span, absence=absence, place=place)
