"""How rested somebody is round a shift and how much they work: figures for asking."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rostering.domain import Duty, Person, Rota, Shift
from rostering.domain.reference import (
    days_to_make_up,
    excluded_days,
    reference_period,
)
from rostering.domain.time import DAY, MINUTE, days_between, monday_of

REFERENCE_WEEKS = 17
"""The usual reference period of the average week (regulation 4, WTR 1998)."""
WEEK = 7
DAYS_A_WEEK = 5
"""Into how many days of work the weekly hours are divided."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One person, as a rota has them round one shift that they work."""

    rest_before: timedelta | None
    """Since the last work; None where there is none on record or planned."""
    rest_after: timedelta | None
    week: timedelta
    """Work in the fullest seven days on end that hold the shift's day."""
    average: timedelta
    """Work a week on average over 17 weeks, to the Sunday of the shift's week or the
    period's end; each excluded day counts a seventh of the weekly hours."""
    shifts: int
    """Shifts on a car in the period."""


def figures(rota: Rota, person: Person, shift: Shift) -> Figures:
    """The figures of somebody who is on the shift."""
    work = [duty for duty in rota.duties_of(person.id) if duty.is_work]
    before = [d.span.end for d in work if d.span.end <= shift.span.start]
    after = [d.span.start for d in work if d.span.start >= shift.span.end]
    return Figures(
        shift.span.start - max(before) if before else None,
        min(after) - shift.span.end if after else None,
        _fullest_week(work, shift.day),
        average_week(rota, person, shift.day),
        len(rota.shifts_of(person.id)),
    )


def average_week(rota: Rota, person: Person, day: date) -> timedelta:
    """Hours a week on average, to the Sunday of the day's week or the period's end."""
    problem = rota.problem
    last = min(monday_of(day) + 6 * DAY, problem.period.last)
    window = reference_period(person, last, REFERENCE_WEEKS)
    if window is None:
        return timedelta()
    excluded = excluded_days(problem, person, window)
    counted = set(window.days) - excluded
    duties = [duty for duty in rota.duties_of(person.id) if duty.is_work]
    days = days_to_make_up(excluded, DAYS_A_WEEK)
    credit = (person.weekly_minutes or 0) * days / DAYS_A_WEEK
    weeks = max(len(window.days) / WEEK, 1)
    return (_minutes_on(duties, counted) + credit) / weeks * MINUTE


def _fullest_week(work: Iterable[Duty], day: date) -> timedelta:
    duties = tuple(work)
    firsts = days_between(day - 6 * DAY, day)
    weeks = (set(days_between(first, first + 6 * DAY)) for first in firsts)
    return max(_minutes_on(duties, days) for days in weeks) * MINUTE


def _minutes_on(duties: Iterable[Duty], days: set[date]) -> int:
    return sum(duty.span.minutes for duty in duties if duty.day in days)
