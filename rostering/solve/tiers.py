"""One component's model, solved tier after tier."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostering.decisions import Decisions
from rostering.domain import Fill, Tier
from rostering.solve.find import Brake
from rostering.solve.limits import Limits
from rostering.solve.result import Outcome
from rostering.solve.search import Report, Search

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
    decisions: Decisions, limits: Limits, brake: Brake, report: Report
) -> Part:
    """Solve each tier in order; its value then limits all tiers after it."""
    end = time.monotonic() + limits.seconds if limits.seconds is not None else FOREVER
    solution: Sequence[int] = ()
    bounds: list[TierBound] = []
    for tier in Tier:
        if brake.pulled.is_set():
            break
        start = time.monotonic()
        deadline = _share(end, start, tiers_left=len(Tier) - len(bounds))
        best = Search(decisions, tier, limits, brake).run(report, solution, deadline)
        if best.is_impossible:
            return Part(Outcome.INFEASIBLE)
        seconds = time.monotonic() - start
        bounds.append(TierBound(tier, best.bound, best.is_proved, seconds))
        if best.value is not None:
            solution = best.solution
            decisions.model.add(decisions.cost(tier) <= best.value)
        elif not solution:
            break
    if not solution:
        return Part(Outcome.UNDECIDED, bounds=tuple(bounds))
    is_proved = len(bounds) == len(Tier) and all(bound.is_proved for bound in bounds)
    outcome = Outcome.OPTIMAL if is_proved else Outcome.FEASIBLE
    return Part(outcome, decisions.read(solution), tuple(bounds))


def _share(end: float, now: float, *, tiers_left: int) -> float:
    """An even share of the time left; what a tier leaves over goes to the next."""
    return now + max(0.0, end - now) / tiers_left
