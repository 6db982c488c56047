"""The linear relaxation of a matrix, for a first guess of what its rows are worth."""

import time

import numpy as np

from rostering.solve.highs import Reals, highs, model_of
from rostering.solve.matrix import Charges, Matrix

IPM_STEPS = 200


def duals(matrix: Matrix, charges: Charges, deadline: float) -> Reals:
    """Multipliers for all rows from the linear relaxation; noughts where time is up.

    Args:
        matrix: A plain one, without conditions.
        charges: What is to be made least.
        deadline: A value of `time.monotonic()`; infinity sets no limit on the clock.
    """
    solver = highs()
    solver.setOptionValue("solver", "ipm")
    solver.setOptionValue("run_crossover", "off")
    solver.setOptionValue("ipm_iteration_limit", IPM_STEPS)
    left = deadline - time.monotonic()
    if left < float("inf"):
        solver.setOptionValue("time_limit", max(0.0, left))
    solver.passModel(model_of(matrix, charges))
    solver.run()
    found = solver.getSolution()
    if not found.dual_valid:
        return np.zeros(len(matrix.least))
    return np.array(found.row_dual)
