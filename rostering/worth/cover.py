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
    """One car's hours: in minutes, for each hour of the week."""

    unit: str
    asked: Counter[Slot]
    crewed: Counter[Slot]

    def share(self, slot: Slot) -> float | None:
        """How much of what is asked of the hour is crewed; None where nothing is."""
        asked = self.asked[slot]
        return self.crewed[slot] / asked if asked else None


def cover(rota: Rota) -> tuple[CarCover, ...]:
    """Every car that has a shift, by call sign."""
    shifts = rota.problem.shifts
    return tuple(
        CarCover(
            unit,
            slots_of(s.span for s in shifts if s.unit == unit),
            slots_of(s.span for s in shifts if s.unit == unit and rota.is_crewed(s)),
        )
        for unit in sorted({shift.unit for shift in shifts})
    )


def slots_of(spans: Iterable[Span]) -> Counter[Slot]:
    """Minutes in each hour of the week; after midnight it is the next day."""
    found: Counter[Slot] = Counter()
    for span in spans:
        for piece in pieces(span, HOURS):
            found[piece.day.weekday(), piece.start.hour] += piece.minutes
    return found
