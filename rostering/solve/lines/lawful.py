"""The cheapest line of one person that keeps all rows, those that its graph let go too.

Rows that were let go are given a worth, and more of it until the cheapest line keeps
them. Where that comes to nothing CP-SAT finds a line, which takes much longer than some
walks through the graph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from ortools.sat.python import cp_model

from rostering.solve.highs import Reals
from rostering.solve.lines.split import Line, Split
from rostering.solve.matrix import Whole
from rostering.solve.worker import run, worker

EFFORT = 1.0
TRIES = 12
"""How often the worth of rows is raised, each time by twice as much."""
CLOSER = 3
"""How often it is then made less again, as long as the rows are kept."""
FIRST = 64
"""The first step is so small a share of the dearest price."""


def lawful_line(split: Split, person: int, values: Reals) -> Line | None:
    """A cheap line at these multipliers of the rows; None where none was found."""
    prices = split.worth.reduced(split.worth.multipliers(values))
    return lawful_at(split, person, prices)


def lawful_at(split: Split, person: int, prices: Whole) -> Line | None:
    """A cheap line at these prices of the variables; None where none was found."""
    line = _Persuading(split, person, prices).line()
    return line if line is not None else solved_at(split, person, prices)


@dataclass(frozen=True, slots=True)
class _Missing:
    """A row that the graph let go."""

    columns: Sequence[int]
    weights: Whole
    least: int
    most: int

    def side(self, line: Line) -> int:
        """1 where the line has too little of it, -1 where too much, 0 where it fits."""
        values = np.array([line.get(column, 0) for column in self.columns], np.int64)
        total = int(self.weights @ values)
        return int(total < self.least) - int(total > self.most)


class _Persuading:
    """Makes rows dearer until the cheapest line keeps them."""

    def __init__(self, split: Split, person: int, prices: Whole) -> None:
        self._graph, self._prices = split.graphs[person], prices
        matrix = split.matrix
        self._rows = []
        for row in split.missing[person].tolist():
            own = slice(*matrix.columns.start[row : row + 2].tolist())
            limits = int(matrix.least[row]), int(matrix.most[row])
            columns = matrix.columns.items[own].tolist()
            self._rows.append(_Missing(columns, matrix.weights[own], *limits))
        dearest = int(np.abs(prices[self._graph.variables]).max(initial=0))
        self._step = max(1, dearest // FIRST)

    def line(self) -> Line | None:
        """A line that keeps all rows, if a worth of them was found that makes it so."""
        worths = np.zeros(len(self._rows), np.int64)
        steps = np.full(len(self._rows), self._step)
        for _ in range(TRIES):
            line = self._cheapest(worths)
            sides = np.array([row.side(line) for row in self._rows], np.int64)
            if not sides.any():
                return self._closer(worths, line)
            worths = worths + sides * steps
            steps = np.where(sides != 0, 2 * steps, steps)
        return None

    def _closer(self, worths: Whole, line: Line) -> Line:
        """A cheaper line, between worths that are enough and none."""
        short, enough = np.zeros_like(worths), worths
        for _ in range(CLOSER if worths.any() else 0):
            between = (short + enough) // 2
            other = self._cheapest(between)
            if any(row.side(other) for row in self._rows):
                short = between
            else:
                enough, line = between, other
        return line

    def _cheapest(self, worths: Whole) -> Line:
        prices = self._prices.copy()
        for row, worth in zip(self._rows, worths.tolist(), strict=True):
            prices[row.columns] -= worth * row.weights
        return self._graph.cheapest(prices)[1]


def solved_at(split: Split, person: int, prices: Whole) -> Line | None:
    """The line that CP-SAT finds at these prices of the variables."""
    model = cp_model.CpModel()
    matrix = split.matrix
    variables = {
        column: model.new_int_var(
            int(matrix.lower[column]), int(matrix.upper[column]), ""
        )
        for column in split.graphs[person].variables.tolist()
    }
    paid_for = set(split.graphs[person].released) - set(split.missing[person].tolist())
    for row in split.own[person].tolist():
        if row in paid_for:
            continue
        entries = slice(*matrix.columns.start[row : row + 2].tolist())
        terms, rest = [], 0
        for column, weight in zip(
            matrix.columns.items[entries].tolist(),
            matrix.weights[entries].tolist(),
            strict=True,
        ):
            if column in variables:
                terms.append(weight * variables[column])
            else:
                rest += weight * int(matrix.lower[column])
        least, most = int(matrix.least[row]), int(matrix.most[row])
        model.add_linear_constraint(sum(terms), least - rest, most - rest)
    model.minimize(sum(int(prices[c]) * v for c, v in variables.items()))
    solver = worker(EFFORT, seed=0, deadline=inf)
    if run(solver, model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    found = {column: solver.value(v) for column, v in variables.items()}
    return {column: value for column, value in found.items() if value}
