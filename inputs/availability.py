"""The sheet Availability: the time that volunteers and bank staff offer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from inputs._book import Book
from inputs._clock_changes import end_day, warn_of_clock_change
from inputs._clocks import CLOCK, END_CLOCK
from inputs._columns import Row, SheetForm, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._imported import imported
from inputs._repeats import grouped, overlapping
from inputs._values import NAME
from inputs.people import PERSON
from rostering.domain import Offer, Period, Person, PersonId, Span
from rostering.domain.time import span_between


@dataclass(frozen=True, kw_only=True)
class OfferRow(Row):
    """One stretch of offered time."""

    person: str = required("person", NAME, "An id from People.", refers=PERSON)
    day: date = required("date", DATE, "The date on which it begins.")
    start: time = required("from", CLOCK, "When it begins.")
    end: time = required(
        "to", END_CLOCK, "When it ends; not after the beginning means the next day."
    )
    imported: str = imported()

    @cached_property
    def span(self) -> Span:
        """The time offered."""
        return span_between(self.day, self.start, self.end)


AVAILABILITY = SheetForm(
    "Availability",
    "When volunteers and bank staff can work; at other times they do not.",
    OfferRow,
)


def offers_in(
    book: Book, people: Iterable[Person], period: Period, faults: Faults
) -> tuple[Offer, ...]:
    """Offered time by person, stretches that touch joined into one."""
    rows = book.rows(AVAILABILITY)
    _check(rows, {person.id: person for person in people}, faults)
    for row in rows:
        if row.day in period:
            days = row.day, end_day(row.day, row.start, row.end)
            warn_of_clock_change(row, days, (row.start, row.end), faults)
    offers: list[Offer] = []
    by_person = grouped(rows, lambda row: row.person)
    for person in sorted(by_person):
        offers += _joined(by_person[person])
    return tuple(offers)


def _check(
    rows: Iterable[OfferRow], people: dict[PersonId, Person], faults: Faults
) -> None:
    told = set()
    for row in rows:
        person = people.get(PersonId(row.person))
        if person and not person.offers_time and person.id not in told:
            told.add(person.id)
            wanted = "someone without contracted hours or a team; the offer has no use"
            faults.add(row.warning("person", wanted))
    for earlier, later in overlapping(
        rows, lambda row: row.person, lambda row: row.span
    ):
        wanted = f"time that {earlier.place('date')} does not offer already"
        faults.add(later.warning("date", wanted))


def _joined(rows: Iterable[OfferRow]) -> list[Offer]:
    """One person's offers, where one that begins before another's end prolongs it."""
    offers: list[Offer] = []
    for row in sorted(rows, key=lambda row: row.span):
        person, span = PersonId(row.person), row.span
        if offers and span.start <= offers[-1].span.end:
            last = offers.pop()
            span = Span(last.span.start, max(last.span.end, span.end))
            offers.append(Offer(person, span, last.place))
        else:
            offers.append(Offer(person, span, row.place("date")))
    return offers
