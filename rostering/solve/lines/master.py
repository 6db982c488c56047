"""The best mixture of lines, or choice of one for each, and what its rows are worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, isfinite

import highspy
import numpy as np

from rostering.solve.highs import Reals, highs, limits_of
from rostering.solve.lines.pool import Column, Pool
from rostering.solve.matrix import Whole

DEAR = 100
"""How much dearer than the dearest charge it is to miss a row that links people."""
NEARLY_ONE = 0.999
ENDED = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kObjectiveBound,
)


@dataclass(frozen=True, slots=True)
class Mixture:
    """What the best mixture costs, and what a unit of each linking row is worth."""

    cost: float
    multipliers: Reals
    worths: Reals
    """What each person's line costs as the rows are worth: no dearer one is mixed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line for each person, if any was found that costs less than asked."""

    lines: Mapping[int, Column] | None
    is_best: bool
    """Whether no better choice is left among the lines that were added."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far the search for a choice may go."""

    nodes: int
    seconds: float = inf
    below: float = inf
    """What a choice must cost less than to be of use."""


class Master:
    """A linear programme that has a column for each line of some people, and grows."""

    def __init__(self, pool: Pool, people: Sequence[int], rest: Whole) -> None:
        """Begin with no lines; rows may be missed, at a price.

        Args:
            pool: Where the columns come from.
            people: Whose lines are mixed, by the numbers of their graphs.
            rest: What all others add to the rows that link.
        """
        self._pool = pool
        self._place = {person: place for place, person in enumerate(people)}
        self._rows = len(pool.split.rows)
        self._solver = highs()
        self.columns: list[tuple[int, Column]] = []
        """Each column, with the person whose line it is."""
        self._begin(rest)
        self._first = int(self._solver.getNumCol())

    def _begin(self, rest: Whole) -> None:
        split = self._pool.split
        matrix, rows, ones = split.matrix, split.rows, np.ones(len(self._place))
        lower = np.append(limits_of(matrix.least[rows]) - rest, ones)
        upper = np.append(limits_of(matrix.most[rows]) - rest, ones)
        none = np.zeros(0, np.int32)
        begins = np.zeros(len(lower), np.int32)
        self._solver.addRows(len(lower), lower, upper, 0, begins, none, np.zeros(0))
        entries, weights, costs = self._pool.entries, self._pool.weights, self._costs
        for column in split.shared.tolist():
            own = slice(*entries.start[column : column + 2].tolist())
            self._add(
                float(costs[column]),
                (float(matrix.lower[column]), float(matrix.upper[column])),
                entries.items[own],
                weights[own],
            )
        dear = float(DEAR * max(1, int(np.abs(costs).max(initial=0))))
        for row in range(len(rows)):
            for sign, limits in ((1, lower), (-1, upper)):
                if isfinite(limits[row]):
                    only = np.array([row]), np.array([sign])
                    self._add(dear, (0.0, highspy.kHighsInf), *only)

    @property
    def _costs(self) -> Whole:
        return self._pool.costs

    def _add(
        self, cost: float, bounds: tuple[float, float], rows: Whole, weights: Whole
    ) -> None:
        entries = rows.astype(np.int32), weights.astype(float)
        self._solver.addCol(cost, *bounds, len(rows), *entries)

    def add(self, person: int, column: Column) -> None:
        """Take in a line that may be mixed."""
        self.columns.append((person, column))
        self._add(
            float(column.cost),
            (0.0, highspy.kHighsInf),
            np.append(column.rows, self._rows + self._place[person]),
            np.append(column.sums, 1),
        )

    def mixture(self) -> Mixture:
        """The best mixture of the lines that were added."""
        self._solver.run()
        duals = np.array(self._solver.getSolution().row_dual)
        cost = self._solver.getInfo().objective_function_value
        return Mixture(cost, duals[: self._rows], duals[self._rows :])

    def shares(self) -> Reals:
        """How much of each line is in the last mixture."""
        return np.array(self._solver.getSolution().col_value)[self._first :]

    def settle(self, person: int, chosen: Column) -> None:
        """Leave one line to somebody."""
        for place, (owner, column) in enumerate(self.columns, self._first):
            if owner == person:
                share = float(column is chosen)
                self._solver.changeColBounds(place, share, share)

    def choice(self, bounds: Bounds) -> Choice:
        """One line for each person, at less than the given cost.

        The last mixture must be the best of all lines: what costs more than is to be
        gained, as the rows are worth in it, is in no better choice.
        """
        solver = self._solver
        gain = bounds.below - solver.getInfo().objective_function_value
        dearer = np.array(solver.getSolution().col_dual)[self._first :]
        for place, by in enumerate(dearer.tolist(), self._first):
            if by >= gain:
                solver.changeColBounds(place, 0.0, 0.0)
            solver.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        for option, value in (
            ("mip_max_nodes", bounds.nodes),
            ("mip_rel_gap", 0.0),
            ("objective_bound", bounds.below),
        ):
            solver.setOptionValue(option, value)
        if isfinite(bounds.seconds):
            left = solver.getRunTime() + max(0.0, bounds.seconds)
            solver.setOptionValue("time_limit", left)
        solver.run()
        is_best = solver.getModelStatus() in ENDED
        shares = self.shares()
        chosen = {
            person: column
            for (person, column), share in zip(self.columns, shares, strict=False)
            if share > NEARLY_ONE
        }
        is_whole = len(chosen) == len(self._place)
        is_better = solver.getInfo().objective_function_value < bounds.below
        return Choice(chosen if is_whole and is_better else None, is_best)

    @property
    def work(self) -> int:
        """Steps of the simplex method in the last run."""
        return max(0, int(self._solver.getInfo().simplex_iteration_count))
