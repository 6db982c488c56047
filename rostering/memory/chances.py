"""What each person could have worked, and was asked for, in the days of one version.

It is kept as rows beside the version, and can be made anew from the version alone: its
lines, and the files of the book from which it was made.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from rostering.domain import AbsenceKind, Person, PersonId, Problem, Request, Want
from rostering.domain.hours import paid_minutes
from rostering.domain.reach import at_hand
from rostering.domain.shares import Terms, parted, terms_of
from rostering.domain.time import joined, whole_days
from rostering.saved.lines import RotaLine, State

Amounts = Mapping[date, int]


@dataclass(frozen=True)
class Chances:
    """One person's part in the days of one version."""

    name: str
    role: str
    group: str
    """What all have in common among whom work is shared: role, terms and cars."""
    weight: int = 1
    """Weekly minutes of contracted people; 1 for all others."""
    days: frozenset[date] = frozenset()
    """Days at hand of contracted people; of others days with a shift within reach."""
    away: frozenset[date] = frozenset()
    """Days that leave takes as a whole."""
    asks: Amounts = field(default_factory=dict)
    """What the contract asks for on each day, in sevenths of a minute."""
    credit: Amounts = field(default_factory=dict)
    """What leave counts for on each day, in sevenths of a minute."""
    other: Amounts = field(default_factory=dict)
    """Paid minutes of work on each day that is not on a car."""
    requests: tuple[tuple[date, bool], ...] = ()
    """The first day of each request, and whether it was granted."""


def chances_of(
    problem: Problem, lines: Iterable[RotaLine], meal_break: timedelta
) -> dict[PersonId, Chances]:
    """Everybody's part in the days of a rota, given as its lines."""
    rides: defaultdict[str, set[tuple[date, str]]] = defaultdict(set)
    for line in lines:
        if line.state is State.FILLED:
            rides[line.person].add((line.day, line.unit))
    groups = _groups(problem)
    return {
        person.id: _of_person(
            problem, person, groups[person.id], rides[person.id], meal_break
        )
        for person in problem.people
    }


def _of_person(
    problem: Problem,
    person: Person,
    group: str,
    rides: set[tuple[date, str]],
    meal_break: timedelta,
) -> Chances:
    requests = _requests(problem, person.id, rides)
    away = _whole_days_away(problem, person)
    if terms_of(person) is not Terms.CONTRACT:
        reached = problem.within_reach.get(person.id, ())
        days = frozenset(shift.day for shift in reached)
        name, role = person.name, person.role
        return Chances(name, role, group, 1, days, away, requests=requests)
    weekly = person.weekly_minutes or 0
    kept = _away(problem, person, lambda kind: kind.keeps_hours)
    unpaid = _away(problem, person, lambda kind: kind is AbsenceKind.UNPAID)
    return Chances(
        person.name,
        person.role,
        group,
        weekly,
        at_hand(problem, person, problem.period),
        away,
        {
            day: weekly
            for day in problem.period.days
            if day in person.employed
            and unpaid.get(day) != whole_days(day, day).minutes
        },
        {
            day: min(7 * minutes, weekly)
            for day, minutes in kept.items()
            if day in person.employed
        },
        _other(problem, person.id, meal_break),
        requests,
    )


def _groups(problem: Problem) -> dict[PersonId, str]:
    """By what each person's group is known: its role, its terms and its cars."""
    cars = {shift.unit for shift in problem.shifts}
    alike: defaultdict[tuple[str, Terms], list[Person]] = defaultdict(list)
    for person in problem.people:
        alike[person.role, terms_of(person)].append(person)
    return {
        person.id: f"{role}, {terms.value}, {' '.join(sorted(shared)) or 'no car'}"
        for (role, terms), people in alike.items()
        for group, shared in parted(people, cars)
        for person in group
    }


def _whole_days_away(problem: Problem, person: Person) -> frozenset[date]:
    away = _away(problem, person, lambda _: True)
    return frozenset(
        day for day, minutes in away.items() if minutes == whole_days(day, day).minutes
    )


def _away(
    problem: Problem, person: Person, is_such: Callable[[AbsenceKind], bool]
) -> dict[date, int]:
    """The minutes of each day of the period that leave of such a kind takes."""
    spans = joined(
        leave.span
        for leave in problem.approved_leave.get(person.id, ())
        if not leave.kind.is_work and is_such(leave.kind)
    )
    found: defaultdict[date, int] = defaultdict(int)
    for span in spans:
        for day in span.days:
            if day in problem.period:
                found[day] += span.minutes_within(whole_days(day, day))
    return dict(found)


def _other(
    problem: Problem, person: PersonId, meal_break: timedelta
) -> dict[date, int]:
    found: defaultdict[date, int] = defaultdict(int)
    for duty in problem.fixed_duties(person):
        if duty.person == person and duty.is_work and duty.day in problem.period:
            found[duty.day] += paid_minutes(duty, meal_break)
    return dict(found)


def _requests(
    problem: Problem, person: PersonId, rides: set[tuple[date, str]]
) -> tuple[tuple[date, bool], ...]:
    found = []
    for request in problem.requests:
        days = [day for day in problem.period.days if day in request.days]
        if request.person == person and days:
            found.append((days[0], _is_granted(request, rides)))
    return tuple(found)


def _is_granted(request: Request, rides: set[tuple[date, str]]) -> bool:
    """Whether a shift is, or is not, in its days, as was asked."""
    met = any(day in request.days and request.unit in ("", unit) for day, unit in rides)
    return met is (request.want is Want.WORK)
