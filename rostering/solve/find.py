"""What one run of a solver came to, and how to stop runs that are under way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from threading import Event, Lock
from typing import Protocol

from ortools.sat.python import cp_model

from rostering.solve.worker import run

SLACK = 1e-6
"""What a bound may have lost to rounding."""


@dataclass(frozen=True, slots=True)
class Find:
    """What one run of the solver came to."""

    status: cp_model.CpSolverStatus
    value: int = 0
    bound: int = 0
    solution: Sequence[int] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the solver searched to the end."""
        return self.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)


class Running(Protocol):
    """A search that another thread may stop."""

    def stop_search(self) -> None:
        """End soon."""


@dataclass(slots=True)
class Brake:
    """Stops all searches that are under way, and those that would begin."""

    pulled: Event = field(default_factory=Event)
    _running: set[Running] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def pull(self) -> None:
        """Stop now; the best rota so far is kept."""
        with self._lock:
            self.pulled.set()
            for search in self._running:
                search.stop_search()

    def run(self, solver: cp_model.CpSolver, model: cp_model.CpModel) -> Find:
        """Solve, unless stopped before; whoever pulls the brake stops it."""
        if not self.admit(solver):
            return Find(cp_model.UNKNOWN)
        try:
            return _find(solver, run(solver, model))
        finally:
            self.release(solver)

    def admit(self, search: Running) -> bool:
        """Let a search begin, to be stopped with the others; False after the pull."""
        with self._lock:
            if not self.pulled.is_set():
                self._running.add(search)
            return not self.pulled.is_set()

    def release(self, search: Running) -> None:
        """The search has ended."""
        with self._lock:
            self._running.discard(search)


def _find(solver: cp_model.CpSolver, status: cp_model.CpSolverStatus) -> Find:
    if status == cp_model.INFEASIBLE:
        return Find(status)
    bound = max(0, ceil(solver.best_objective_bound - SLACK))
    if status == cp_model.UNKNOWN:
        return Find(status, bound=bound)
    value = round(solver.objective_value)
    solution = tuple(solver.response_proto.solution)
    return Find(status, value, bound, solution)
