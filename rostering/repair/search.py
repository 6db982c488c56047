"""One model of a situation, asked for the least of this within limits on that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from ortools.sat.python import cp_model

from rostering.build import build
from rostering.decisions import Claim
from rostering.domain import Fill, Mode, Tier
from rostering.repair.situation import Situation
from rostering.solve.worker import run, worker

SLACK = 1e-6
"""What a bound may have lost to rounding."""
PRICED = ("CHANGE-02", "CHANGE-04")
"""The rules that say what a change costs beyond that it is one."""
Weighted = list[tuple[Claim | cp_model.IntVar, int]]


@dataclass(frozen=True)
class Measure:
    """Something that can be counted of every rota of a model."""

    terms: Weighted
    always: int = 0
    """What it comes to whatever is planned."""

    def __add__(self, other: "Measure") -> "Measure":
        """Both together."""
        return Measure([*self.terms, *other.terms], self.always + other.always)

    def times(self, weight: int) -> "Measure":
        """The same, counted in another unit."""
        terms = [(claim, weight * its) for claim, its in self.terms]
        return Measure(terms, weight * self.always)

    def of(self, solution: Sequence[int]) -> int:
        """What a solution comes to."""
        return self.always + sum(w * _value(c, solution) for c, w in self.terms)


@dataclass(frozen=True, slots=True)
class Found:
    """How one search ended: the least value, and what was proved of it."""

    value: int
    bound: int
    solution: Sequence[int]
    """The values of all variables."""
    is_found: bool = True

    @property
    def is_proved(self) -> bool:
        """Whether nothing less is possible."""
        return self.is_found and self.value <= self.bound


Limit = tuple[Measure, int]
"""A measure, and the most that it may come to."""


class Search:
    """One model of a situation, from which every search begins anew."""

    def __init__(self, situation: Situation, *, seed: int = 0) -> None:
        """Make the model of what must hold and of cover, with the past as it was."""
        rules = situation.rules
        first = [r for r in rules if r.mode is Mode.HARD or r.tier is Tier.COVER]
        self._others = [rule for rule in rules if rule not in first]
        planned, eligible = situation.planned, situation.eligible
        self._decisions = build(planned, first, eligible=eligible)
        self._seed = seed
        days = [self._decisions.days_changed(p.id) for p in self._decisions.people]
        told = (self._decisions.any_of(each.values()) for each in days)
        self.told = _count(told)
        self.moved = _count(claim for each in days for claim in each.values())
        self.price = Measure([])
        self._settle(situation)

    def weigh(self) -> None:
        """Let the other wishes say their part; it takes longer than all the rest.

        What was found before has no values for what they add.
        """
        charges = self._decisions.charges
        price: Weighted = []
        for rule in self._others:
            marks = {tier: len(charges[tier]) for tier in Tier}
            if rule.is_sought:
                rule.post(self._decisions)
            if rule.code in PRICED:
                price += [c for tier, n in marks.items() for c in charges[tier][n:]]
        self.price = Measure(price)

    def tier(self, tier: Tier) -> Measure:
        """What the tier's wishes cost."""
        return Measure(list(self._decisions.charges[tier]))

    def fills(self, found: Found) -> frozenset[Fill]:
        """Who fills which post."""
        return self._decisions.read(found.solution)

    def least(
        self,
        goal: Measure,
        limits: Iterable[Limit] = (),
        *,
        effort: float,
        start: "Found | frozenset[Fill] | None" = None,
    ) -> Found:
        """The least of a measure, where others are limited.

        Args:
            goal: What is to be as little as can be.
            limits: The most that other measures may come to.
            effort: The most work, in the solver's units.
            start: What was found already within the limits: by this search, or the
                fills of it by another.
        """
        model = self._decisions.model.clone()
        for measure, most in limits:
            model.add(_sum(measure) <= most - measure.always)
        model.minimize(_sum(goal))
        self._hint(model, start)
        solver = worker(effort, seed=self._seed, deadline=float("inf"))
        status = run(solver, model)
        solution = tuple(solver.response_proto.solution)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            if status == cp_model.INFEASIBLE or not isinstance(start, Found):
                return Found(0, 0, (), is_found=False)
            solution = tuple(start.solution)
        bound = ceil(solver.best_objective_bound - SLACK) + goal.always
        return Found(goal.of(solution), max(0, bound), solution)

    def _hint(
        self, model: cp_model.CpModel, start: "Found | frozenset[Fill] | None"
    ) -> None:
        if start is None:
            return
        model.clear_hints()  # type: ignore[no-untyped-call]
        hint = model.proto.solution_hint
        if isinstance(start, Found):
            hint.vars.extend(range(len(start.solution)))
            hint.values.extend(start.solution)
            return
        for fill, claim in self._decisions.fill_claims.items():
            model.add_hint(claim, fill in start)

    def _settle(self, situation: Situation) -> None:
        """Fix what is past, and begin each search at what was published."""
        model, settled = self._decisions.model, situation.settled
        published = situation.planned.published
        for fill, claim in self._decisions.fill_claims.items():
            model.add_hint(claim, fill in published)
            if fill.shift.day < situation.today:
                domain = model.proto.variables[claim.index].domain
                domain[0] = domain[1] = int(fill in settled)


def _count(claims: Iterable[Claim]) -> Measure:
    """How many of the claims are true."""
    known = list(claims)
    open_claims = [claim for claim in known if not isinstance(claim, bool)]
    return Measure(
        [(claim, 1) for claim in open_claims], sum(claim is True for claim in known)
    )


def _sum(measure: Measure) -> cp_model.LinearExprT:
    """The part of a measure that depends on what is planned."""
    claims = [claim for claim, _ in measure.terms]
    return cp_model.LinearExpr.weighted_sum(claims, [w for _, w in measure.terms])


def _value(claim: Claim | cp_model.IntVar, solution: Sequence[int]) -> int:
    if isinstance(claim, bool):
        return int(claim)
    index = claim.index
    return solution[index] if index >= 0 else 1 - solution[-index - 1]
