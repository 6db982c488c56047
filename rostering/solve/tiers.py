"""One component's model, solved tier after tier."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from threading import Event, Lock

from ortools.sat.python import cp_model

from rostering.decisions import Decisions
from rostering.domain import Fill, Tier
from rostering.solve.result import Outcome

SLACK = 1e-6
"""What a bound may have lost to rounding."""

Report = Callable[[Tier, int | None, int], None]
"""Told of each new best value and bound of a tier."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a search may take.

    `effort` is the solver's own measure of work for each tier, the same on every
    machine; a deadline on the clock makes the result depend on the machine.
    """

    effort: float = 60.0
    deadline: float | None = None
    """A value of `time.monotonic()`."""
    seed: int = 0


@dataclass(slots=True)
class Brake:
    """Stops all searches that are under way, and those that would begin."""

    pulled: Event = field(default_factory=Event)
    _running: set[cp_model.CpSolver] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def pull(self) -> None:
        """Stop now; the best rota so far is kept."""
        self.pulled.set()
        with self._lock:
            for solver in self._running:
                solver.stop_search()

    def run(
        self,
        solver: cp_model.CpSolver,
        model: cp_model.CpModel,
        callback: cp_model.CpSolverSolutionCallback,
    ) -> cp_model.CpSolverStatus:
        """Solve, unless stopped before; whoever pulls the brake stops it."""
        with self._lock:
            self._running.add(solver)
        try:
            return solver.solve(model, callback)
        finally:
            with self._lock:
                self._running.discard(solver)


@dataclass(frozen=True, slots=True)
class TierBound:
    """The least charge that a tier can have, given the tiers before it."""

    tier: Tier
    bound: int
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
    solution: list[int] | None = None
    outcomes: list[Outcome] = []
    bounds: list[TierBound] = []
    for tier in Tier:
        if brake.pulled.is_set():
            break
        start = time.monotonic()
        solver = _solver(limits, tiers_left=len(Tier) - len(bounds))
        found = _solve_tier(decisions, tier, solver, brake, report)
        if found.outcome is Outcome.INFEASIBLE:
            return Part(Outcome.INFEASIBLE)
        outcomes.append(found.outcome)
        bounds.append(TierBound(tier, found.bound, time.monotonic() - start))
        if found.solution is not None:
            solution = found.solution
            decisions.hint(solution)
            decisions.model.add(decisions.cost(tier) <= found.value)
        elif solution is None:
            break
    if solution is None:
        return Part(Outcome.UNDECIDED, bounds=tuple(bounds))
    is_proved = outcomes == [Outcome.OPTIMAL] * len(Tier)
    outcome = Outcome.OPTIMAL if is_proved else Outcome.FEASIBLE
    return Part(outcome, decisions.read(solution), tuple(bounds))


@dataclass(frozen=True, slots=True)
class _Found:
    outcome: Outcome
    bound: int = 0
    value: int = 0
    solution: list[int] | None = None


def _solve_tier(
    decisions: Decisions,
    tier: Tier,
    solver: cp_model.CpSolver,
    brake: Brake,
    report: Report,
) -> _Found:
    decisions.model.minimize(decisions.cost(tier))
    watch = _Watch(tier, report)
    solver.best_bound_callback = watch.on_bound
    status = brake.run(solver, decisions.model, watch)
    if status == cp_model.MODEL_INVALID:
        raise AssertionError(decisions.model.validate())
    if status == cp_model.INFEASIBLE:
        return _Found(Outcome.INFEASIBLE)
    bound = max(0, ceil(solver.best_objective_bound - SLACK))
    if status == cp_model.UNKNOWN:
        return _Found(Outcome.UNDECIDED, bound)
    outcome = Outcome.OPTIMAL if status == cp_model.OPTIMAL else Outcome.FEASIBLE
    value = round(solver.objective_value)
    return _Found(outcome, bound, value, list(solver.response_proto.solution))


def _solver(limits: Limits, *, tiers_left: int) -> cp_model.CpSolver:
    """One worker with the full linear relaxation, which is what proves bounds.

    Two or four workers at default settings leave the bound where it was.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = limits.seed
    solver.parameters.max_deterministic_time = limits.effort
    solver.parameters.catch_sigint_signal = False
    if limits.deadline is not None:
        left = max(0.05, limits.deadline - time.monotonic())
        solver.parameters.max_time_in_seconds = left / tiers_left
    return solver


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes on each better rota and each better bound."""

    def __init__(self, tier: Tier, report: Report) -> None:
        super().__init__()
        self._tier = tier
        self._report = report
        self._best: int | None = None
        self._bound = 0

    def on_solution_callback(self) -> None:
        """Tell of a better rota."""
        self._best = round(self.objective_value)
        self._report(self._tier, self._best, self._bound)

    def on_bound(self, bound: float) -> None:
        """Tell of a better bound."""
        self._bound = max(0, round(bound))
        self._report(self._tier, self._best, self._bound)
