"""On which days and turns somebody is at work, as claims."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rostering.decisions.claims import Claim
from rostering.domain import PersonId, Shift

if TYPE_CHECKING:
    from rostering.decisions.decisions import Decisions

Rides = Sequence[tuple[Shift, Claim]]
"""Shifts that somebody could be on, each with the claim that they are."""


class Days:
    """The days of one human being, in whatever role, worked out when asked for."""

    def __init__(self, decisions: "Decisions", person: PersonId) -> None:
        """Part the shifts that the person could be on by day."""
        self._decisions = decisions
        rides: defaultdict[date, list[tuple[Shift, Claim]]] = defaultdict(list)
        for row in decisions.problem.selves(person):
            for ride in decisions.rides(row):
                rides[ride[0].day].append(ride)
        fixed = decisions.problem.fixed_duties(person)
        self.rides: Mapping[date, Rides] = dict(sorted(rides.items()))
        self.anyway = {duty.day for duty in fixed if duty.is_work}
        """The days with work that stands, or gives way to a shift at most."""
        self._turns: defaultdict[date, dict[str, list[Claim]]] = defaultdict(dict)
        for day, todays in self.rides.items():
            for shift, claim in todays:
                self._turns[day].setdefault(shift.turn, []).append(claim)
        self.minutes = [
            (claim, shift.span.minutes)
            for todays in self.rides.values()
            for shift, claim in todays
        ]
        """The minutes of each shift that the person could be on, for sums."""
        self._on_turn: dict[tuple[date, str], Claim] = {}
        self._at_work: dict[date, Claim] = {}

    def on_turn(self, day: date, turn: str) -> Claim:
        """The claim that the person is on the turn that day, on whatever car."""
        if (day, turn) not in self._on_turn:
            claims = self._turns[day].get(turn, ())
            self._on_turn[day, turn] = self._decisions.any_of(claims)
        return self._on_turn[day, turn]

    def at_work(self, day: date) -> Claim:
        """The claim that the person works that day, at whatever."""
        if day in self.anyway:
            return True
        if day not in self._at_work:
            claims = (self.on_turn(day, turn) for turn in self._turns[day])
            self._at_work[day] = self._decisions.any_of(claims)
        return self._at_work[day]
