"""The linear relaxation of a matrix: what its rows are worth, and a bound from that."""

import time
from fractions import Fraction
from math import ceil, inf

import numpy as np

from rostering.solve.highs import Reals, highs, model_of
from rostering.solve.lines.worth import Rows, at_bounds
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


def relaxed_bound(matrix: Matrix, charges: Charges, deadline: float = inf) -> int:
    """What any solution costs at least, where nothing need be whole.

    Args:
        matrix: A plain one, with the limits of earlier tiers as rows.
        charges: What is to be made least.
        deadline: A value of `time.monotonic()`; infinity sets no limit on the clock.
    """
    rows = Rows(matrix, np.arange(len(matrix.least)), charges)
    exact = rows.multipliers(duals(matrix, charges, deadline))
    everything = np.arange(matrix.size)
    total = rows.at_limits(exact) + at_bounds(matrix, everything, rows.reduced(exact))
    return max(0, ceil(Fraction(total, exact.scale)))
