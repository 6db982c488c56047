"""What the work on a rota costs: hours by kind, what comes on top, and for whom.

Of contracted staff all work in the period counts, courses too, whether they ride or
not. Of everybody else only shifts on cars count; of a team's members, whose other turns
are not this rota's, what riding adds to their pay is told beside it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, partial

from rostering.domain import Person, Rota
from rostering.domain.grouping import grouped
from rostering.domain.pay_terms import PayScheme
from rostering.pay import (
    USUAL,
    Compensation,
    Figures,
    HourClass,
    Minutes,
    Pay,
    pay_in,
    scheme_of,
)

Rates = Mapping[str, Decimal]
"""Pounds an hour at plain time by role, for whom the book gives no rate."""


@dataclass(frozen=True)
class Cost:
    """One person's part of it."""

    person: Person
    pay: Pay
    minutes_on_cars: int
    added_hours: Fraction | None
    """What riding adds to the pay for the team's own turns, in hours of plain time;
    None for whoever is in no team."""
    expenses: Decimal = Decimal()
    """Pounds given back for shifts on cars, such as for the way there."""

    @property
    def pounds(self) -> Decimal | None:
        """Pay and expenses; None where a rate is unknown."""
        pay = _pounds_of(self.pay)
        return None if pay is None else pay + self.expenses


@dataclass(frozen=True)
class GroupCost:
    """What the people of one role and one employer come to together."""

    role: str
    employer: str
    people: tuple[Cost, ...]

    @property
    def minutes_on_cars(self) -> int:
        """Minutes on cars."""
        return sum(each.minutes_on_cars for each in self.people)

    @cached_property
    def minutes(self) -> Minutes:
        """Minutes of each kind."""
        return sum((Minutes(each.pay.minutes) for each in self.people), Minutes())

    def multiple(self, kind: HourClass) -> Fraction | None:
        """What an hour of the kind is paid at; None where people differ in it."""
        found = {x.pay.multiples.get(kind, Fraction()) for x in self._having(kind)}
        return found.pop() if len(found) == 1 else None

    def on_top(self, kind: HourClass) -> Fraction:
        """What hours of the kind are paid above plain time, in hours of it."""
        minutes = (
            each.pay.minutes[kind] * (each.pay.multiples[kind] - 1)
            for each in self._having(kind)
            if each.pay.multiples.get(kind)
        )
        return sum(minutes, Fraction()) / 60

    def _having(self, kind: HourClass) -> tuple[Cost, ...]:
        return tuple(each for each in self.people if each.pay.minutes.get(kind))

    def allowance_hours(self, scheme: PayScheme) -> Fraction:
        """What else the scheme pays for unsocial hours, in hours of plain time."""
        theirs = (x for x in self.people if scheme_of(x.person) is scheme)
        return sum((each.pay.allowance_hours for each in theirs), Fraction())

    @property
    def basic_hours(self) -> Fraction:
        """Hours that are paid."""
        return sum((each.pay.basic_hours for each in self.people), Fraction())

    @property
    def extra_hours(self) -> Fraction:
        """What is due above plain time, in hours of it."""
        return sum((each.pay.extra_hours for each in self.people), Fraction())

    @property
    def added_hours(self) -> Fraction | None:
        """What riding adds to the pay for teams' own turns; None without teams."""
        added = [x.added_hours for x in self.people if x.added_hours is not None]
        return sum(added, Fraction()) if added else None

    @property
    def pounds(self) -> Decimal | None:
        """What it costs in pounds; None where the rate of anybody paid is unknown."""
        sums = [each.pounds for each in self.people]
        known = [pounds for pounds in sums if pounds is not None]
        return sum(known, Decimal()) if len(known) == len(sums) else None

    @property
    def expenses(self) -> Decimal:
        """Pounds of expenses."""
        return sum((each.expenses for each in self.people), Decimal())

    @property
    def compensation(self) -> tuple[Compensation, ...]:
        """All that is due beyond hours and money."""
        return tuple(c for each in self.people for c in each.pay.compensation)


def costs(
    rota: Rota,
    rates: Rates | None = None,
    *,
    figures: Figures = USUAL,
    told_on: date | None = None,
    expenses: Rates | None = None,
) -> tuple[Cost, ...]:
    """What everybody who works comes to, by name.

    Args:
        rota: Who works what.
        rates: Pounds an hour by role; what the book gives a person comes first.
        figures: What the terms' figures are.
        told_on: When people are told of their shifts; None for in good time.
        expenses: Pounds of expenses for each shift on a car, by role.
    """
    riders = {fill.person for fill in rota.fills}
    people = [p for p in rota.problem.people if p.id in riders or _is_contracted(p)]
    ordered = sorted(people, key=lambda person: (person.name, person.id))
    paid = partial(pay_in, figures=figures, told_on=told_on)
    found = (_cost(rota, person, rates or {}, paid) for person in ordered)
    each_shift = expenses or {}
    return tuple(
        replace(each, expenses=_expenses(rota, each.person, each_shift))
        for each in found
        if each.pay.minutes
    )


def by_group(found: Iterable[Cost]) -> tuple[GroupCost, ...]:
    """The same by role and employer."""
    groups = grouped(found, lambda each: (each.person.role, each.person.employer))
    return tuple(GroupCost(*key, its) for key, its in sorted(groups.items()))


def _cost(rota: Rota, person: Person, rates: Rates, paid: Callable[..., Pay]) -> Cost:
    pay = paid(rota, person.id, is_cars_only=not _is_contracted(person))
    if pay.rate is None:
        pay = replace(pay, rate=rates.get(person.role))
    on_cars = sum(shift.span.minutes for shift in rota.shifts_of(person.id))
    added = _added_hours(rota, person, paid) if person.team else None
    return Cost(person, pay, on_cars, added)


def _expenses(rota: Rota, person: Person, each_shift: Rates) -> Decimal:
    shifts = len(rota.shifts_of(person.id))
    return shifts * each_shift.get(person.role, Decimal())


def _is_contracted(person: Person) -> bool:
    """Whether all of the person's hours are this rota's."""
    return person.weekly_minutes is not None and not person.team


def _added_hours(rota: Rota, person: Person, paid: Callable[..., Pay]) -> Fraction:
    """What the person is paid with the rota, less what without it."""
    left = frozenset(fill for fill in rota.fills if fill.person != person.id)
    with_rota, without = (
        paid(each, person.id) for each in (rota, Rota(rota.problem, left))
    )
    return (
        with_rota.basic_hours
        + with_rota.extra_hours
        - without.basic_hours
        - without.extra_hours
    )


def _pounds_of(pay: Pay) -> Decimal | None:
    """All that is paid; nothing for volunteers, whatever their rate."""
    if not pay.basic_hours and not pay.extra_hours:
        return Decimal()
    if pay.basic is None or pay.extra is None:
        return None
    return pay.basic + pay.extra
