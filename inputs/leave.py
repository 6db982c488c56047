"""The sheet Leave: who is away when, and who has asked to be."""

from dataclasses import dataclass
from datetime import date, datetime, time

from inputs._book import Book
from inputs._clocks import CLOCK, END_CLOCK
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._faults import Faults
from inputs._imported import imported
from inputs._kinds import Kind
from inputs._repeats import overlapping
from inputs._values import NAME, choice
from inputs.people import PERSON
from rostering.domain import (
    AbsenceKind,
    DateRange,
    Leave,
    LeaveStatus,
    Period,
    PersonId,
    Span,
)
from rostering.domain.fixed_duties import TAIL
from rostering.domain.time import DAY, instant

ALIASES = {
    alias: kind
    for kind, aliases in {
        AbsenceKind.ANNUAL: "AL, A/L, annual leave, ann leave, leave, holiday, hol",
        AbsenceKind.SICK: "sickness, sick leave, gone sick, S, SK, LTS, UCS, CS",
        AbsenceKind.MATERNITY: "mat, maternity leave",
        AbsenceKind.PATERNITY: "pat, paternity leave",
        AbsenceKind.ADOPTION: "adopt, adoption leave",
        AbsenceKind.PARENTAL: "par, SPL, parental leave, shared parental leave",
        AbsenceKind.COMPASSIONATE: "comp, BRV, bereavement, carer, special leave",
        AbsenceKind.UNPAID: "unpaid leave, special leave unpaid, career break",
        AbsenceKind.TIME_BACK: "TOIL, T/O, TIL, lieu, time off in lieu, time owed",
        AbsenceKind.STUDY: "ST, STL, study leave, uni, exam, placement",
        AbsenceKind.TRAINING: "trg, TR, TRN, course, key skills, CPD, OST, PST, PPST",
        AbsenceKind.COURT: "CT, CRT, witness, jury service, jury",
        AbsenceKind.REST: "RD, rest day, rest days, rostered rest",
        AbsenceKind.OTHER: "absent, absence, abstraction, secondment",
    }.items()
    for alias in aliases.split(", ")
}
_STATUS_ALIASES = {
    alias: status
    for status, aliases in {
        LeaveStatus.APPROVED: "granted, agreed, confirmed, booked, taken",
        LeaveStatus.REQUESTED: "pending, request, asked, provisional",
        LeaveStatus.REFUSED: "declined, rejected, denied",
        LeaveStatus.CANCELLED: "canceled, withdrawn",
    }.items()
    for alias in aliases.split(", ")
}
ABSENCE: Kind[AbsenceKind] = choice(AbsenceKind, ALIASES)
STATUS: Kind[LeaveStatus] = choice(LeaveStatus, _STATUS_ALIASES)


@dataclass(frozen=True, kw_only=True)
class LeaveRow(Row):
    """One stretch of leave."""

    person: str = required("person", NAME, "An id from People.", refers=PERSON)
    kind: AbsenceKind = required("kind", ABSENCE, "Why; AL, TOIL, TRG ... do as well.")
    first: date = required("from", DATE, "First day away.")
    last: date | None = required("to", LAST_DATE, "Last day away.")
    start: time | None = optional(
        "start", CLOCK, "Away from this time of the first day; blank: all day."
    )
    end: time | None = optional(
        "end", END_CLOCK, "Away until this time of the last day; blank: all day."
    )
    status: LeaveStatus = optional(
        "status",
        STATUS,
        "Blank is approved. What is only requested counts as a wish to be off.",
        default=LeaveStatus.APPROVED,
    )
    imported: str = imported()

    @property
    def days(self) -> DateRange:
        """The days that it touches."""
        return DateRange(self.first, self.last)


LEAVE = SheetForm("Leave", "Who is away, or has asked to be.", LeaveRow)


def leave_in(book: Book, period: Period, faults: Faults) -> tuple[Leave, ...]:
    """Leave by person and time; what is only requested is not among it."""
    rows = book.rows(LEAVE)
    _check_overlaps(book, period, faults)
    leave = [
        Leave(
            PersonId(row.person),
            row.kind,
            _span(row, period),
            row.status,
            row.place("from"),
        )
        for row in rows
        if row.status is not LeaveStatus.REQUESTED
    ]
    return tuple(sorted(leave, key=lambda x: (x.person, x.span, x.kind, x.status)))


def _span(row: LeaveRow, period: Period) -> Span:
    """From its first moment to its last; leave without an end outlasts the period."""
    last = row.last or max(row.first, period.last + TAIL)
    begin = instant(row.first, row.start or time())
    end = _end(last, row.end)
    return Span(begin, end if end > begin else _end(last + DAY, row.end))


def _end(day: date, clock: time | None) -> datetime:
    """The clock time of the day as an end; midnight and no time are its very end."""
    if clock is None or clock == time():
        return instant(day + DAY, time())
    return instant(day, clock, finish=True)


def _check_overlaps(book: Book, period: Period, faults: Faults) -> None:
    """Fault leave that is there twice; sickness during other leave is a warning."""
    approved = [row for row in book.rows(LEAVE) if row.status is LeaveStatus.APPROVED]
    for earlier, later in overlapping(
        approved, lambda row: row.person, lambda row: _span(row, period)
    ):
        other = f"{earlier.kind.value} leave in {earlier.place('from')}"
        wanted = f"days that do not overlap {other}"
        is_sick = [row.kind is AbsenceKind.SICK for row in (earlier, later)]
        tell = later.warning if any(is_sick) and not all(is_sick) else later.error
        faults.add(tell("from", wanted))
