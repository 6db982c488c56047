"""What the contract asks of each person, what is planned, and what is over or owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rostering.domain import Person
from rostering.domain.hours import (
    contracted_minutes,
    credited_minutes,
    paid_in_period,
)
from rostering.report.built import BuiltRota
from rostering.report.meal_break import meal_break_of

HEADS = (
    "Contract",
    "Planned",
    "Credited for leave",
    "Balance",
    "Bank before",
    "Bank after",
)
"""What the figures are called, in order."""
MEANINGS = (
    "Planned: paid hours that begin in the period, of a team's own turns too, less "
    "unpaid breaks.",
    "Balance: planned and credited, less the contract. Who has no contracted hours "
    "owes none.",
    "Bank: what was worked beyond the contract in earlier periods, and with this one.",
)


@dataclass(frozen=True, slots=True)
class Owed:
    """What a contract asks for, and what counts towards it, in minutes."""

    contract: int
    credited: int
    bank: int
    """Worked beyond the contract in earlier periods."""


@dataclass(frozen=True, slots=True)
class Hours:
    """One person's paid hours in the period."""

    person: Person
    planned: int
    """In minutes, without unpaid breaks."""
    owed: Owed | None
    """None for whoever has no contracted hours."""

    @property
    def figures(self) -> tuple[float | None, ...]:
        """All that is told, in hours, in the order of `HEADS`."""
        if self.owed is None:
            return None, _hours(self.planned), None, None, None, None
        owed = self.owed
        balance = self.planned + owed.credited - owed.contract
        told = (owed.contract, self.planned, owed.credited, balance)
        return tuple(map(_hours, (*told, owed.bank, owed.bank + balance)))


def hours(built: BuiltRota) -> Iterator[Hours]:
    """Everybody's, by role and name."""
    for person in built.people:
        yield Hours(person, _planned(built, person), _owed(built, person))


def hours_by_role(built: BuiltRota) -> Iterator[tuple[str, list[Hours]]]:
    """Each role with its people's hours."""
    for role, theirs in groupby(hours(built), lambda each: each.person.role):
        yield role, list(theirs)


def _planned(built: BuiltRota, person: Person) -> int:
    duties = built.rota.duties_of(person.id)
    unpaid = meal_break_of(built.rules, person)
    return paid_in_period(built.rota.problem, person.id, duties, unpaid)


def _owed(built: BuiltRota, person: Person) -> Owed | None:
    problem = built.rota.problem
    if person.weekly_minutes is None:
        return None
    return Owed(
        contracted_minutes(problem, person),
        credited_minutes(problem, person),
        problem.bank.get(person.id, 0),
    )


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)
