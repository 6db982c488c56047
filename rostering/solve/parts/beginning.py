"""The rota with which planning by parts begins: nobody on anything."""

from math import inf

import numpy as np

from rostering.solve.find import Brake
from rostering.solve.matrix import Excerpts, Matrix, Whole
from rostering.solve.parts.aim import aimed_at
from rostering.solve.worker import worker

EFFORT = 100.0
"""Much more than it takes where there are no choices."""


def beginning(matrix: Matrix, excerpts: Excerpts, brake: Brake) -> Whole | None:
    """The solution with no fill at all; None where a pin or the like forbids it."""
    nobody = np.zeros(matrix.size, np.int64)
    is_open = np.ones(matrix.size, bool)
    is_open[list(matrix.fills.values())] = False
    free = np.flatnonzero(is_open)
    excerpt = excerpts.cut_free(free, nobody, aimed_at(matrix.charges))
    solver = worker(EFFORT, seed=0, deadline=inf)
    find = brake.run(solver, excerpt.model)
    return excerpt.whole(find.solution) if find.solution else None
