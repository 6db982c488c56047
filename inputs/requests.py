"""The sheet Requests, and leave that is only requested: what people ask for."""

from dataclasses import dataclass
from datetime import date

from inputs._book import Book
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._faults import Faults
from inputs._imported import imported
from inputs._kinds import Kind
from inputs._repeats import collisions
from inputs._values import NAME, choice, whole
from inputs.leave import LEAVE, LeaveRow
from inputs.people import PERSON
from inputs.units import UNIT
from rostering.domain import DateRange, LeaveStatus, PersonId, Request, Want

WANT: Kind[Want] = choice(Want, {"on": Want.WORK, "shift": Want.WORK, "rest": Want.OFF})


@dataclass(frozen=True, kw_only=True)
class RequestRow(Row):
    """One wish of one person."""

    person: str = required("person", NAME, "An id from People.", refers=PERSON)
    want: Want = required("want", WANT, "To work, or to be off.")
    first: date = required("from", DATE, "First day of the wish.")
    last: date | None = optional(
        "to", LAST_DATE, "Last day of the wish; blank: that day."
    )
    unit: str = optional("unit", NAME, "Only this car.", default="", refers=UNIT)
    weight: int = optional("weight", whole(1, 100), "How much it matters.", default=1)
    imported: str = imported()

    @property
    def days(self) -> DateRange:
        """The days of the wish."""
        is_endless = self.last is None and bool(self.shown("to"))
        return DateRange(
            self.first, self.last if is_endless else self.last or self.first
        )


REQUESTS = SheetForm("Requests", "What people have asked for.", RequestRow)


def requests_in(book: Book, faults: Faults) -> tuple[Request, ...]:
    """Wishes by person and day, those of requested leave among them."""
    rows = book.rows(REQUESTS)
    for earlier, later in collisions(rows, lambda row: row.person, _contradict):
        other = f"{earlier.want.value} in {earlier.place('want')}"
        wanted = f"a wish that does not contradict {other}"
        faults.add(later.error("want", wanted))
    hoped = [row for row in book.rows(LEAVE) if row.status is LeaveStatus.REQUESTED]
    _check_leave(hoped, rows, faults)
    requests = [*map(_request, rows), *map(_leave_request, hoped)]
    return tuple(sorted(requests, key=_standing))


def _contradict(one: RequestRow, other: RequestRow) -> bool:
    """Whether one asks to work what the other asks to be off."""
    if one.want is other.want or not one.days.overlaps(other.days):
        return False
    off = one if one.want is Want.OFF else other
    return not off.unit or one.unit == other.unit


def _check_leave(
    leave: list[LeaveRow], rows: tuple[RequestRow, ...], faults: Faults
) -> None:
    for row in rows:
        for asked in leave:
            is_same = asked.person == row.person and asked.days.overlaps(row.days)
            if row.want is Want.WORK and is_same:
                wanted = f"a wish that does not contradict {asked.place('status')}"
                faults.add(row.error("want", wanted))


def _request(row: RequestRow) -> Request:
    return Request(
        PersonId(row.person),
        row.want,
        row.days,
        row.unit,
        row.weight,
        row.place("want"),
    )


def _leave_request(row: LeaveRow) -> Request:
    person, place = PersonId(row.person), row.place("status")
    return Request(person, Want.OFF, row.days, place=place)


def _standing(request: Request) -> tuple[str, date, date, str, str, int]:
    first, last = request.days.first or date.min, request.days.last or date.max
    return (
        request.person,
        first,
        last,
        request.want.value,
        request.unit,
        request.weight,
    )
