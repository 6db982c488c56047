"""The one way in which the solver is set up and run: settings chosen by measurement."""

import time

from ortools.sat.python import cp_model

SOONEST = 0.01
"""Seconds that a run is given where the deadline has come already."""


def worker(effort: float, *, seed: int, deadline: float) -> cp_model.CpSolver:
    """One worker with the full linear relaxation, which is what proves bounds.

    Two or four workers at default settings leave the bound where it was.

    Args:
        effort: The most work, in the solver's own units.
        seed: Where the search begins.
        deadline: A value of `time.monotonic()`; infinity sets no limit on the clock.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = effort
    solver.parameters.catch_sigint_signal = False
    left = deadline - time.monotonic()
    if left < float("inf"):
        solver.parameters.max_time_in_seconds = max(SOONEST, left)
    return solver


def run(solver: cp_model.CpSolver, model: cp_model.CpModel) -> cp_model.CpSolverStatus:
    """How the solver ended; a model that it calls invalid is a mistake of ours.

    Raises:
        AssertionError: The model is invalid.
    """
    status = solver.solve(model)
    if status == cp_model.MODEL_INVALID:
        raise AssertionError(model.validate())
    return status
