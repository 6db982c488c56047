"""The linear relaxation of a matrix, and bounds from its duals that no rounding spoils.

Whatever multipliers the rows are given, the sum of what the limits of the rows come to
at them, and of the least that each variable then adds within its own bounds, is no more
than any solution costs. So a bound needs no solver that has converged, only multipliers
from somewhere; it is summed up in whole numbers.
"""

import time
from dataclasses import dataclass
from fractions import Fraction

import highspy
import numpy as np
from numpy.typing import NDArray

from rostering.solve.matrix import FAR, Charges, Matrix, Whole

Reals = NDArray[np.float64]
IPM_STEPS = 200
ROOM = 2.0**61
"""Sums of whole numbers have to stay below this."""


@dataclass(frozen=True, slots=True)
class Multipliers:
    """What a unit of each row's limit is worth, in whole parts of 1 / scale."""

    values: Whole
    scale: int


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


def relaxed_bound(matrix: Matrix, charges: Charges, values: Reals) -> Fraction:
    """A bound on the charges of any solution, from any multipliers of the rows."""
    exact = multipliers(matrix, np.arange(len(matrix.least)), charges, values)
    prices = reduced(matrix, np.arange(len(matrix.least)), charges, exact)
    every = np.arange(matrix.size)
    total = at_limits(matrix, np.arange(len(matrix.least)), exact)
    return Fraction(total + at_bounds(matrix, every, prices), exact.scale)


def multipliers(
    matrix: Matrix, rows: Whole, charges: Charges, values: Reals
) -> Multipliers:
    """The multipliers of some rows in whole parts; none where there is no limit."""
    values = np.where((matrix.least[rows] <= -FAR // 2) & (values > 0), 0.0, values)
    values = np.where((matrix.most[rows] >= FAR // 2) & (values < 0), 0.0, values)
    size = np.maximum(np.abs(matrix.lower), np.abs(matrix.upper)).astype(float)
    where = matrix.columns.where(rows)
    columns, weights = matrix.columns.items[where], matrix.weights[where]
    each = np.repeat(values, matrix.columns.sizes[rows])
    limits = np.where(values > 0, matrix.least[rows], matrix.most[rows])
    total = (
        np.abs(values * np.where(values == 0, 0, limits)).sum()
        + (np.abs(each * weights) * np.maximum(1.0, size[columns])).sum()
        + (np.abs(charges.weights) * np.maximum(1.0, size[charges.columns])).sum()
    )
    digits = int(np.clip(np.log2(ROOM / max(1.0, float(total))), 0, 40))
    scale = 2**digits
    return Multipliers(np.rint(values * scale).astype(np.int64), scale)


def reduced(matrix: Matrix, rows: Whole, charges: Charges, exact: Multipliers) -> Whole:
    """What a unit of each variable costs yet, the rows having their multipliers."""
    prices = np.zeros(matrix.size, np.int64)
    np.add.at(prices, charges.columns, charges.weights * exact.scale)
    where = matrix.columns.where(rows)
    each = np.repeat(exact.values, matrix.columns.sizes[rows])
    np.subtract.at(prices, matrix.columns.items[where], matrix.weights[where] * each)
    return prices


def at_limits(matrix: Matrix, rows: Whole, exact: Multipliers) -> int:
    """What the limits of some rows come to."""
    is_up, is_down = exact.values > 0, exact.values < 0
    limits = np.where(is_up, matrix.least[rows], matrix.most[rows])
    return int((exact.values * np.where(is_up | is_down, limits, 0)).sum())


def at_bounds(matrix: Matrix, columns: Whole, prices: Whole) -> int:
    """The least that some variables add, each within its own bounds."""
    prices = prices[columns]
    bounds = np.where(prices > 0, matrix.lower[columns], matrix.upper[columns])
    return int((prices * bounds).sum())


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
