"""One component's model, solved tier after tier."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostering.decisions import Choices
from rostering.domain import Fill, Tier
from rostering.solve.find import Brake
from rostering.solve.limits import Limits
from rostering.solve.result import Outcome
from rostering.solve.search import Report, Search
from rostering.solve.together import TOGETHER, all_at_once, allowed

if TYPE_CHECKING:
    from collections.abc import Sequence


FOREVER = float("inf")


@dataclass(frozen=True, slots=True)
class TierBound:
    """The least charge that a tier can have, given the tiers before it."""

    tier: Tier
    bound: int
    is_proved: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Part:
    """A solved component: its fills, and what was proved of each tier."""

    outcome: Outcome
    fills: frozenset[Fill] = frozenset()
    bounds: tuple[TierBound, ...] = ()


def solve_tiers(
    decisions: Choices, limits: Limits, brake: Brake, report: Report
) -> Part:
    """Solve each tier in order; its value then limits all tiers after it."""
    end = time.monotonic() + limits.seconds if limits.seconds is not None else FOREVER
    course = _Course(decisions, limits, brake, report, end)
    for tier in Tier:
        if brake.pulled.is_set() or course.is_impossible:
            break
        if tier is TOGETHER[0] and course.solution and course.take_together():
            break
        if not course.take(tier):
            break
    return course.part()


class _Course:
    """How far one component has come."""

    def __init__(
        self,
        decisions: Choices,
        limits: Limits,
        brake: Brake,
        report: Report,
        end: float,
    ) -> None:
        self.solution: Sequence[int] = ()
        self.is_impossible = False
        self._decisions = decisions
        self._limits = limits
        self._brake = brake
        self._report = report
        self._end = end
        self._bounds: list[TierBound] = []

    def take(self, tier: Tier) -> bool:
        """Solve one tier; False where the next one has nothing to go on with."""
        start = time.monotonic()
        deadline = _share(self._end, start, tiers_left=len(Tier) - len(self._bounds))
        limits = self._limits.of_sums if tier in TOGETHER else self._limits
        search = Search(self._decisions, tier, limits, self._brake)
        best = search.run(self._report, self.solution, deadline)
        self.is_impossible = best.is_impossible
        if best.value is not None:
            self.solution = best.solution
            self._decisions.model.add(self._decisions.cost(tier) <= best.value)
        seconds = time.monotonic() - start
        self._bounds.append(TierBound(tier, best.bound, best.is_proved, seconds))
        return bool(self.solution) and not self.is_impossible

    def take_together(self) -> bool:
        """Try the tiers that are left all at once; whether they are proved by it."""
        start = time.monotonic()
        deadline = _share(self._end, start, tiers_left=len(TOGETHER))
        allowance = allowed(self._limits.of_sums, deadline)
        found = all_at_once(self._decisions, self.solution, allowance, self._brake)
        if found.solution:
            self.solution = found.solution
            self._decisions.hint(found.solution)
        if not found.is_proved:
            for tier, bound in zip(TOGETHER, found.bounds, strict=False):
                self._decisions.model.add(self._decisions.cost(tier) >= bound)
            return False
        seconds = (time.monotonic() - start) / len(TOGETHER)
        for tier, value, bound in zip(
            TOGETHER, found.values, found.bounds, strict=True
        ):
            self._report(tier, value, bound)
            self._bounds.append(TierBound(tier, bound, True, seconds))
        return True

    def part(self) -> Part:
        """What it has come to."""
        if self.is_impossible:
            return Part(Outcome.INFEASIBLE)
        bounds = tuple(self._bounds)
        if not self.solution:
            return Part(Outcome.UNDECIDED, bounds=bounds)
        is_proved = len(bounds) == len(Tier) and all(each.is_proved for each in bounds)
        outcome = Outcome.OPTIMAL if is_proved else Outcome.FEASIBLE
        return Part(outcome, self._decisions.read(self.solution), bounds)


def _share(end: float, now: float, *, tiers_left: int) -> float:
    """An even share of the time left; what a tier leaves over goes to the next."""
    return now + max(0.0, end - now) / tiers_left
