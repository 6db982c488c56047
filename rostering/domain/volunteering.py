"""How much time is asked of people who offer it."""

from datetime import timedelta
from fractions import Fraction
from math import floor

from rostering.domain.duty import DutyKind
from rostering.domain.people import PersonId
from rostering.domain.problem import Problem
from rostering.domain.reach import minutes_offered
from rostering.domain.time import MINUTE, Period


def minutes_wanted(
    problem: Problem, person: PersonId, month: Period, target: timedelta
) -> int:
    """How long the person should work in the planned days of a calendar month.

    That is the planned days' part of the target, but no more than is missing from the
    whole target after the hours on record, and no more than the person offered.
    """
    whole = int(target / MINUTE)
    planned = sum(day in problem.period for day in month.days)
    part = floor(Fraction(whole * planned, len(month.days)))
    missing = whole - _minutes_on_record(problem, person, month)
    return max(0, min(part, missing, minutes_offered(problem, person, month)))


def _minutes_on_record(problem: Problem, person: PersonId, month: Period) -> int:
    return sum(
        duty.span.minutes
        for duty in problem.history_of.get(person, ())
        if duty.kind is DutyKind.WORKED and duty.day in month
    )
