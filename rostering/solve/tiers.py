"""One component's model, solved tier after tier."""

import time
from typing import TYPE_CHECKING

from rostering.decisions import Choices
from rostering.domain import Tier
from rostering.solve.find import Brake
from rostering.solve.large import LARGE, solve_large
from rostering.solve.limits import HALF, Limits, after
from rostering.solve.part import Part, TierBound
from rostering.solve.result import Outcome
from rostering.solve.search import Report, Search
from rostering.solve.together import TOGETHER, all_at_once, allowed

if TYPE_CHECKING:
    from collections.abc import Sequence


FOREVER = float("inf")


def solve_tiers(
    decisions: Choices,
    limits: Limits,
    brake: Brake,
    report: Report,
    *,
    is_bounded: bool = True,
) -> Part:
    """Solve each tier in order; its value then limits all tiers after it.

    Where bounds are not wanted, a large model does without; of others they come anyway.
    """
    if len(decisions.fill_claims) > LARGE:
        found = solve_large(decisions, limits, brake, report, is_bounded=is_bounded)
        if found is not None:
            return found
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
        is_last = len(self._bounds) + 1 == len(Tier)
        deadline = after(1 if is_last else HALF, self._end)
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
        deadline = after(HALF, self._end)
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
        return Part.found(self._decisions.read(self.solution), bounds)
