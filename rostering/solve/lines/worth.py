"""Rows at multipliers, and bounds from them that no rounding spoils.

Whatever multipliers the rows are given, the sum of what the limits of the rows come to
at them, and of the least that each variable then adds within its own bounds, is no more
than any solution costs. So a bound needs no solver that has converged, only multipliers
from somewhere; it is summed up in whole numbers.
"""

from dataclasses import dataclass

import numpy as np

from rostering.solve.highs import Reals
from rostering.solve.matrix import FAR, Charges, Matrix, Whole

ROOM = 2.0**61
"""Sums of whole numbers have to stay below this."""


@dataclass(frozen=True, slots=True)
class Multipliers:
    """What a unit of each row's limit is worth, in whole parts of 1 / scale."""

    values: Whole
    scale: int


class Rows:
    """Some rows of a matrix, read once and priced many times."""

    def __init__(self, matrix: Matrix, rows: Whole, charges: Charges) -> None:
        """Look up their entries."""
        where = matrix.columns.where(rows)
        columns, weights = matrix.columns.items[where], matrix.weights[where]
        sizes = matrix.columns.sizes[rows]
        order = np.argsort(columns, kind="stable")
        self._weights = weights[order]
        self._row_of = np.repeat(np.arange(len(rows)), sizes)[order]
        self._columns, self._begin = np.unique(columns[order], return_index=True)
        self._least, self._most = matrix.least[rows], matrix.most[rows]
        self._costs = np.zeros(matrix.size, np.int64)
        np.add.at(self._costs, charges.columns, charges.weights)
        reach = np.maximum(np.abs(matrix.lower), np.abs(matrix.upper)).astype(float)
        reach = np.maximum(1.0, reach)
        self._reach = np.bincount(
            self._row_of, np.abs(self._weights) * reach[columns[order]], len(rows)
        )
        self._charged = float(np.abs(self._costs) @ reach)

    def multipliers(self, values: Reals) -> Multipliers:
        """Some multipliers in whole parts; none where a row has no limit."""
        values = np.where((self._least <= -FAR // 2) & (values > 0), 0.0, values)
        values = np.where((self._most >= FAR // 2) & (values < 0), 0.0, values)
        limits = np.where(values > 0, self._least, self._most)
        at_limits = np.abs(values * np.where(values == 0, 0, limits)).sum()
        in_rows = np.abs(values) @ self._reach
        total = max(1.0, float(at_limits + in_rows) + self._charged)
        scale = 2 ** int(np.clip(np.log2(ROOM / total), 0, 40))
        return Multipliers(np.rint(values * scale).astype(np.int64), scale)

    def reduced(self, exact: Multipliers) -> Whole:
        """What a unit of each variable costs yet, the rows having their multipliers."""
        prices = self._costs * exact.scale
        if len(self._columns):
            each = self._weights * exact.values[self._row_of]
            prices[self._columns] -= np.add.reduceat(each, self._begin)
        return prices

    def at_limits(self, exact: Multipliers) -> int:
        """What the limits of the rows come to."""
        is_up, is_down = exact.values > 0, exact.values < 0
        limits = np.where(is_up, self._least, self._most)
        return int((exact.values * np.where(is_up | is_down, limits, 0)).sum())


def at_bounds(matrix: Matrix, columns: Whole, prices: Whole) -> int:
    """The least that some variables add, each within its own bounds."""
    prices = prices[columns]
    bounds = np.where(prices > 0, matrix.lower[columns], matrix.upper[columns])
    return int((prices * bounds).sum())
