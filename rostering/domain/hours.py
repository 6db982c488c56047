"""Hours paid, contracted, credited and left out of averages, in whole minutes."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction

from rostering.domain.absence import AbsenceKind
from rostering.domain.duty import Duty
from rostering.domain.people import Person, PersonId
from rostering.domain.problem import Problem
from rostering.domain.time import HOUR, MINUTE, Span, joined, whole_days

BREAK_AFTER = 6 * HOUR
"""A longer duty has a meal break in it."""


def paid_minutes(duty: Duty, meal_break: timedelta) -> int:
    """The duty's real length, less the unpaid meal break where it has one."""
    return minutes_less_break(duty.span, meal_break)


def minutes_less_break(span: Span, meal_break: timedelta) -> int:
    """Real minutes, less the unpaid meal break where they are long enough for one."""
    has_break = span.length > BREAK_AFTER
    return span.minutes - (int(meal_break / MINUTE) if has_break else 0)


def paid_in_period(
    problem: Problem, person: PersonId, duties: Iterable[Duty], meal_break: timedelta
) -> int:
    """The paid minutes of all work that begins in the period, in this role only."""
    return sum(
        paid_minutes(duty, meal_break)
        for duty in duties
        if duty.person == person and duty.is_work and duty.day in problem.period
    )


def contracted_days(problem: Problem, person: Person) -> int:
    """The days of the period on which the contract runs.

    It does not run before the first or after the last day at work, nor on whole days
    of unpaid leave.
    """
    unpaid = whole_days_away(
        problem, person.id, lambda kind: kind is AbsenceKind.UNPAID
    )
    return sum(
        day in person.employed and day not in unpaid for day in problem.period.days
    )


def contracted_minutes(problem: Problem, person: Person) -> int:
    """What the contract asks for in the period: a seventh of the week for each day."""
    weekly = person.weekly_minutes or 0
    return round(Fraction(weekly * contracted_days(problem, person), 7))


def credited_minutes(problem: Problem, person: Person) -> int:
    """What leave counts for in the period, where its kind keeps the hours.

    A day away counts as a seventh of the week, as the contract does; part of a day
    counts as the hours away where these are fewer. Time under two leaves counts once.
    """
    weekly = person.weekly_minutes or 0
    away = _minutes_away(problem, person.id, lambda kind: kind.keeps_hours)
    sevenths = sum(
        min(7 * minutes, weekly)
        for day, minutes in away.items()
        if day in problem.period and day in person.employed
    )
    return round(Fraction(sevenths, 7))


def whole_days_away(
    problem: Problem, person: PersonId, is_such: Callable[[AbsenceKind], bool]
) -> frozenset[date]:
    """The days that leave of such a kind takes as a whole."""
    away = _minutes_away(problem, person, is_such)
    return frozenset(
        day for day, minutes in away.items() if minutes >= whole_days(day, day).minutes
    )


def _minutes_away(
    problem: Problem, person: PersonId, is_such: Callable[[AbsenceKind], bool]
) -> Counter[date]:
    spans = joined(
        duty.span
        for duty in problem.fixed_duties(person)
        if duty.person == person
        and duty.absence is not None
        and not duty.is_work
        and is_such(duty.absence)
    )
    away: Counter[date] = Counter()
    for span in spans:
        for day in span.days:
            away[day] += span.minutes_within(whole_days(day, day))
    return away
