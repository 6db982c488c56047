"""The sheet History: what was worked, or missed, and what is planned elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cached_property

from inputs._book import Book
from inputs._cells import CellValue, shown
from inputs._clocks import CLOCK, END_CLOCK
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE
from inputs._faults import Faults, and_more
from inputs._imported import imported
from inputs._kinds import Kind, NotUnderstood
from inputs._repeats import grouped, overlapping
from inputs._values import NAME, TEXT
from inputs.leave import ABSENCE
from inputs.people import PERSON
from inputs.units import UNIT
from rostering.domain import AbsenceKind, Duty, DutyKind, Period, PersonId, Span, Team
from rostering.domain.time import span_between


class Work(StrEnum):
    """Work on record: done, or settled by others, which counts in the period too."""

    WORKED = "worked"
    PLANNED = "planned"


_WORDS = {
    "work": Work.WORKED,
    "shift": Work.WORKED,
    "duty": Work.WORKED,
    "overtime": Work.WORKED,
    "ot": Work.WORKED,
    "rostered": Work.PLANNED,
    **{work.value: work for work in Work},
}
_WANTED = f"{', '.join(Work)}, or {ABSENCE.wanted}"


def _read_kind(value: CellValue) -> Work | AbsenceKind:
    work = _WORDS.get(shown(value).lower())
    if work is not None:
        return work
    try:
        return ABSENCE.read(value)
    except NotUnderstood as refusal:
        raise NotUnderstood(_WANTED, refusal.likely) from None


HISTORY_KIND: Kind[Work | AbsenceKind] = Kind(
    "choice",
    _WANTED,
    _read_kind,
    example=Work.WORKED.value,
    choices=(*Work, *ABSENCE.choices),
)


@dataclass(frozen=True, kw_only=True)
class HistoryRow(Row):
    """One stretch of work, or of leave, on record."""

    person: str = required("person", NAME, "An id from People.", refers=PERSON)
    day: date = required("date", DATE, "The date on which it started.")
    start: time = required("start", CLOCK, "When it started.")
    end: time = required("end", END_CLOCK, "When it ended.")
    unit: str = optional("unit", NAME, "On which car.", default="", refers=UNIT)
    post: str = optional("post", TEXT, "In which post.", default="")
    kind: Work | AbsenceKind = optional(
        "kind",
        HISTORY_KIND,
        "Blank is worked; planned is a duty elsewhere that is settled already, also in "
        "the days to plan; else as in Leave.",
        default=Work.WORKED,
    )
    imported: str = imported()

    @cached_property
    def span(self) -> Span:
        """The time that it took."""
        return span_between(self.day, self.start, self.end)


HISTORY = SheetForm(
    "History",
    "What was worked before the period, and duties elsewhere that are planned already.",
    HistoryRow,
)


def last_worked(book: Book) -> date | None:
    """The last date on record on which anybody worked."""
    return max(
        (row.day for row in book.rows(HISTORY) if row.kind is Work.WORKED),
        default=None,
    )


def history_in(
    book: Book,
    period: Period,
    teams: Mapping[PersonId, Team],
    faults: Faults,
) -> tuple[Duty, ...]:
    """What is on record, by person and time.

    In the period and after it only duties elsewhere count: what the cars do there is
    to be planned, and a team's own turn is known from its pattern.

    Args:
        book: The book.
        period: The days to plan.
        teams: Each person's team.
        faults: Where to tell of doubles and of rows that have no use.
    """
    rows = _without_doubles(book.rows(HISTORY), faults)
    late = [row for row in rows if row.day >= period.first]
    unused = [row for row in late if row.kind is not Work.PLANNED or row.unit]
    if unused:
        known = f"this row{and_more(len(unused) - 1, 'row')}"
        wanted = f"a date before {period.first:%d/%m/%Y}; {known} will not be used"
        faults.add(unused[0].warning("date", wanted))
    out = {id(row) for row in unused}
    out |= {id(row) for row in late if _is_own_turn(row, teams)}
    duties = [_duty(row) for row in rows if id(row) not in out]
    return tuple(sorted(duties, key=lambda duty: (duty.person, duty.span, duty.what)))


def _is_own_turn(row: HistoryRow, teams: Mapping[PersonId, Team]) -> bool:
    """Whether the row says no more than the pattern of the person's team."""
    team = teams.get(PersonId(row.person))
    return team is not None and team.span_on(row.day) == row.span


def _without_doubles(rows: Sequence[HistoryRow], faults: Faults) -> list[HistoryRow]:
    """Each stretch once; stretches that overlap are doubtful, but kept."""
    kept = []
    for row, *doubles in grouped(rows, lambda row: (row.person, row.span)).values():
        kept.append(row)
        for double in doubles:
            wanted = f"this once; {row.place('date')} says it"
            faults.add(double.error("date", wanted))
    for earlier, later in overlapping(
        kept, lambda row: row.person, lambda row: row.span
    ):
        wanted = f"time that does not overlap {earlier.place('date')}"
        faults.add(later.warning("date", wanted))
    return kept


def _duty(row: HistoryRow) -> Duty:
    absence = row.kind if isinstance(row.kind, AbsenceKind) else None
    return Duty(
        person=PersonId(row.person),
        kind=DutyKind.WORKED if absence is None else DutyKind.AWAY,
        span=row.span,
        day=row.day,
        what=row.kind.value if absence else row.unit or _said(row),
        unit=row.unit,
        absence=absence,
        place=row.place("date"),
    )


def _said(row: HistoryRow) -> str:
    """What kind of duty it is, of one that is not on a car."""
    return row.post if row.kind is Work.PLANNED and row.post else row.kind.value
