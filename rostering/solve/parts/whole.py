"""A small model searched whole: that proves what lines of duties leave open."""

from dataclasses import dataclass

from rostering.solve.matrix import Matrix, Whole
from rostering.solve.parts.completing import Completing
from rostering.solve.worker import worker

FEW = 1000
"""A model with more fills is too large to be searched as a whole."""
EFFORT = 10.0
"""In the solver's units of work."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What one search of all fills came to."""

    solution: Whole
    bound: int


def searched_whole(
    matrix: Matrix, solution: Whole, completing: Completing, deadline: float
) -> Searched:
    """The best rota that is found of a small model; of a large one, what was given."""
    known = Searched(solution, 0)
    if len(matrix.fills) > FEW:
        return known
    aim = completing.aim
    excerpt = completing.excerpts.cut_columns(matrix.fill_columns, solution, aim)
    solver = worker(EFFORT, seed=0, deadline=deadline)
    find = completing.brake.run(solver, excerpt.model)
    if not find.solution:
        return known
    return Searched(excerpt.whole(find.solution), find.bound)
