"""A whole tier as a mixed-integer program, searched by branch and cut.

HiGHS cuts and restarts at the root where CP-SAT branches: on books of some cars and
weeks it proves in one node what CP-SAT leaves a step short for minutes. It counts in
floating point, so nothing of it is taken on trust: a rota that it finds is held against
all rows in whole numbers, and that there is no rota at all is for CP-SAT to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isfinite, pow
from threading import Event

import highspy
import numpy as np
from ortools.sat.python import cp_model

from rostering.domain import Tier
from rostering.solve.find import SLACK, Brake, Find
from rostering.solve.highs import highs, model_of
from rostering.solve.matrix import Charges, Matrix
from rostering.solve.matrix.plain import plain

NOTHING = Charges(np.zeros(0, np.int64), np.zeros(0, np.int64))
SEEDS = 2**31
USUAL = 50_000
"""Entries of the rows of a book of some cars and weeks."""
SLOWER = 2.5
"""The power of the size with which the time between two pauses grows."""
MANY = 130_000
"""With more entries an interior point is sooner come to than a corner."""
ENOUGH = 0.5
"""Where the bound is closer to the value than this, whole numbers make them equal."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """How long a search may take."""

    pauses: int
    """How often it may ask whether to go on, which it does every so much work."""
    seconds: float
    """A limit on the clock, which may be infinity."""
    seed: int = 0


def pauses_for(matrix: Matrix, pauses: float) -> int:
    """So many pauses, and fewer where the model is large and each takes longer to come.

    Args:
        matrix: The model.
        pauses: How many it may be where the model is of the usual size.
    """
    larger = max(1.0, len(matrix.weights) / USUAL)
    return max(1, round(pauses / pow(larger, SLOWER)))


class Programme:
    """The least charge of one tier, of all that a matrix allows."""

    def __init__(self, matrix: Matrix, tier: Tier) -> None:
        """Hand the rows over to the solver."""
        self._matrix = matrix
        self._charges = matrix.charges.get(tier, NOTHING)
        self._stopped = Event()
        self._solver = highs()
        for option, value in (("mip_rel_gap", 0.0), ("mip_abs_gap", ENOUGH)):
            self._solver.setOptionValue(option, value)
        if len(matrix.weights) > MANY:
            self._solver.setOptionValue("mip_lp_solver", "ipm")
        model = model_of(plain(matrix), self._charges)
        model.integrality_ = [highspy.HighsVarType.kInteger] * matrix.size
        self._solver.passModel(model)

    def stop_search(self) -> None:
        """Let the search end soon, from another thread."""
        self._stopped.set()

    def run(self, known: Sequence[int], allowance: Allowance) -> Find:
        """Search; the same allowance without seconds always comes to the same."""
        solver = self._solver
        solver.setOptionValue("random_seed", allowance.seed % SEEDS)
        if isfinite(allowance.seconds):
            solver.setOptionValue("time_limit", max(0.0, allowance.seconds))
        if known:
            start = highspy.HighsSolution()
            start.col_value = [float(value) for value in known]
            solver.setSolution(start)
        pauses = _Pauses(allowance.pauses, self._stopped)
        solver.cbMipInterrupt += pauses
        solver.run()
        solver.cbMipInterrupt -= pauses
        return self._find()

    def _find(self) -> Find:
        found = self._solver.getInfo()
        has_ended = self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        has_bound = isfinite(found.mip_dual_bound)
        bound = max(0, ceil(found.mip_dual_bound - SLACK)) if has_bound else 0
        values = np.array(self._solver.getSolution().col_value)
        solution = np.rint(values).astype(np.int64)
        if len(solution) != self._matrix.size or not self._matrix.is_kept(solution):
            return Find(cp_model.UNKNOWN, bound=bound)
        value = self._charges.cost(solution)
        # A bound above what keeps all rows is wrong, and so worth nothing.
        bound = bound if bound <= value else 0
        is_proved = has_ended and bound == value
        status = cp_model.OPTIMAL if is_proved else cp_model.FEASIBLE
        return Find(status, value, bound, tuple(solution.tolist()))


def searched(
    programme: Programme, known: Sequence[int], allowance: Allowance, brake: Brake
) -> Find:
    """Search unless stopped before; whoever pulls the brake stops it."""
    if not brake.admit(programme):
        return Find(cp_model.UNKNOWN)
    try:
        return programme.run(known, allowance)
    finally:
        brake.release(programme)


class _Pauses:
    """Lets a search go on for so many pauses."""

    def __init__(self, most: int, stopped: Event) -> None:
        self._most = most
        self._stopped = stopped
        self._count = 0

    def __call__(self, event: highspy.HighsCallbackEvent) -> None:
        self._count += 1
        if self._count > self._most or self._stopped.is_set():
            event.interrupt()
