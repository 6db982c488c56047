"""The cheapest line of one person that keeps all rows, those that its graph let go too.

Rows that were let go are given a worth, and more of it until the cheapest line keeps
them. Where that comes to nothing some days are made so dear, or so cheap, that the line
gives way there. Where that fails too CP-SAT finds a line, which takes much longer than
some walks through the graph.
"""

from math import inf

import numpy as np
from ortools.sat.python import cp_model

from rostering.solve.highs import Reals
from rostering.solve.lines.loose import Line
from rostering.solve.lines.split import Split
from rostering.solve.matrix import Whole
from rostering.solve.worker import run, worker

EFFORT, MORE_EFFORT = 1.0, 10.0
"""What CP-SAT may take for a cheap line, and then for any at all, in units of work."""
TRIES = 6
"""How often the worth of rows is raised, each time by twice as much."""
PUSHES = 4
"""How often days are made dear or cheap."""
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
    persuading = _Persuading(split, person, prices)
    line = persuading.line()
    if line is None:
        line = persuading.pushed()
    return line if line is not None else solved_at(split, person, prices)


class _Persuading:
    """Makes rows dearer until the cheapest line keeps them."""

    def __init__(self, split: Split, person: int, prices: Whole) -> None:
        self._graph, self._prices = split.graphs[person], prices
        self._rows = split.loose[person]
        self._dearest = int(np.abs(prices[self._graph.variables]).max(initial=1))
        self._step = max(1, self._dearest // FIRST)

    def line(self) -> Line | None:
        """A line that keeps all rows, if a worth of them was found that makes it so."""
        worths = np.zeros(len(self._rows), np.int64)
        steps = np.full(len(self._rows), self._step)
        for _ in range(TRIES):
            line = self._cheapest(worths)
            sides = np.sign([row.short(line) for row in self._rows])
            if not sides.any():
                return self._closer(worths, line)
            worths = worths + sides * steps
            steps = np.where(sides != 0, 2 * steps, steps)
        return None

    def pushed(self) -> Line | None:
        """A line that keeps all rows, some days having been made dear or cheap."""
        mine = self._graph.variables
        before = self._prices[mine]
        none = np.zeros(len(self._rows), np.int64)
        for push in range(PUSHES):
            line = self._cheapest(none)
            broken = [row for row in self._rows if row.short(line)]
            if not broken:
                break
            for nth, row in enumerate(broken):
                columns = row.where(line, push + nth)
                is_less = np.array([bool(line.get(c, 0)) for c in columns.tolist()])
                self._prices[columns] += np.where(is_less, 1, -1) * self._dearest
        self._prices[mine] = before
        return None if broken else line

    def _closer(self, worths: Whole, line: Line) -> Line:
        """A cheaper line, between worths that are enough and none."""
        short, enough = np.zeros_like(worths), worths
        for _ in range(CLOSER if worths.any() else 0):
            between = (short + enough) // 2
            other = self._cheapest(between)
            if any(row.short(other) for row in self._rows):
                short = between
            else:
                enough, line = between, other
        return line

    def _cheapest(self, worths: Whole) -> Line:
        for row, worth in zip(self._rows, worths.tolist(), strict=True):
            self._prices[row.columns] -= worth * row.weights
        line = self._graph.cheapest(self._prices)[1]
        for row, worth in zip(self._rows, worths.tolist(), strict=True):
            self._prices[row.columns] += worth * row.weights
        return line


def solved_at(split: Split, person: int, prices: Whole) -> Line | None:
    """The line that CP-SAT finds at these prices of the variables, or else any."""
    model, variables = _posted(split, person)
    model.minimize(sum(int(prices[c]) * v for c, v in variables.items()))
    for effort in (EFFORT, MORE_EFFORT):
        solver = worker(effort, seed=0, deadline=inf)
        if run(solver, model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            found = {column: solver.value(v) for column, v in variables.items()}
            return {column: value for column, value in found.items() if value}
        model.minimize(0)
    return None


def _posted(
    split: Split, person: int
) -> tuple[cp_model.CpModel, dict[int, cp_model.IntVar]]:
    """All that one person's line must keep, and its variables by their columns."""
    model = cp_model.CpModel()
    matrix = split.matrix
    variables = {
        column: model.new_int_var(
            int(matrix.lower[column]), int(matrix.upper[column]), ""
        )
        for column in split.graphs[person].variables.tolist()
    }
    loose = {row.number for row in split.loose[person]}
    paid_for = set(split.graphs[person].released) - loose
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
    return model, variables
