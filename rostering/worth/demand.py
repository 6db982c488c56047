"""How much of what happened a rota like this would catch: an estimate, hour by hour.

An incident of the past is caught as often as a car of its place is crewed at that hour
of that day of the week in the rota. What happens at places that no car is of is caught
by none.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from inputs.incidents import Incident
from rostering.domain import Problem, Rota, Shift, Unit
from rostering.domain.grouping import grouped
from rostering.domain.time import joined
from rostering.worth.cover import Slot, slots_of

K = TypeVar("K", bound=Hashable)
_AND = re.compile(r" and |[,/;+] ?")


@dataclass(frozen=True)
class Area:
    """What happened at the places of the same cars."""

    places: tuple[str, ...]
    """Those with most incidents first."""
    units: tuple[str, ...]
    """Empty where no car is of the place."""
    slots: Counter[Slot]

    @property
    def happened(self) -> int:
        """How many incidents there were."""
        return self.slots.total()

    def caught(self, rota: Rota) -> Fraction:
        """How many of them the rota's hours would catch."""
        covered = covered_by(rota, self.units)
        parts = (number * covered[slot] for slot, number in self.slots.items())
        return sum(parts, Fraction())


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what happened: of one kind, on one day of the week, in one hour."""

    happened: int
    caught: Fraction


@dataclass(frozen=True)
class Demand:
    """Everything that happened, and the rota that is held against it."""

    rota: Rota
    incidents: tuple[Incident, ...]

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """By the cars of the places; what is of no car comes last."""
        groups = grouped(self.incidents, lambda each: self._units[each.place])
        ordered = sorted(groups.items(), key=lambda group: (not group[0], group[0]))
        return tuple(_area(cars, its) for cars, its in ordered)

    @cached_property
    def slots(self) -> Counter[Slot]:
        """How many incidents each hour of the week had."""
        return Counter(slot_of(each) for each in self.incidents)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day on which something happened."""
        days = [each.when.date() for each in self.incidents]
        return (min(days), max(days)) if days else None

    def caught(self, rota: Rota | None = None) -> Fraction:
        """How many of all incidents the rota, or another of its book, would catch."""
        parts = (area.caught(rota or self.rota) for area in self.areas)
        return sum(parts, Fraction())

    def parts(self, by: Callable[[Incident], K]) -> dict[K, Part]:
        """What happened and what of it the rota would catch, by something of each."""
        groups = grouped(self.incidents, by)
        return {key: self._part(its) for key, its in groups.items()}

    def _part(self, its: Sequence[Incident]) -> Part:
        covered = (self._covered[self._units[x.place]][slot_of(x)] for x in its)
        return Part(len(its), sum(covered, Fraction()))

    @cached_property
    def _units(self) -> Mapping[str, tuple[str, ...]]:
        """The cars of each place."""
        places = dict.fromkeys(each.place for each in self.incidents)
        return {place: units_of(self.rota.problem, place) for place in places}

    @cached_property
    def _covered(self) -> Mapping[tuple[str, ...], Mapping[Slot, Fraction]]:
        """How often the cars of each place are crewed, hour by hour."""
        cars = dict.fromkeys(self._units.values())
        return {units: covered_by(self.rota, units) for units in cars}


def slot_of(incident: Incident) -> Slot:
    """The hour of the week in which it was."""
    return incident.when.weekday(), incident.when.hour


def units_of(problem: Problem, place: str) -> tuple[str, ...]:
    """The cars of a place: by its call sign, area, districts or base.

    Where no name is the place's, a part of one may be: Swale of Medway & Swale.
    """
    said = _spoken(place)
    for named in (_names, _parts):
        units = [u.callsign for u in problem.units if said in map(_spoken, named(u))]
        if units:
            return tuple(sorted(units))
    return ()


def covered_by(rota: Rota, units: Collection[str]) -> dict[Slot, Fraction]:
    """How often one of these cars is crewed in each hour of the week."""
    theirs = (shift for shift in rota.problem.shifts if shift.unit in units)
    return chances(rota, [shift for shift in theirs if rota.is_crewed(shift)])


def chances(rota: Rota, crewed: Iterable[Shift]) -> dict[Slot, Fraction]:
    """How often some of these shifts are on in each hour of the week; nought if never.

    Where several cars are crewed in one hour it counts once.
    """
    on = slots_of(joined(shift.span for shift in crewed))
    weeks = Counter(day.weekday() for day in rota.problem.period.days)
    return {
        (day, hour): min(Fraction(1), Fraction(on[day, hour], 60 * weeks[day]))
        if weeks[day]
        else Fraction()
        for day in range(7)
        for hour in range(24)
    }


def _names(unit: Unit) -> set[str]:
    return {unit.callsign, unit.area, unit.base, *unit.districts} - {""}


def _parts(unit: Unit) -> set[str]:
    """What stands between the signs and ands of names of two places."""
    return {part for name in _names(unit) for part in _AND.split(_spoken(name))}


def _spoken(name: str) -> str:
    return " ".join(name.replace("&", " and ").casefold().split())


def _area(units: tuple[str, ...], its: Sequence[Incident]) -> Area:
    places = Counter(sorted(each.place for each in its))
    named = tuple(place for place, _ in places.most_common())
    return Area(named, units, Counter(slot_of(each) for each in its))
