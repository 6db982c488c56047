"""The linear relaxation of a matrix, for a first guess of what its rows are worth."""

import time

import highspy
import numpy as np
from numpy.typing import NDArray

from rostering.solve.matrix import FAR, Charges, Matrix, Whole

Reals = NDArray[np.float64]
IPM_STEPS = 200


class _Quiet(highspy.Highs):
    """The solver without a word on the screen, where it says its name otherwise."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def enableCallbacks(self) -> None:  # noqa: N802
        """Be silent before the first line."""
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def highs() -> highspy.Highs:
    """The solver of linear programmes, on one thread and without a word."""
    solver = _Quiet()
    for option, value in (("threads", 1), ("parallel", "off"), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    return solver


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
    solver.passModel(_model(matrix, charges))
    solver.run()
    found = solver.getSolution()
    if not found.dual_valid:
        return np.zeros(len(matrix.least))
    return np.array(found.row_dual)


def _model(matrix: Matrix, charges: Charges) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = matrix.size, len(matrix.least)
    costs = np.zeros(matrix.size)
    np.add.at(costs, charges.columns, charges.weights)
    model.col_cost_ = costs
    model.col_lower_ = matrix.lower.astype(float)
    model.col_upper_ = matrix.upper.astype(float)
    model.row_lower_ = limits_of(matrix.least)
    model.row_upper_ = limits_of(matrix.most)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = matrix.columns.start.astype(np.int32)
    model.a_matrix_.index_ = matrix.columns.items.astype(np.int32)
    model.a_matrix_.value_ = matrix.weights.astype(float)
    return model


def limits_of(limits: Whole) -> Reals:
    """Limits as numbers of the solver, those far off being infinite."""
    found = limits.astype(float)
    found[limits <= -FAR // 2] = -highspy.kHighsInf
    found[limits >= FAR // 2] = highspy.kHighsInf
    return found
