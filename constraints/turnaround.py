"""ROAD-02: a car has one crew at a time, and time to change over."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Limit, Rota, Shift
from rostering.domain.time import in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class Turnaround(Rule):
    """A car has one crew at a time, and half an hour between two crews.

    Why: the next crew checks the drugs, the kit and the car before it says that it is
    ready, and the last one comes in late more often than not (VEH-TURN).

    Note: the time is real elapsed time between the planned end of one shift of a car
    and the start of its next, whether or not the same people ride both.

    Attributes:
        least: The least time between two crews of a car, such as `30 min`.
    """

    code: ClassVar[str] = "ROAD-02"
    title: ClassVar[str] = "One crew at a time"
    briefly: ClassVar[str] = "without a car that is free"
    kind: ClassVar[Kind] = Kind.SAFETY
    law: ClassVar[Mapping[str, Limit]] = {
        "least": Limit(
            timedelta(minutes=30), is_least=True, law="usual scheme practice"
        )
    }
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("VEH-TURN",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann E1\nBob:paramedic L2",
        "Ann M -\nBob:paramedic L -",
        "Ann E\nneed L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann E\nBob:paramedic L",
        "Ann N -\nBob:paramedic - E",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann E - -\nBob:paramedic L N -\nCal:paramedic - - M", 2),
    )
    binds_cars: ClassVar[bool] = True
    looks_beyond_crew: ClassVar[bool] = True

    least: timedelta = timedelta(minutes=30)

    def post(self, decisions: "Decisions") -> None:
        """Let one of two shifts of a car that are too close have nobody on it."""
        for first, second in self._close(decisions.shifts):
            both = (decisions.begun(first), decisions.begun(second))
            decisions.forbid_together(self, f"{first.id} and {second.id}", both)

    def _close(self, shifts: tuple[Shift, ...]) -> Iterator[tuple[Shift, Shift]]:
        by_car: defaultdict[str, list[Shift]] = defaultdict(list)
        for shift in sorted(shifts, key=lambda shift: shift.span):
            if self.binds_unit(shift.unit):
                by_car[shift.unit].append(shift)
        for of_car in by_car.values():
            for first, second in combinations(of_car, 2):
                if second.span.start < first.span.end + self.least:
                    yield first, second

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Follow each car from crew to crew."""
        for unit in sorted({shift.unit for shift in rota.crews}):
            if self.binds_unit(unit):
                crewed = [shift for shift in rota.crews if shift.unit == unit]
                crewed.sort(key=lambda shift: shift.span)
                for nth, first in enumerate(crewed):
                    for second in crewed[nth + 1 :]:
                        between = second.span.start - first.span.end
                        if between >= self.least:
                            break
                        yield self._breach_of(first, second, between)

    def _breach_of(self, first: Shift, second: Shift, between: timedelta) -> Breach:
        gap = "no time" if between <= timedelta() else in_words(between)
        because = (
            f"{gap} between {first.in_words} and {second.in_words}; "
            f"{in_words(self.least)} needed"
        )
        return self.breach(second.id, because, day=second.day)
