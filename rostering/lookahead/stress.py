"""How a rota stands up to illness, late jobs and people who withdraw.

Each draw is one future. First the rota as planned: does each car still go out with
whoever of its crew comes? Then people who are free are called, the least used first,
each of whom says yes by chance. What is then still open is what a standby would save:
somebody who has promised to come if called. The list of them is made greedily, each
next one by what the ones before leave open.

It is an estimate: whoever steps in is taken to be free for it as the rota stands, and
steps in once in three days at most.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from constraints import Rule
from rostering.domain import Fill, PersonId, Rota, Shift
from rostering.lookahead.draws import Draws
from rostering.lookahead.rates import Rates
from rostering.lookahead.stepping_in import SteppingIn

APART = 1
"""Days on either side on which somebody who has stepped in is not called again."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a shift is to go out."""

    shift: Shift
    as_planned: float
    """With nobody stepping in."""
    with_calls: float
    """With those who are free being called."""


@dataclass(frozen=True, slots=True)
class Standby:
    """Somebody who would be worth having in reserve on a day."""

    person: PersonId
    day: date
    saves: float
    """Shifts that would go out for it, on average, beyond all that is listed before."""


@dataclass(frozen=True)
class Stress:
    """What a thousand futures of a rota come to."""

    rota: Rota
    rates: Rates
    draws: int
    chances: tuple[Chance, ...]
    """For each shift that is crewed in the rota, in order."""
    standby: tuple[Standby, ...]

    @property
    def expected_as_planned(self) -> float:
        """How many shifts go out on average, with nobody stepping in."""
        return sum(chance.as_planned for chance in self.chances)

    @property
    def expected_with_calls(self) -> float:
        """How many go out with those who are free being called."""
        return sum(chance.with_calls for chance in self.chances)


def stress(
    rota: Rota, rules: Sequence[Rule], draws: Draws, *, reserves: int = 10
) -> Stress:
    """Try the rota against its draws.

    Args:
        rota: The rota as it stands.
        rules: What must hold.
        draws: What happens to whom.
        reserves: How many standbys to name at most.
    """
    trial = _Trial(rota, SteppingIn(rota, rules), draws)
    chances = tuple(
        trial.chance(shift) for shift in rota.crews if rota.is_crewed(shift)
    )
    standby = tuple(trial.standby(reserves))
    return Stress(rota, draws.rates, draws.number, chances, standby)


@dataclass
class _Trial:
    """One rota on trial; shifts are tried in order of time."""

    rota: Rota
    stepping_in: SteppingIn
    draws: Draws
    called: defaultdict[int, list[tuple[PersonId, date]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Who has stepped in on which day, by draw."""
    lost: list[tuple[int, frozenset[Fill], Shift]] = field(default_factory=list)
    """Each draw and shift that stays at home, with those of its crew who came."""

    def chance(self, shift: Shift) -> Chance:
        """How often the shift goes out, as planned and with calls."""
        crew = self.rota.crew_of(shift)
        missing = np.array([self.draws.is_missing(fill) for fill in crew])
        hit = np.flatnonzero(missing.any(axis=0))
        answers = np.random.default_rng([self.draws.seed, 3, hash_of(shift)])
        stays, saved = 0, 0
        for draw in map(int, hit):
            came = frozenset(
                fill
                for fill, gone in zip(crew, missing[:, draw], strict=True)
                if not gone
            )
            if self.stepping_in.may_go_out(came):
                continue
            stays += 1
            saved += self._is_saved(draw, came, shift, answers)
        number = self.draws.number
        return Chance(shift, 1 - stays / number, 1 - (stays - saved) / number)

    def _is_saved(
        self,
        draw: int,
        came: frozenset[Fill],
        shift: Shift,
        answers: np.random.Generator,
    ) -> bool:
        """Call whoever is free until the car can go out."""
        for fill in self.stepping_in.free[shift]:
            if not self._is_at_hand(draw, fill):
                continue
            is_enough = self.stepping_in.may_go_out(came | {fill})
            if is_enough and answers.random() < self.draws.rates.yes:
                self.called[draw].append((fill.person, shift.day))
                return True
        self.lost.append((draw, came, shift))
        return False

    def _is_at_hand(self, draw: int, fill: Fill) -> bool:
        if self.draws.is_absent(fill.person, fill.shift)[draw]:
            return False
        return not any(
            person == fill.person and abs((day - fill.shift.day).days) <= APART
            for person, day in self.called[draw]
        )

    def standby(self, most: int) -> list[Standby]:
        """Those who would save most of what is lost, one after another."""
        saves: defaultdict[tuple[PersonId, date], set[int]] = defaultdict(set)
        for nth, (draw, came, shift) in enumerate(self.lost):
            for fill in self.stepping_in.free[shift]:
                if self._is_at_hand(draw, fill) and self.stepping_in.may_go_out(
                    came | {fill}
                ):
                    saves[fill.person, shift.day].add(nth)
        found: list[Standby] = []
        while saves and len(found) < most:
            best = max(saves, key=lambda key: (len(saves[key]), key[1], key[0]))
            won = self._once_a_draw(saves.pop(best))
            if not won:
                break
            found.append(Standby(*best, len(won) / self.draws.number))
            for left in saves.values():
                left.difference_update(won)
        return found

    def _once_a_draw(self, lost: set[int]) -> set[int]:
        """One person goes on one car only, however many lack somebody."""
        first = {self.lost[nth][0]: nth for nth in sorted(lost, reverse=True)}
        return set(first.values())


def hash_of(shift: Shift) -> int:
    """A number of the shift's own that is the same in every run."""
    return int.from_bytes(shift.id.encode()[-16:], "big")
