"""Hours that cover asks of a role against the hours that its people have."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Self

from constraints import Rule
from constraints.contracted_hours import ContractedHours
from constraints.overtime import Overtime
from rostering.domain import Period, Person, PersonId, Problem
from rostering.domain.hours import (
    contracted_days,
    contracted_minutes,
    credited_minutes,
    paid_in_period,
    paid_minutes,
)
from rostering.domain.reach import is_off_road
from rostering.domain.time import DAY, MINUTE
from rostering.explain.forecast.choices import Choice

WEEK = timedelta(weeks=1)
Roles = frozenset[str]


@dataclass(frozen=True, slots=True)
class Hours:
    """The paid minutes that cover asks of a role's people, and what becomes of theirs.

    `unable` is what is left to people who may fill none of the posts, such as those
    whose training is out of date.
    """

    wanted: int = 0
    contract: int = 0
    leave: int = 0
    training: int = 0
    unable: int = 0
    overtime: int = 0
    """What may be planned above the contract for those who want it."""
    offered: int = 0
    """What people without a contract offer, a shift a day."""

    @property
    def available(self) -> int:
        """What is left of the contract for the car."""
        return self.contract - self.leave - self.training - self.unable

    @property
    def short(self) -> int:
        """What is wanted beyond that."""
        return max(0, self.wanted - self.available)

    @property
    def still_short(self) -> int:
        """What is wanted beyond all overtime and offers too."""
        return max(0, self.short - self.overtime - self.offered)

    @classmethod
    def sum(cls, parts: Iterable["Hours"]) -> Self:
        """All of them together."""
        several = tuple(parts)
        return cls(*(sum(getattr(x, f.name) for x in several) for f in fields(cls)))


@dataclass(frozen=True, slots=True)
class Workload:
    """The hours of some roles that are asked for the same posts, week by week."""

    roles: tuple[str, ...]
    weeks: tuple[tuple[date, Hours], ...]
    """Each week that wants somebody, by its first day in the period."""

    @property
    def total(self) -> Hours:
        """The hours of all weeks."""
        return Hours.sum(hours for _, hours in self.weeks)


def workloads(
    problem: Problem, rules: Sequence[Rule], choices: Sequence[Choice]
) -> tuple[Workload, ...]:
    """One for each role of contracted people that posts are meant for first of all."""
    found = []
    for roles in _meant_first(choices):
        asking = [
            choice
            for choice in choices
            if choice.post.roles[0] & roles and not is_off_road(problem, choice.shift)
        ]
        people = _people(problem, asking, roles)
        if any(person.weekly_minutes is not None for person in people):
            week_of = _Reckoning(problem, rules, people).week
            weeks = tuple(
                (week.first, week_of(week, asked))
                for week in _weeks(problem.period)
                if (asked := [c for c in asking if c.shift.day in week])
            )
            found.append(Workload(tuple(sorted(roles)), weeks))
    return tuple(found)


def _meant_first(choices: Sequence[Choice]) -> list[Roles]:
    """Sets of roles that are asked for the same posts; no role is in two of them."""
    groups: list[Roles] = []
    for roles in dict.fromkeys(choice.post.roles[0] for choice in choices):
        shared = [group for group in groups if group & roles]
        apart = [group for group in groups if not group & roles]
        groups = [*apart, roles.union(*shared)]
    return groups


def _people(problem: Problem, asking: Sequence[Choice], roles: Roles) -> list[Person]:
    """People of the roles who may ride these cars, and have no team of their own."""
    cars = {choice.shift.unit for choice in asking}
    return [
        person
        for person in problem.people
        if person.role in roles
        and not person.team
        and any(person.may_ride(car) for car in cars)
    ]


def _weeks(period: Period) -> list[Period]:
    return [
        Period(max(monday, period.first), min(monday + WEEK - DAY, period.last))
        for monday in period.mondays
    ]


class _Reckoning:
    """The arithmetic of HOURS-03 and HOURS-04, for one week at a time."""

    def __init__(
        self, problem: Problem, rules: Sequence[Rule], people: Sequence[Person]
    ) -> None:
        paid = [rule for rule in rules if isinstance(rule, ContractedHours)]
        self._problem = problem
        self._people = people
        self._overtime = [rule for rule in rules if isinstance(rule, Overtime)]
        self._break = (paid or self._overtime or [ContractedHours()])[0].meal_break

    def week(self, week: Period, asked: Sequence[Choice]) -> Hours:
        """What the week's posts ask, and what the people have in it."""
        problem = replace(self._problem, period=week)
        able = {person for choice in asked for person in choice.people}
        hours = Hours.sum(
            self._offered_by(person, asked)
            if person.weekly_minutes is None
            else self._of(problem, person, is_able=person.id in able)
            for person in self._people
        )
        wanted = sum(choice.post.least * self._paid(choice) for choice in asked)
        return replace(hours, wanted=wanted)

    def _of(self, problem: Problem, person: Person, *, is_able: bool) -> Hours:
        contract = contracted_minutes(problem, person)
        leave = min(contract, credited_minutes(problem, person))
        duties = problem.fixed_duties(person.id)
        fixed = paid_in_period(problem, person.id, duties, self._break)
        training = min(contract - leave, fixed)
        return Hours(
            contract=contract,
            leave=leave,
            training=training,
            unable=0 if is_able else contract - leave - training,
            overtime=self._room(problem, person) if is_able else 0,
        )

    def _room(self, problem: Problem, person: Person) -> int:
        """The overtime that the week has room for, for those who want it."""
        if not person.overtime:
            return 0
        binding = [rule for rule in self._overtime if rule.binds(person.id)]
        weekly = min((rule.most_overtime for rule in binding), default=timedelta())
        days = contracted_days(problem, person)
        return int(Fraction(int(weekly / MINUTE) * days, 7))

    def _offered_by(self, person: Person, asked: Sequence[Choice]) -> Hours:
        longest: Counter[date] = Counter()
        for choice in asked:
            if person.id in choice.people:
                day = choice.shift.day
                longest[day] = max(longest[day], self._paid(choice))
        return Hours(offered=longest.total())

    def _paid(self, choice: Choice) -> int:
        who = PersonId("")
        return paid_minutes(self._problem.shift_duty(who, choice.shift), self._break)
