"""A rota made by hand in the team's own layout: a wall-chart of crews, or of people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from inputs import BadInputs
from inputs.intake import FileSurvey, ImportKind, survey
from inputs.intake.doubts import Doubt
from inputs.intake.wanted import Wanted
from rostering.domain import Fault, PersonId, Place, Problem, Severity, Shift
from rostering.domain.time import DateRange, day_in_words
from rostering.saved.lines import COLUMNS, RotaLine, State
from rostering.saved.reading import SavedRota
from rostering.saved.records import Record

_DUTIES = "History"


@dataclass(frozen=True)
class Chart:
    """A hand-made rota, as far as it was understood against the book's people."""

    path: Path
    duties: tuple[Wanted, ...]
    """Who works on which date, at which hours, on which car if it says so."""
    doubts: tuple[Doubt, ...]

    @property
    def days(self) -> DateRange:
        """The first and the last date of which it tells."""
        days = [_day(duty) for duty in self.duties]
        return DateRange(min(days), max(days))


def read_chart(path: Path, book: Path) -> Chart:
    """Read a wall-chart with the people, cars and hours of a book.

    Raises:
        BadInputs: It cannot be opened, or tells of nobody's duties.
    """
    read = survey([path], book, kind=ImportKind.DUTIES).files[0]
    duties = tuple(row for row in read.rows if row.sheet == _DUTIES)
    if not duties:
        raise BadInputs(tuple(_refusals(path, read)))
    return Chart(path, duties, read.doubts)


def _refusals(path: Path, read: FileSurvey) -> Iterator[Fault]:
    yield Fault(
        Place(path.name, "", ""),
        "nothing that tells who is on which car when",
        "a rota of ours, or a wall-chart: dates down and cars across with names, or "
        "people down and dates across with the cars' call signs",
    )
    yield from (_fault(doubt) for doubt in read.doubts)


def saved_chart(chart: Chart, problem: Problem) -> SavedRota:
    """The chart as a saved rota of the book's shifts; what is doubtful is a warning.

    A duty that is on no car, such as a turn of a person's own team, is passed over.
    """
    faults = [_fault(doubt) for doubt in chart.doubts]
    lines: list[RotaLine] = []
    records: list[Record] = []
    for duty in chart.duties:
        shift = _shift(problem, duty)
        if shift is not None:
            lines.append(_line(problem, duty, shift))
            records.append(_record(duty))
        elif duty.values.get("unit"):
            faults.append(_no_shift(problem, duty))
    return SavedRota(chart.path, tuple(lines), tuple(records), {}, faults=tuple(faults))


def _shift(problem: Problem, duty: Wanted) -> Shift | None:
    """The shift of the duty: of the car that it names, or of the person's home car."""
    person = problem.person.get(PersonId(str(duty.values["person"])))
    unit = str(duty.values.get("unit") or (person.home if person else ""))
    is_named = bool(duty.values.get("unit"))
    shifts = [s for s in problem.shifts_on.get(_day(duty), ()) if s.unit == unit]
    exact = [s for s in shifts if s.span.local_start.time() == duty.values["start"]]
    if exact or not is_named:
        is_own = person is not None and bool(person.team) and not is_named
        return exact[0] if exact and not is_own else None
    return shifts[0] if len(shifts) == 1 else None


def _line(problem: Problem, duty: Wanted, shift: Shift) -> RotaLine:
    id = PersonId(str(duty.values["person"]))
    person = problem.person.get(id)
    role = person.role if person else ""
    return RotaLine(
        shift.day,
        shift.unit,
        shift.turn,
        shift.span,
        shift.crew.name,
        _post(shift, duty, role),
        State.FILLED,
        id,
        person.name if person else id,
        role,
    )


def _post(shift: Shift, duty: Wanted, role: str) -> str:
    """The post that the chart says, or the first that is open to the role, or any."""
    said = str(duty.values.get("post") or "")
    posts = shift.crew.posts
    if said in shift.crew.by_name:
        return said
    open_to = [post.name for post in posts if post.admits(role)]
    return (*open_to, *(post.name for post in posts))[0]


def _record(duty: Wanted) -> Record:
    return Record({}, dict.fromkeys(COLUMNS, duty.places[0]))


def _no_shift(problem: Problem, duty: Wanted) -> Fault:
    day, unit = _day(duty), str(duty.values["unit"])
    known = [
        f"{shift.turn} {shift.span.local_start:%H:%M}-{shift.span.local_end:%H:%M}"
        for shift in problem.shifts_on.get(day, ())
        if shift.unit == unit
    ]
    start, end = (_clock(duty.values[name]) for name in ("start", "end"))
    found = f"{unit} from {start} to {end} on {day_in_words(day)}"
    wanted = f"a shift of the book: {', '.join(known) or 'it has none that day'}"
    return Fault(duty.places[0], found, wanted, severity=Severity.WARNING)


def _fault(doubt: Doubt) -> Fault:
    return Fault(doubt.place, doubt.found, doubt.wanted, doubt.likely, Severity.WARNING)


def _day(duty: Wanted) -> date:
    day = duty.values["date"]
    assert isinstance(day, date)
    return day


def _clock(value: object) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
