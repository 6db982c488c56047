"""The best mixture of the lines known so far, and what its rows are worth."""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from rostering.solve.bounds.relaxation import Reals, highs, limits_of
from rostering.solve.bounds.split import Line, Split
from rostering.solve.matrix import Lists, Whole

DEAR = 100
"""How much dearer than the dearest charge it is to miss a row that links people."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """What the best mixture costs, and what a unit of each linking row is worth."""

    cost: float
    multipliers: Reals


class Master:
    """A linear programme that has a column for each line known, and grows."""

    def __init__(self, split: Split) -> None:
        """Begin with no lines; rows may be missed, at a price."""
        self._split = split
        self._entries, self._weights = _by_column(split)
        self._costs = np.zeros(split.matrix.size, np.int64)
        np.add.at(self._costs, split.charges.columns, split.charges.weights)
        self._known: set[tuple[int, frozenset[tuple[int, int]]]] = set()
        self.lines: list[tuple[int, Line]] = []
        """Each line known, with the number of its graph."""
        self._solver = highs()
        self._begin()

    def _begin(self) -> None:
        matrix, rows = self._split.matrix, self._split.rows
        lower = np.append(limits_of(matrix.least[rows]), np.ones(self._people))
        upper = np.append(limits_of(matrix.most[rows]), np.ones(self._people))
        none = np.zeros(0, np.int32)
        begins = np.zeros(len(lower), np.int32)
        self._solver.addRows(len(lower), lower, upper, 0, begins, none, np.zeros(0))
        for column in self._split.shared.tolist():
            entries = slice(*self._entries.start[column : column + 2])
            self._add(
                float(self._costs[column]),
                (float(matrix.lower[column]), float(matrix.upper[column])),
                self._entries.items[entries],
                self._weights[entries],
            )
        dear = float(DEAR * max(1, np.abs(self._costs).max()))
        for row in range(len(rows)):
            for sign, limits in ((1, lower), (-1, upper)):
                if np.isfinite(limits[row]):
                    only = np.array([row]), np.array([sign])
                    self._add(dear, (0.0, highspy.kHighsInf), *only)

    @property
    def _people(self) -> int:
        return len(self._split.graphs)

    def add(self, lines: Sequence[Line]) -> int:
        """Take in a line of each graph; how many of them are new."""
        before = len(self.lines)
        for graph, line in enumerate(lines):
            key = (graph, frozenset(line.items()))
            if key not in self._known:
                self._known.add(key)
                self.lines.append((graph, line))
                self._add_line(graph, line)
        return len(self.lines) - before

    def _add_line(self, graph: int, line: Line) -> None:
        columns = np.array([*line], np.int64)
        values = np.array([*line.values()], np.int64)
        where = self._entries.where(columns)
        each = np.repeat(values, self._entries.sizes[columns])
        sums = np.zeros(len(self._split.rows), np.int64)
        np.add.at(sums, self._entries.items[where], self._weights[where] * each)
        rows = np.flatnonzero(sums)
        self._add(
            float(self._costs[columns] @ values),
            (0.0, highspy.kHighsInf),
            np.append(rows, len(self._split.rows) + graph),
            np.append(sums[rows], 1),
        )

    def _add(
        self, cost: float, bounds: tuple[float, float], rows: Whole, weights: Whole
    ) -> None:
        entries = rows.astype(np.int32), weights.astype(float)
        self._solver.addCol(cost, *bounds, len(rows), *entries)

    def mixture(self) -> Mixture:
        """The best mixture of lines that are known."""
        self._solver.run()
        duals = np.array(self._solver.getSolution().row_dual)
        cost = self._solver.getInfo().objective_function_value
        return Mixture(cost, duals[: len(self._split.rows)])

    def shares(self) -> Reals:
        """How much of each known line is in the last mixture."""
        values = np.array(self._solver.getSolution().col_value)
        return np.asarray(values[len(values) - len(self.lines) :])


def _by_column(split: Split) -> tuple[Lists, Whole]:
    """For each variable the linking rows that it is in, and its weights there."""
    where = split.matrix.columns.where(split.rows)
    sizes = split.matrix.columns.sizes[split.rows]
    columns = split.matrix.columns.items[where]
    order = np.argsort(columns, kind="stable")
    rows = np.repeat(np.arange(len(split.rows)), sizes)
    counts = np.bincount(columns, minlength=split.matrix.size)
    start = np.concatenate(([0], np.cumsum(counts)))
    return Lists(start, rows[order]), split.matrix.weights[where][order]
