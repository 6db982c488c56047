"""The sheet History: what was worked, or missed, before the period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from inputs._book import Book
from inputs._cells import CellValue, shown
from inputs._clocks import CLOCK, END_CLOCK
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE
from inputs._faults import Faults, and_more
from inputs._kinds import Kind, NotUnderstood
from inputs._repeats import grouped, overlapping
from inputs._values import NAME, TEXT
from inputs.leave import ABSENCE
from inputs.people import PERSON
from inputs.units import UNIT
from rostering.domain import AbsenceKind, Duty, DutyKind, Period, PersonId, Span
from rostering.domain.time import span_between

WORKED = "worked"
_WORDS = frozenset({WORKED, "work", "shift", "duty", "overtime", "ot"})


def _read_kind(value: CellValue) -> AbsenceKind | None:
    if shown(value).lower() in _WORDS:
        return None
    try:
        return ABSENCE.read(value)
    except NotUnderstood as refusal:
        raise NotUnderstood(f"{WORKED}, or {ABSENCE.wanted}", refusal.likely) from None


HISTORY_KIND: Kind[AbsenceKind | None] = Kind(
    "choice",
    f"{WORKED}, or {ABSENCE.wanted}",
    _read_kind,
    example=WORKED,
    choices=(WORKED, *ABSENCE.choices),
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
    kind: AbsenceKind | None = optional(
        "kind", HISTORY_KIND, "Blank is worked; else as in Leave."
    )

    @cached_property
    def span(self) -> Span:
        """The time that it took."""
        return span_between(self.day, self.start, self.end)


HISTORY = SheetForm("History", "What was worked before the period.", HistoryRow)


def last_worked(book: Book) -> date | None:
    """The last date on record on which anybody worked."""
    return max(
        (row.day for row in book.rows(HISTORY) if row.kind is None), default=None
    )


def history_in(book: Book, period: Period, faults: Faults) -> tuple[Duty, ...]:
    """What is on record from before the period, by person and time."""
    rows = _without_doubles(book.rows(HISTORY), faults)
    late = [row for row in rows if row.day >= period.first]
    if late:
        unused = f"this row{and_more(len(late) - 1, 'row')}"
        wanted = f"a date before {period.first:%d/%m/%Y}; {unused} will not be used"
        faults.add(late[0].warning("date", wanted))
    duties = [_duty(row) for row in rows if row.day < period.first]
    return tuple(sorted(duties, key=lambda duty: (duty.person, duty.span, duty.what)))


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
    kind = DutyKind.WORKED if row.kind is None else DutyKind.AWAY
    return Duty(
        person=PersonId(row.person),
        kind=kind,
        span=row.span,
        day=row.day,
        what=row.kind.value if row.kind else row.unit or WORKED,
        unit=row.unit,
        absence=row.kind,
        place=row.place("date"),
    )
