"""What is kept of people in rota.json, so that a rota can be shown without its book."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from constraints.overtime import Overtime
from rostering.domain import Duty, Person
from rostering.domain.busy import busy_with
from rostering.domain.hours import (
    contracted_minutes,
    credited_minutes,
    paid_minutes,
)
from rostering.domain.time import DAY, MINUTE
from rostering.report.built import BuiltRota
from rostering.report.meal_break import meal_break_of
from rostering.saved.diaries import Diary, Engagement


def diaries(built: BuiltRota) -> Iterator[Diary]:
    """Everybody with a shift, or with hours that the rota is to fill."""
    for person in built.people:
        has_shift = bool(built.rota.shifts_of(person.id))
        if has_shift or person.weekly_minutes is not None:
            yield _diary(built, person)


def _diary(built: BuiltRota, person: Person) -> Diary:
    problem = built.rota.problem
    engagements = tuple(_on_end(_engagements(built, person)))
    if person.weekly_minutes is None:
        return Diary(person.id, person.name, person.role, engagements=engagements)
    return Diary(
        person.id,
        person.name,
        person.role,
        contracted_minutes(problem, person),
        credited_minutes(problem, person),
        int(_tolerance(built, person) / MINUTE),
        int(meal_break_of(built.rules, person) / MINUTE),
        engagements,
    )


def _tolerance(built: BuiltRota, person: Person) -> timedelta:
    """What the book does not call overtime yet."""
    found = (rule for rule in built.rules if isinstance(rule, Overtime))
    bound = (rule.tolerance for rule in found if rule.binds(person.id))
    return next(bound, Overtime.tolerance)


def _engagements(built: BuiltRota, person: Person) -> Iterator[Engagement]:
    problem = built.rota.problem
    for duty in problem.fixed_duties(person.id):
        busy = busy_with(duty)
        days = [day for day in duty.span.days if day in problem.period]
        if busy is not None and duty.person == person.id and days:
            yield Engagement(days[0], days[-1], busy, _minutes(built, person, duty))


def _on_end(found: Iterable[Engagement]) -> Iterator[Engagement]:
    """The same, with what goes on from day to day told once."""
    before = None
    for each in found:
        if before is None:
            before = each
        elif each.busy is before.busy and each.first <= before.last + DAY:
            last = max(before.last, each.last)
            minutes = before.minutes + each.minutes
            before = Engagement(before.first, last, each.busy, minutes)
        else:
            yield before
            before = each
    if before is not None:
        yield before


def _minutes(built: BuiltRota, person: Person, duty: Duty) -> int:
    """What is paid as work of a duty that begins in the period."""
    if not duty.is_work or duty.day not in built.rota.problem.period:
        return 0
    return paid_minutes(duty, meal_break_of(built.rules, person))
