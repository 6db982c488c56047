"""Hours in the bank: what was worked beyond the contract, carried from rota to rota.

The bank of a person (AFC-HOURS-BANK) begins at nothing with the first published day. On
each day for which a version stands it grows by the paid minutes of work, and by what
leave is credited with, and shrinks by what the contract asks for, a seventh of the
weekly hours. That is how HOURS-03 counts too. Terms and leave are those of the book at
the time of publishing; leave that the book has by now counts as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rostering.domain import PersonId, Problem
from rostering.domain.hours import paid_minutes
from rostering.domain.time import whole_days
from rostering.ledger import days_left
from rostering.memory.chances import Chances
from rostering.memory.keeping import ByVersion
from rostering.memory.record import Record

SEVENTHS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """What the days of one version did to one person's bank, in minutes."""

    version: str
    first: date
    last: date
    asked: Fraction
    worked: int
    """On cars."""
    other: int
    """In courses and other work."""
    credited: Fraction

    @property
    def change(self) -> Fraction:
        """By how much the bank grew."""
        return self.worked + self.other + self.credited - self.asked


@dataclass(frozen=True)
class Bank:
    """One person's bank, with the lines that add up to it."""

    lines: tuple[Line, ...] = ()

    @property
    def minutes(self) -> int:
        """What is in it; less than 0 where the person owes hours."""
        return round(sum((line.change for line in self.lines), Fraction()))


def banks(
    known: Record, by_version: ByVersion, problem: Problem, meal_break: timedelta
) -> dict[PersonId, Bank]:
    """The bank of everybody with contracted hours, at the first day of the period."""
    found: dict[PersonId, Bank] = {}
    for person in problem.people:
        if person.weekly_minutes is not None and not person.team:
            lines = tuple(_lines(known, by_version, problem, person.id, meal_break))
            if lines:
                found[person.id] = Bank(lines)
    return found


def _lines(
    known: Record,
    by_version: ByVersion,
    problem: Problem,
    person: PersonId,
    meal_break: timedelta,
) -> Iterator[Line]:
    for version in known.versions:
        theirs = by_version.get(version.number, {}).get(person)
        days = [
            day
            for day in days_left(version, known.versions)
            if day < problem.period.first
        ]
        if theirs is not None and days:
            worked = sum(_worked(known, person, day, meal_break) for day in days)
            yield Line(
                version.name,
                days[0],
                days[-1],
                Fraction(sum(theirs.asks.get(day, 0) for day in days), SEVENTHS),
                worked,
                sum(theirs.other.get(day, 0) for day in days),
                _credited(known, theirs, problem, person, days),
            )


def _worked(known: Record, person: PersonId, day: date, meal_break: timedelta) -> int:
    return sum(
        paid_minutes(each.duty, meal_break)
        for each in known.all.get((person, day), ())
        if each.is_worked
    )


def _credited(
    known: Record,
    theirs: Chances,
    problem: Problem,
    person: PersonId,
    days: Sequence[date],
) -> Fraction:
    """What leave and standing down count for; never more than a day of the contract."""
    late = _leave_since(problem, person)
    sevenths = 0
    for day in days:
        told = sum(
            SEVENTHS * each.duty.span.minutes
            for each in known.all.get((person, day), ())
            if each.duty.absence is not None and each.duty.absence.keeps_hours
        )
        credit = max(theirs.credit.get(day, 0), SEVENTHS * late.get(day, 0), told)
        sevenths += min(credit, theirs.asks.get(day, 0))
    return Fraction(sevenths, SEVENTHS)


def _leave_since(problem: Problem, person: PersonId) -> Mapping[date, int]:
    """The minutes of each day that approved leave takes by what the book says now."""
    found: dict[date, int] = {}
    for leave in problem.approved_leave.get(person, ()):
        if leave.kind.keeps_hours and not leave.kind.is_work:
            for day in leave.span.days:
                minutes = leave.span.minutes_within(whole_days(day, day))
                found[day] = max(found.get(day, 0), minutes)
    return found
