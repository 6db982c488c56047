"""Solving one tier again with other rules, beginning from the rota at hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from constraints import Rule
from rostering.build import build
from rostering.decisions import Decisions
from rostering.domain import Fill, Mode, Problem, Tier
from rostering.eligibility import eligibility
from rostering.solve import Limits
from rostering.solve.components import components
from rostering.solve.find import Brake
from rostering.solve.search import Search
from rostering.solve.worker import run, worker

EFFORT = 1.0
"""The most work for finding the rota at hand again in a model."""


@dataclass(frozen=True, slots=True)
class Least:
    """How little a tier can cost: what was found, and what was proved."""

    value: int
    bound: int
    fills: frozenset[Fill] = frozenset()

    def __add__(self, other: "Least") -> "Least":
        """The same of two parts that share nobody."""
        fills = self.fills | other.fills
        return Least(self.value + other.value, self.bound + other.bound, fills)


NOTHING = Least(0, 0)


@dataclass(frozen=True)
class Trials:
    """One rota, and the limits within which it is bettered."""

    fills: frozenset[Fill]
    limits: Limits
    deadline: float
    brake: Brake

    def least(
        self, problem: Problem, rules: Sequence[Rule], tier: Tier
    ) -> Least | None:
        """The least that the tier can cost, with no earlier tier dearer than now.

        None where the rota at hand breaks these rules: they are tighter, not looser.
        """
        told = [r for r in rules if r.mode is Mode.HARD or r.tier <= tier]
        eligible = eligibility(problem, told)
        if not eligible.barred.isdisjoint(self.fills):
            return None
        found = NOTHING
        for shifts in components(problem, eligible):
            part = build(problem, told, shifts=shifts, eligible=eligible)
            least = self._of_part(part, tier)
            if least is None:
                return None
            found += least
        return found

    def _of_part(self, decisions: Decisions, tier: Tier) -> Least | None:
        known = self._known(decisions)
        if not known:
            return None
        costs = {each: _cost(decisions, each, known) for each in Tier if each <= tier}
        fills = decisions.read(known)
        if not costs[tier]:
            return Least(0, 0, fills)
        for earlier in Tier:
            if earlier < tier:
                decisions.model.add(decisions.cost(earlier) <= costs[earlier])
        decisions.model.add(decisions.cost(tier) <= costs[tier])
        decisions.hint(known)
        search = Search(decisions, tier, self.limits, self.brake)
        best = search.run(_tell_nobody, known, self.deadline)
        value = costs[tier] if best.value is None else best.value
        return Least(value, best.bound, decisions.read(best.solution))

    def _known(self, decisions: Decisions) -> Sequence[int]:
        """The rota at hand as a solution of the model; nothing where it is none."""
        model = decisions.model.clone()
        for fill, claim in decisions.fill_claims.items():
            domain = model.proto.variables[claim.index].domain
            domain[0] = domain[1] = int(fill in self.fills)
        charges = [charge for each in decisions.charges.values() for charge in each]
        model.minimize(
            cp_model.LinearExpr.weighted_sum(
                [steps for steps, _ in charges], [weight for _, weight in charges]
            )
        )
        solver = worker(EFFORT, seed=self.limits.seed, deadline=float("inf"))
        status = run(solver, model)
        is_found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return tuple(solver.response_proto.solution) if is_found else ()


def _cost(decisions: Decisions, tier: Tier, solution: Sequence[int]) -> int:
    charges = decisions.charges[tier]
    return sum(weight * solution[steps.index] for steps, weight in charges)


_Report = Callable[[Tier, int | None, int], None]


def _tell_nobody(_tier: Tier, _best: int | None, _bound: int) -> None:
    """A trial's own progress is of no interest."""
