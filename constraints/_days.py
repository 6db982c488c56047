"""The days of the period on which somebody works, for rules about runs of them."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from rostering.domain import Person, PersonId, Problem, Rota
from rostering.domain.time import DAY


class Run(NamedTuple):
    """Days on end that are alike: all at work, or all off."""

    is_work: bool
    first: date
    length: int

    @property
    def last(self) -> date:
        """The last day of it."""
        return self.first + (self.length - 1) * DAY

    @property
    def days(self) -> tuple[date, ...]:
        """All its days."""
        return tuple(self.first + timedelta(days=n) for n in range(self.length))


def known_days(problem: Problem, person: Person) -> tuple[date, ...]:
    """The days of the period on which the person is on the strength."""
    return tuple(day for day in problem.period.days if day in person.employed)


def has_shifts(problem: Problem, person: PersonId) -> bool:
    """Whether the period has a shift within the reach of the human being."""
    return any(row in problem.within_reach for row in problem.selves(person))


def at_work(rota: Rota, person: PersonId) -> set[date]:
    """The days on which some work of the person begins."""
    return {duty.day for duty in rota.duties_of(person) if duty.is_work}


def at_work_anyway(problem: Problem, person: PersonId) -> set[date]:
    """The days on which the person works whatever is planned."""
    return {duty.day for duty in problem.fixed_duties(person) if duty.is_work}


def inner_runs(days: Collection[date], worked: Collection[date]) -> Iterator[Run]:
    """The runs of days that touch neither the first nor the last of the days."""
    runs = [
        (is_work, tuple(group))
        for is_work, group in groupby(days, key=lambda day: day in worked)
    ]
    for is_work, group in runs[1:-1]:
        yield Run(is_work, group[0], len(group))
