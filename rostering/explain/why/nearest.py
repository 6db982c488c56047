"""The search for the rota nearest to a given one in which one thing is otherwise.

A tier counts only as far as it is worse than in the given rota, and then fewest
changes win: who asks about one person wants no other rota, but this one with that one
thing otherwise. First only the days around may change, then the whole period.
"""

import time
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ortools.sat.python import cp_model

from constraints import Rule
from rostering.build import build
from rostering.domain import Audit, Fill, PersonId, Rota, Shift, Tier
from rostering.eligibility import Eligibility, eligibility
from rostering.solve import Limits, Outcome
from rostering.solve.components import components
from rostering.solve.worker import run, worker

NEAR = timedelta(days=7)
"""How far from the day that is asked about the first search may change the rota."""
NEAR_EFFORT = 0.3
WIDE_EFFORT = 0.06
"""The usual effort of one run, in the solver's units of work; far away, less."""
NO_LIMIT = 2**40


@dataclass(frozen=True, slots=True)
class Supposition:
    """That a person is on one of these shifts, or on none of them."""

    person: PersonId
    shifts: tuple[Shift, ...]
    is_on: bool

    def is_about(self, fill: Fill) -> bool:
        """Tell whether the fill decides it."""
        return fill.person == self.person and fill.shift in self.shifts


@dataclass(frozen=True, slots=True)
class Found:
    """A rota in which it is so, and how much worse each tier is."""

    solution: Sequence[int]
    worse: tuple[int, ...]
    is_proved: bool
    """Whether the first tier that is worse cannot be worse by less."""


