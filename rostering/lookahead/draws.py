"""A thousand futures of one rota: who is ill, withdrawn or out late in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from rostering.domain import Fill, PersonId, Rota, Shift
from rostering.domain.time import MINUTE
from rostering.lookahead.rates import Rates

Truth = NDArray[np.bool_]
"""One truth a draw."""
REST = timedelta(hours=11)
"""Daily rest: who ends too late is not back for the next duty (WTR-DAILY-REST)."""


@dataclass(frozen=True)
class Draws:
    """Futures of a rota; the same seed always draws the same."""

    rota: Rota
    rates: Rates
    number: int = 1000
    seed: int = 0

    @cached_property
    def ill(self) -> Mapping[PersonId, NDArray[np.bool_]]:
        """Whether each person is ill, by draw and day of the period."""
        days = len(self.rota.problem.period.days)
        share = self.rates.sickness
        # Where most days are lost, illness must last longer than was said.
        recovery = min(1 / max(self.rates.spell, 1.0), (1 - share) / (share or 1))
        falling_ill = share * recovery / (1 - share) if share < 1 else 1.0
        found = {}
        for person, chance in zip(self._people, self._chances("ill"), strict=True):
            drawn = chance.random((days, self.number))
            state = chance.random(self.number) < share
            rows = []
            for today in drawn:
                state = np.where(state, today >= recovery, today < falling_ill)
                rows.append(state)
            found[person] = np.array(rows)
        return found

    @cached_property
    def withdrawn(self) -> Mapping[PersonId, NDArray[np.bool_]]:
        """Whether each person fails to come for another reason, by day and draw."""
        days = len(self.rota.problem.period.days)
        of_person = self.rota.problem.person
        return {
            person: chance.random((days, self.number))
            < self.rates.absence_on_the_day(of_person[person])
            for person, chance in zip(
                self._people, self._chances("withdrawn"), strict=True
            )
        }

    def is_absent(self, person: PersonId, shift: Shift) -> Truth:
        """In which draws the person cannot be there on the shift's day."""
        day = (shift.day - self.rota.problem.period.first).days
        absent: Truth = self.ill[person][day] | self.withdrawn[person][day]
        return absent

    def is_missing(self, fill: Fill) -> Truth:
        """In which draws somebody is not in the place that the rota gives them."""
        return self.is_absent(fill.person, fill.shift) | self._is_resting(fill)

    def _is_resting(self, fill: Fill) -> Truth:
        """In which draws a late job the day before leaves too little rest."""
        resting = np.zeros(self.number, dtype=bool)
        for before in self.rota.shifts_of(fill.person):
            spare = fill.shift.span.start - before.span.end - REST
            if timedelta() <= spare < REST:
                worked = ~self.is_absent(fill.person, before)
                resting |= worked & (self.overruns[before] > spare / MINUTE)
        return resting

    @cached_property
    def overruns(self) -> Mapping[Shift, NDArray[np.float64]]:
        """By how many minutes each shift ends late."""
        usual = self.rates.overrun / MINUTE
        found = {}
        for nth, shift in enumerate(self.rota.problem.shifts):
            chance = np.random.default_rng([self.seed, 2, nth])
            is_late = chance.random(self.number) < self.rates.late_job
            found[shift] = is_late * chance.exponential(usual, self.number)
        return found

    @property
    def _people(self) -> tuple[PersonId, ...]:
        return tuple(person.id for person in self.rota.problem.people)

    def _chances(self, what: str) -> list[np.random.Generator]:
        """A stream of chance for each person, so that nobody's depends on another's."""
        kind = ("ill", "withdrawn").index(what)
        return [
            np.random.default_rng([self.seed, kind, nth])
            for nth in range(len(self._people))
        ]
