"""The cheapest line of one person that keeps all rows, those that its graph let go too.

CP-SAT finds it, which takes much longer than a walk through the graph.
"""

from math import inf

from ortools.sat.python import cp_model

from rostering.solve.highs import Reals
from rostering.solve.lines.split import Line, Split
from rostering.solve.worker import run, worker

EFFORT = 1.0


def lawful_line(split: Split, person: int, values: Reals) -> Line | None:
    """A cheap line at these multipliers of the rows; None where none was found."""
    prices = split.worth.reduced(split.worth.multipliers(values))
    model = cp_model.CpModel()
    matrix = split.matrix
    variables = {
        column: model.new_int_var(
            int(matrix.lower[column]), int(matrix.upper[column]), ""
        )
        for column in split.graphs[person].variables.tolist()
    }
    for row in split.own[person].tolist():
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
