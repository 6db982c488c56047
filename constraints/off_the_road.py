"""ROAD-01: nobody is put on a car that is off the road."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import Breach, Kind, OffRoad, Person, Post, Problem, Rota, Shift
from rostering.domain.time import day_in_words, instant


@dataclass(frozen=True, kw_only=True)
class OffTheRoad(BarringRule):
    """Nobody is put on a car on a day on which it is off the road.

    Why: a car in the workshop, being tested or on loan cannot be crewed (VEH-AVAIL).

    Note: the days are whole days, and a shift belongs to the date on which it starts.
    The night before may run a little into the first of them, for the workshop opens
    in the morning.

    Attributes:
        spill: How long into a day off the road a shift may run that began on the day
            before, in hours.
    """

    code: ClassVar[str] = "ROAD-01"
    title: ClassVar[str] = "Car off the road"
    briefly: ClassVar[str] = "without a car"
    kind: ClassVar[Kind] = Kind.POLICY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("VEH-AVAIL",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L - - L\nroad J1 - x x -",
        "Ann L2\nroad J1 x",
        "Ann -\nroad J1 x\nneed L",
        "Ann S\nroad J1 - x",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\nroad J1 x",
        "Ann - - E\nroad J1 - x x",
        "Ann L1 L2\nroad J1 - x\nroad J2 - x",
        "Ann N\nroad J1 - x",
    )
    binds_cars: ClassVar[bool] = True

    spill: timedelta = timedelta(hours=3)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Compare the shift's date, and its end, with the car's days off the road."""
        if not self.binds_unit(shift.unit):
            return None
        for off in problem.off_road_of.get(shift.unit, ()):
            if self._stops(off, shift):
                return Bar(_in_words(off), off.place)
        return None

    def _stops(self, off: OffRoad, shift: Shift) -> bool:
        if shift.day in off.days:
            return True
        first = off.days.first
        if first is None or first <= shift.day:
            return False
        return shift.span.end > instant(first, time()) + self.spill

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Walk through the dates that each crewed shift touches."""
        for shift, fills in sorted(rota.crews.items()):
            crew = [fill for fill in fills if self.binds(fill.person)]
            off = self._off_during(rota.problem, shift) if crew else None
            if off is not None:
                people = f"{len(crew)} " + ("person" if len(crew) == 1 else "people")
                because = f"{_in_words(off)}, but {people} on {shift.in_words}"
                yield self.breach(shift.id, because, day=shift.day, amount=len(crew))

    def _off_during(self, problem: Problem, shift: Shift) -> OffRoad | None:
        if not self.binds_unit(shift.unit):
            return None
        known = [off for off in problem.off_road if off.unit == shift.unit]
        for day in shift.span.days if known else ():
            into_the_day = shift.span.end - instant(day, time())
            if day == shift.day or into_the_day > self.spill:
                for off in known:
                    if day in off.days:
                        return off
        return None


def _in_words(off: OffRoad) -> str:
    """`J1 is off the road from Tue 12 Jan 2027 to Wed 13 Jan 2027 (service)`."""
    first, last = off.days.first, off.days.last
    since = f" from {day_in_words(first)}" if first and first != last else ""
    until = f" to {day_in_words(last)}" if last and first != last else ""
    on_day = f" on {day_in_words(first)}" if first and first == last else ""
    reason = f" ({off.reason})" if off.reason else ""
    return f"{off.unit} is off the road{since}{until}{on_day}{reason}"
