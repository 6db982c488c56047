"""What has happened since a rota was published, laid over the book as facts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Protocol

from rostering.domain import (
    AbsenceKind,
    DateRange,
    Leave,
    Offer,
    OffRoad,
    PersonId,
    Place,
    Problem,
    Request,
    Span,
    Want,
)
from rostering.domain.time import (
    ALWAYS,
    DAY,
    day_in_words,
    days_between,
    span_between,
    whole_days,
)
from rostering.domain.waiver import Waiver

Cell = str | date | time
FROZEN = "CHANGE-03"
"""The rule out of which those are taken who have agreed to a late change."""


@dataclass(frozen=True)
class BookRow:
    """The row that would say the same in the book: its sheet, and values by column."""

    sheet: str
    values: Mapping[str, Cell]


class News(Protocol):
    """One thing that has happened."""

    def applied(self, problem: Problem) -> Problem:
        """The problem in which it is a fact."""

    def words(self, problem: Problem) -> str:
        """What it is, for a reader."""

    def rows(self, problem: Problem) -> Sequence[BookRow]:
        """What a clerk would add to the book."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody cannot work from one day to another, both included."""

    person: PersonId
    first: date
    last: date
    kind: AbsenceKind = AbsenceKind.SICK

    def applied(self, problem: Problem) -> Problem:
        """The problem with approved leave on those of the days that lack it."""
        place = Place(f"absence of {self.person}", "", "")
        leaves = (
            Leave(self.person, self.kind, whole_days(*days), place=place)
            for days in self._unknown(problem)
        )
        return replace(problem, leave=(*problem.leave, *leaves))

    def words(self, problem: Problem) -> str:
        """`Gwen Sample is away, Mon 4 Jan 2027 to Tue 5 Jan 2027`."""
        name = problem.person[self.person].name
        return f"{name} is away, {_days(self.first, self.last)}"

    def rows(self, problem: Problem) -> Sequence[BookRow]:
        """A row of Leave for each stretch of days that the book does not have yet."""
        return tuple(
            BookRow(
                "Leave",
                {
                    "person": self.person,
                    "kind": self.kind.value,
                    "from": first,
                    "to": last,
                    "status": "approved",
                },
            )
            for first, last in self._unknown(problem)
        )

    def _unknown(self, problem: Problem) -> Iterator[tuple[date, date]]:
        """First and last of each stretch of days without leave of whole days."""
        known = {
            day
            for leave in problem.approved_leave.get(self.person, ())
            if leave.is_whole_days
            for day in leave.span.days
        }
        first = None
        for day in days_between(self.first, self.last + DAY):
            is_new = day <= self.last and day not in known
            if is_new and first is None:
                first = day
            elif not is_new and first is not None:
                yield first, day - DAY
                first = None


@dataclass(frozen=True, slots=True)
class OffTheRoad:
    """A car cannot be crewed from one day to another, both included."""

    unit: str
    first: date
    last: date

    def applied(self, problem: Problem) -> Problem:
        """The problem with the car off the road."""
        place = Place(f"{self.unit} off the road", "", "")
        off = OffRoad(self.unit, DateRange(self.first, self.last), place=place)
        return replace(problem, off_road=(*problem.off_road, off))

    def words(self, problem: Problem) -> str:
        """`JR-04 is off the road, Mon 4 Jan 2027`."""
        return f"{self.unit} is off the road, {_days(self.first, self.last)}"

    def rows(self, problem: Problem) -> Sequence[BookRow]:
        """A row of Off road."""
        values: dict[str, Cell] = {
            "unit": self.unit,
            "from": self.first,
            "to": self.last,
        }
        return (BookRow("Off road", values),)


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody says that they can work on a day."""

    person: PersonId
    day: date
    hours: tuple[time, time] | None = None
    """From and to on the clock; None for whatever shift starts on the day."""

    def applied(self, problem: Problem) -> Problem:
        """Offered time, or a wish to work where time need not be offered.

        Whoever offers has agreed to work on a day that may be frozen by now.
        """
        days = DateRange(self.day, self.day)
        agreed = Agreed(self.person, days).applied(problem)
        if problem.person[self.person].offers_time:
            offer = Offer(self.person, self._span(problem), self._place)
            return replace(agreed, offers=(*agreed.offers, offer))
        wish = Request(self.person, Want.WORK, days, place=self._place)
        return replace(agreed, requests=(*agreed.requests, wish))

    def words(self, problem: Problem) -> str:
        """`Gwen Sample offers Mon 4 Jan 2027, 18:00 to 02:00`."""
        name, day = problem.person[self.person].name, day_in_words(self.day)
        verb = "offers" if problem.person[self.person].offers_time else "would work"
        start, end = self.hours or (None, None)
        clock = f", {start:%H:%M} to {end:%H:%M}" if start and end else ""
        return f"{name} {verb} {day}{clock}"

    def rows(self, problem: Problem) -> Sequence[BookRow]:
        """A row of Availability, or of Requests."""
        if not problem.person[self.person].offers_time:
            wish: dict[str, Cell] = {"person": self.person, "want": "work"}
            return (BookRow("Requests", {**wish, "from": self.day, "to": self.day}),)
        span = self._span(problem)
        values: dict[str, Cell] = {
            "person": self.person,
            "date": self.day,
            "from": span.local_start.time(),
            "to": span.local_end.time(),
        }
        return (BookRow("Availability", values),)

    @property
    def _place(self) -> Place:
        return Place(f"offer of {self.person}", "", "")

    def _span(self, problem: Problem) -> Span:
        """The hours that are offered: without any, all that starts on the day."""
        if self.hours:
            return span_between(self.day, *self.hours)
        person = problem.person[self.person]
        spans = [
            shift.span
            for shift in problem.shifts_on.get(self.day, ())
            if person in problem.candidates(shift)
        ]
        if not spans:
            return whole_days(self.day, self.day)
        return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class Agreed:
    """Somebody agrees to be called in on frozen days."""

    person: PersonId
    days: DateRange = ALWAYS

    def applied(self, problem: Problem) -> Problem:
        """The problem with a waiver of the frozen days."""
        waiver = Waiver(self.person, FROZEN, self.days, reason="agreed to it")
        return replace(problem, waivers=(*problem.waivers, waiver))

    def words(self, problem: Problem) -> str:
        """`Gwen Sample agrees to a late change`."""
        return f"{problem.person[self.person].name} agrees to a late change"

    def rows(self, problem: Problem) -> Sequence[BookRow]:
        """Nothing: it is for this change only."""
        return ()


def laid_over(problem: Problem, news: Sequence[News]) -> Problem:
    """The problem in which all of it is so."""
    for each in news:
        problem = each.applied(problem)
    return problem


def rows_of(problem: Problem, news: Sequence[News]) -> Iterator[BookRow]:
    """Every row that the book would want, if the news came one after the other."""
    for each in news:
        yield from each.rows(problem)
        problem = each.applied(problem)


def _days(first: date, last: date) -> str:
    if first == last:
        return day_in_words(first)
    return f"{day_in_words(first)} to {day_in_words(last)}"
