"""HiGHS as it is set up for everything here, and a matrix as it takes one."""

import highspy
import numpy as np
from numpy.typing import NDArray

from rostering.solve.matrix import FAR, Charges, Matrix, Whole

Reals = NDArray[np.float64]


class _Quiet(highspy.Highs):
    """The solver without a word on the screen, where it says its name otherwise."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def enableCallbacks(self) -> None:  # noqa: N802
        """Be silent before the first line."""
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def highs() -> highspy.Highs:
    """The solver on one thread and without a word."""
    solver = _Quiet()
    for option, value in (("threads", 1), ("parallel", "off"), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    return solver


def model_of(matrix: Matrix, charges: Charges) -> highspy.HighsLp:
    """The linear programme of a plain matrix, in which nothing need be whole."""
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
