"""What the work of people on a rota comes to."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rostering.domain import Duty, DutyKind, Person, PersonId, Problem, Rota
from rostering.domain.hours import contracted_days, credited_minutes
from rostering.domain.time import DAY
from rostering.pay.classes import Pay
from rostering.pay.payment import USUAL, Figures, Worked, pay_of
from rostering.pay.public_holidays import holidays_of


def pay_in(
    rota: Rota,
    who: PersonId,
    *,
    told_on: date | None = None,
    figures: Figures = USUAL,
    is_cars_only: bool = False,
) -> Pay:
    """What the person's work in the rota's period comes to.

    Args:
        rota: Who works what.
        who: Whose pay.
        told_on: When the planned shifts are told; None for in good time.
        figures: What the terms' figures are.
        is_cars_only: Whether only shifts on cars count, and no other work.
    """
    problem = rota.problem
    person = problem.person[who]
    worked = _worked(rota, person, told_on, is_cars_only=is_cars_only)
    holidays = holidays_of(person, problem.bank_holidays)
    return pay_of(person, worked, holidays, _days_at_work(problem, person), figures)


def _worked(
    rota: Rota, person: Person, told_on: date | None, *, is_cars_only: bool
) -> Iterator[Worked]:
    for duty in rota.duties_of(person.id):
        is_own = duty.person == person.id
        if is_cars_only and duty.kind is not DutyKind.SHIFT:
            continue
        if is_own and duty.is_work and duty.day in rota.problem.period:
            told = told_on if duty.kind is DutyKind.SHIFT else None
            yield _as_rostered(rota.problem, person, duty, told)


def _as_rostered(
    problem: Problem, person: Person, duty: Duty, told_on: date | None
) -> Worked:
    """The duty beside what the person's team has that day."""
    team = problem.team.get(person.team)
    if team is None or duty.kind is not DutyKind.SHIFT:
        return Worked(duty.span, told_on=told_on)
    own = team.span_on(duty.day)
    return Worked(
        duty.span,
        rostered=None if own is None else own.minutes,
        is_rest_day=own is None,
        is_before_rest_day=team.span_on(duty.day + DAY) is None,
        told_on=told_on,
    )


def _days_at_work(problem: Problem, person: Person) -> Fraction:
    """The days of the contract, less those that leave stands for."""
    days = Fraction(contracted_days(problem, person))
    if not person.weekly_minutes:
        return days
    away = Fraction(7 * credited_minutes(problem, person), person.weekly_minutes)
    return max(days - away, Fraction(0))
