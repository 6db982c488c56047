"""How much of what happened a rota like this would catch: an estimate, hour by hour.

An incident of the past is caught as often as a car of its place is crewed at that hour
of that day of the week in the rota. What happens at places that no car is of is caught
by none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from inputs.incidents import Incident
from rostering.domain import Problem, Rota, Shift, Unit
from rostering.domain.grouping import grouped
from rostering.domain.time import joined
from rostering.worth.cover import Slot, slots_of


@dataclass(frozen=True)
class Area:
    """What happened at the places of the same cars."""

    places: tuple[str, ...]
    units: tuple[str, ...]
    """Empty where no car is of the place."""
    slots: Counter[Slot]

    @property
    def happened(self) -> int:
        """How many incidents there were."""
        return self.slots.total()

    def caught(self, rota: Rota) -> Fraction:
        """How many of them the rota's hours would catch."""
        if not self.units:
            return Fraction()
        crewed = [s for s in rota.problem.shifts if s.unit in self.units]
        covered = chances(rota, [s for s in crewed if rota.is_crewed(s)])
        parts = (number * covered[slot] for slot, number in self.slots.items())
        return sum(parts, Fraction())


@dataclass(frozen=True)
class Demand:
    """Everything that happened, and the rota that is held against it."""

    rota: Rota
    incidents: tuple[Incident, ...]

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """By the cars of the places; what is of no car comes last."""
        places = dict.fromkeys(each.place for each in self.incidents)
        units = {place: units_of(self.rota.problem, place) for place in places}
        groups = grouped(self.incidents, lambda each: units[each.place])
        ordered = sorted(groups.items(), key=lambda group: (not group[0], group[0]))
        return tuple(_area(cars, its) for cars, its in ordered)

    @cached_property
    def slots(self) -> Counter[Slot]:
        """How many incidents each hour of the week had."""
        return Counter(_slot(each) for each in self.incidents)

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many there were of each kind, most first."""
        return dict(Counter(each.kind for each in self.incidents).most_common())

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day on which something happened."""
        days = [each.when.date() for each in self.incidents]
        return (min(days), max(days)) if days else None

    def caught(self, rota: Rota | None = None) -> Fraction:
        """How many of all incidents the rota, or another of its book, would catch."""
        parts = (area.caught(rota or self.rota) for area in self.areas)
        return sum(parts, Fraction())


def units_of(problem: Problem, place: str) -> tuple[str, ...]:
    """The cars of a place: by its call sign, area, districts or base."""
    said = place.casefold()
    return tuple(
        sorted(
            unit.callsign
            for unit in problem.units
            if said in {name.casefold() for name in _names(unit)}
        )
    )


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


def _area(units: tuple[str, ...], its: Sequence[Incident]) -> Area:
    places = tuple(sorted({each.place for each in its}))
    return Area(places, units, Counter(_slot(each) for each in its))


def _slot(incident: Incident) -> Slot:
    return incident.when.weekday(), incident.when.hour
