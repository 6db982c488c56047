"""Reference periods of the average working week, and the days they leave out."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from rostering.domain.hours import whole_days_away
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.domain.time import DAY, Period, monday_of


def rolling_periods(person: Person, planned: Period, weeks: int) -> Iterator[Period]:
    """The weeks that end on each Sunday planned, on the last day, or on leaving.

    They begin no earlier than the person joined.
    """
    leaving = person.employed.last or planned.last
    ends = (min(monday + 6 * DAY, planned.last) for monday in planned.mondays)
    for last in sorted({min(end, leaving) for end in ends}):
        window = reference_period(person, last, weeks)
        if window is not None and last >= planned.first:
            yield window


def successive_periods(
    person: Person, planned: Period, weeks: int, begins: date
) -> Iterator[Period]:
    """The periods that follow one another from a day on, where any day is planned.

    They begin no earlier than the person joined and end no later than they leave.
    """
    length = 7 * weeks
    first = begins + (planned.first - begins).days // length * length * DAY
    while first <= planned.last:
        last = first + (length - 1) * DAY
        leaving = person.employed.last or last
        window = reference_period(person, min(last, leaving), weeks)
        if window is not None and window.last >= first:
            yield Period(max(first, window.first), window.last)
        first = last + DAY


def reference_period(person: Person, last: date, weeks: int) -> Period | None:
    """The weeks that end on the day, since the person joined; None if that is later."""
    first = last - (7 * weeks - 1) * DAY
    joined = person.employed.first
    if joined is not None and joined > first:
        first = joined
    return Period(first, last) if first <= last else None


def excluded_days(problem: Problem, person: Person, window: Period) -> frozenset[date]:
    """The days that the 48-hour average leaves out (reg 4(7) WTR).

    They are whole days of leave of an excluded kind and days of an opt-out.
    """
    if person.id not in problem.excluded:
        away = whole_days_away(problem, person.id, lambda kind: kind.is_excluded)
        problem.excluded[person.id] = away
    away = problem.excluded[person.id]
    excluded = frozenset(day for day in away if day in window)
    if person.opt_out is None:
        return excluded
    return excluded | {day for day in window.days if day in person.opt_out}


def days_to_make_up(excluded: Collection[date], a_week: int) -> int:
    """How many days of work the excluded days stand for: so many a week at most."""
    weeks = Counter(monday_of(day) for day in excluded)
    return sum(min(a_week, days) for days in weeks.values())
