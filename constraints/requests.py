"""WISH-01: what people asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import (
    Breach,
    Mode,
    Period,
    PersonId,
    Request,
    Rota,
    Shift,
    Tier,
    Want,
)
from rostering.domain.grouping import grouped
from rostering.domain.time import days_between

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class Requests(Rule):
    """People get the days off, and the days on the car, that they asked for.

    Why: a rota that grants what it can is kept. What is asked for is not leave: it
    gives way to whatever is weightier.

    Note: a request to be off costs its weight for each of its days on which a shift
    starts that the person works. A request to work costs its weight once, if the
    person works no shift in its days. Where a car is named, only its shifts count.
    Requests for days outside the period ask nothing of this rota.
    """

    code: ClassVar[str] = "WISH-01"
    title: ClassVar[str] = "Requests"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-REQ", "FAT-PREF")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L -\nwants Ann off - x",
        "Ann - L -\nwants Ann work x x x",
        "Ann N -\nwants Ann off - x",
        "Ann L1\nwants Ann off@2 x",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L -\nwants Ann off x x x", 2),
        ("Ann - - L\nwants Ann work*3 x x -", 3),
        ("Ann L1\nwants Ann work@2 x", 1),
    )
    may_be_hard: ClassVar[bool] = False

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    def post(self, decisions: "Decisions") -> None:
        """Charge days worked that should be off, and no shift where one was asked."""
        planned = {person.id for person in decisions.people}
        shifts: dict[PersonId, dict[date, tuple[Shift, ...]]] = {}
        for request in decisions.problem.requests:
            who = request.person
            if who not in planned or not self.binds(who):
                continue
            if who not in shifts:
                mine = decisions.shifts_of(who)
                shifts[who] = grouped(mine, lambda shift: shift.day)
            asked = tuple(_asked(request, decisions.problem.period))
            works = [
                [
                    decisions.works(who, shift)
                    for shift in shifts[who].get(day, ())
                    if request.unit in ("", shift.unit)
                ]
                for day in asked
            ]
            if request.want is Want.OFF:
                for claims in works:
                    decisions.charge(self, decisions.any_of(claims), request.weight)
            elif asked:
                some = decisions.any_of(claim for claims in works for claim in claims)
                decisions.charge(self, decisions.negation(some), request.weight)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Hold each request against the days that the person works."""
        for request in rota.problem.requests:
            if not self.binds(request.person):
                continue
            worked = [
                shift.day
                for shift in rota.shifts_of(request.person)
                if shift.unit == (request.unit or shift.unit)
            ]
            asked = [day for day in rota.problem.period.days if day in request.days]
            granted = [day for day in asked if day in worked]
            if request.want is Want.OFF:
                for day in granted:
                    yield self._refused(request, "asked to be off", day)
            elif asked and not granted:
                on_what = f" on {request.unit}" if request.unit else ""
                yield self._refused(request, f"asked to work{on_what}", asked[0])

    def _refused(self, request: Request, because: str, day: date) -> Breach:
        return self.breach(request.person, because, day=day, amount=request.weight)


def _asked(request: Request, period: Period) -> Iterator[date]:
    """The days of the period that the request is for."""
    first = max(request.days.first or period.first, period.first)
    last = min(request.days.last or period.last, period.last)
    return days_between(first, last)