class Nearest:
    """Runs of the solver, each staying near to the given rota."""

    def __init__(
        self,
        given: Rota,
        rules: Sequence[Rule],
        supposed: Supposition,
        before: Audit,
        limits: Limits,
    ) -> None:
        """Build the model in which the supposition is true."""
        eligible = eligibility(given.problem, rules)
        self.decisions = build(given.problem, rules, eligible=eligible)
        self._given = given
        self._supposed = supposed
        self._now = {tier: before.cost(tier) for tier in Tier}
        self._limits = limits
        self._end = time.monotonic() + (limits.seconds or float("inf"))
        self._effort = NEAR_EFFORT
        self._size = len(self.decisions.model.proto.variables)
        self._suppose()
        self._beyond = frozenset() if before.hard else self._unrelated(eligible)
        claims = self.decisions.fill_claims
        beyond = {c.index for f, c in claims.items() if f.shift in self._beyond}
        self._model = self._fixed(self.decisions.model, beyond)

    def run(self) -> Found | Outcome:
        """The nearest rota; where there is none, whether that is known."""
        near = self._tiers(self._near())
        if isinstance(near, Found):
            near = self._or_better(self._near, near)
        if self._is_all_near or (isinstance(near, Found) and not any(near.worse)):
            return near
        known = near if isinstance(near, Found) else None
        self._effort = WIDE_EFFORT
        wide = self._tiers(self._model.clone(), known)
        if isinstance(wide, Found):
            return self._or_better(self._model.clone, wide)
        return wide if known is None else replace(known, is_proved=False)

    def _suppose(self) -> None:
        model = self.decisions.model
        claims = [
            claim
            for fill, claim in self.decisions.fill_claims.items()
            if self._supposed.is_about(fill)
        ]
        if self._supposed.is_on:
            model.add_bool_or(claims)
        else:
            for claim in claims:
                model.add(claim == 0)

    def _unrelated(self, eligible: Eligibility) -> frozenset[Shift]:
        """Shifts that share nobody with those asked about: they stay as they are."""
        about = {
            f.shift for f in self.decisions.fill_claims if self._supposed.is_about(f)
        }
        parts = components(self._given.problem, eligible)
        return frozenset(s for part in parts if about.isdisjoint(part) for s in part)

    def _near(self) -> cp_model.CpModel:
        """The model in which only the days around may change."""
        claims = self.decisions.fill_claims
        far = {claim.index for f, claim in claims.items() if not self._is_near(f)}
        return self._fixed(self._model, far)

    def _fixed(
        self, model: cp_model.CpModel, claims: Container[int]
    ) -> cp_model.CpModel:
        """A copy of the model in which these claims are as in the given rota."""
        copy = model.clone()
        for fill, claim in self.decisions.fill_claims.items():
            if claim.index in claims:
                domain = copy.proto.variables[claim.index].domain
                domain[0] = domain[1] = int(fill in self._given.fills)
        return copy

    @property
    def _is_all_near(self) -> bool:
        claims = self.decisions.fill_claims
        return all(self._is_near(f) for f in claims if f.shift not in self._beyond)

    def _is_near(self, fill: Fill) -> bool:
        return abs(fill.shift.day - self._supposed.shifts[0].day) <= NEAR

    def _tiers(
        self, model: cp_model.CpModel, known: Found | None = None
    ) -> Found | Outcome:
        """Let each tier in order be as little worse as can be, then change least.

        It ends early where what is known turns out to be as good as can be.
        """
        solution = known.solution if known else self._hint()
        has_rota, is_proved, worse = known is not None, True, list[int]()
        for tier in Tier:
            excess = self._excess(model, tier)
            model.minimize(excess)
            status, better = self._solve(model, solution)
            if better:
                solution, has_rota = better, True
            elif status == cp_model.INFEASIBLE:
                return Outcome.INFEASIBLE
            elif not has_rota:
                return Outcome.UNDECIDED
            is_proved &= any(worse) or status == cp_model.OPTIMAL
            worse.append(max(0, self._cost(tier, solution) - self._now[tier]))
            model.add(excess <= worse[-1])
            if known and any(worse) and tuple(worse) == known.worse[: len(worse)]:
                return replace(known, is_proved=is_proved)
        fewest = self._fewest_changes(model, solution)
        return Found(fewest, tuple(worse), is_proved)

    def _fewest_changes(
        self, model: cp_model.CpModel, solution: Sequence[int]
    ) -> Sequence[int]:
        """As good a rota with fewer changes: first of those made, then of all."""
        kept = self._hint()
        changes = [
            1 - claim if kept[claim.index] else claim
            for claim in self.decisions.fill_claims.values()
        ]
        model.minimize(cp_model.LinearExpr.sum(changes))
        alike = {index for index, value in enumerate(kept) if solution[index] == value}
        for trial in (self._fixed(model, alike), model):
            _, found = self._solve(trial, solution)
            solution = min(solution, found or solution, key=self._count_changes)
        return solution

    def _count_changes(self, solution: Sequence[int]) -> int:
        return len(self.decisions.read(solution) ^ self._given.fills)

    def _or_better(self, copy: Callable[[], cp_model.CpModel], found: Found) -> Found:
        """The same, or a rota better in a tier before the first that is worse."""
        if not any(found.worse):
            return replace(found, is_proved=True)
        model, is_proved = copy(), found.is_proved
        for tier, worse in zip(Tier, found.worse, strict=True):
            if worse:
                break
            cost, now = self.decisions.cost(tier), self._now[tier]
            if now:
                trial = model.clone()
                trial.add(cost <= now - 1)
                trial.minimize(cost)
                status, better = self._solve(trial, found.solution)
                if better:
                    return self._from_better(copy(), tier, better)
                is_proved &= status == cp_model.INFEASIBLE
            model.add(cost <= now)
        return replace(found, is_proved=is_proved)

    def _from_better(
        self, model: cp_model.CpModel, tier: Tier, better: Sequence[int]
    ) -> Found:
        """The rota nearest to the given one that is as good in this tier."""
        self._now[tier] = self._cost(tier, better)
        known = Found(better, (NO_LIMIT,), is_proved=True)
        found = self._tiers(model, known)
        assert isinstance(found, Found)
        return Found(found.solution, (0,) * len(Tier), is_proved=True)

    def _excess(self, model: cp_model.CpModel, tier: Tier) -> cp_model.IntVar:
        """By how much the tier is worse than in the given rota."""
        excess = model.new_int_var(0, NO_LIMIT, "")
        model.add(self.decisions.cost(tier) - self._now[tier] <= excess)
        return excess

    def _cost(self, tier: Tier, solution: Sequence[int]) -> int:
        charges = self.decisions.charges[tier]
        return sum(solution[steps.index] * weight for steps, weight in charges)

    def _hint(self) -> Sequence[int]:
        """The given rota, as far as the model has it; what follows is left open."""
        hint = [0] * self._size
        for fill, claim in self.decisions.fill_claims.items():
            hint[claim.index] = int(fill in self._given.fills)
        return hint

    def _solve(
        self, model: cp_model.CpModel, hint: Sequence[int]
    ) -> tuple[cp_model.CpSolverStatus, Sequence[int]]:
        """Run the solver once: how it ended, and its solution if there is one."""
        claims = [claim.index for claim in self.decisions.fill_claims.values()]
        model.clear_hints()  # type: ignore[no-untyped-call]
        model.proto.solution_hint.vars.extend(claims)
        model.proto.solution_hint.values.extend(hint[index] for index in claims)
        effort = self._effort * self._limits.effort
        solver = worker(effort, seed=self._limits.seed, deadline=self._end)
        status = run(solver, model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return status, tuple(solver.response_proto.solution)
        return status, ()
