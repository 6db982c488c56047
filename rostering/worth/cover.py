"""When the cars are crewed: by car, day of the week and hour of the day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from rostering.domain import Rota, Span
from rostering.pay.clock import pieces

HOURS = tuple(time(hour) for hour in range(24))
Slot = tuple[int, int]
"""A day of the week, Monday 0, and an hour, as the clock on the wall shows them."""


@dataclass(frozen=True)
class CarCover:
    """One car's shifts, and its hours: in minutes, for each hour of the week."""

    unit: str
    force: str
    """The police force of the car; empty where the book does not know it."""
    shifts: int
    crewed_shifts: int
    asked: Counter[Slot]
    crewed: Counter[Slot]

    def share(self, slot: Slot) -> float | None:
        """How much of what is asked of the hour is crewed; None where nothing is."""
        asked = self.asked[slot]
        return self.crewed[slot] / asked if asked else None


def cover(rota: Rota) -> tuple[CarCover, ...]:
    """Every car that has a shift, by call sign."""
    units = sorted({shift.unit for shift in rota.problem.shifts})
    return tuple(_cover_of(rota, unit) for unit in units)


def together(found: Iterable[CarCover], name: str = "all cars") -> CarCover:
    """All the cars as if they were one of that name."""
    cars = tuple(found)
    return CarCover(
        name,
        "",
        sum(car.shifts for car in cars),
        sum(car.crewed_shifts for car in cars),
        sum((car.asked for car in cars), Counter()),
        sum((car.crewed for car in cars), Counter()),
    )


def _cover_of(rota: Rota, unit: str) -> CarCover:
    asked = [shift for shift in rota.problem.shifts if shift.unit == unit]
    crewed = [shift for shift in asked if rota.is_crewed(shift)]
    slots = (slots_of(shift.span for shift in each) for each in (asked, crewed))
    forces = {each.callsign: each.force for each in rota.problem.units}
    return CarCover(unit, forces.get(unit, ""), len(asked), len(crewed), *slots)


def slots_of(spans: Iterable[Span]) -> Counter[Slot]:
    """Minutes in each hour of the week; after midnight it is the next day."""
    found: Counter[Slot] = Counter()
    for span in spans:
        for piece in pieces(span, HOURS):
            found[piece.day.weekday(), piece.start.hour] += piece.minutes
    return found
