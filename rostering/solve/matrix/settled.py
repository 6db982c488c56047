"""Variables to which some one row leaves no more than one value."""

from dataclasses import replace

import numpy as np

from rostering.solve.matrix.matrix import Matrix
from rostering.solve.matrix.plain import reach


def settled(matrix: Matrix) -> Matrix:
    """The same solutions, with narrower bounds.

    A row that just keeps its limit where everything in it does its utmost settles all
    that is in it: whoever may have no turn of a kind has none on any day.

    Args:
        matrix: A plain one, without conditions.
    """
    lows, highs = reach(matrix)
    lower, upper = matrix.lower.copy(), matrix.upper.copy()
    for rows, sign in ((highs == matrix.least, 1), (lows == matrix.most, -1)):
        where = matrix.columns.where(np.flatnonzero(rows))
        columns = matrix.columns.items[where]
        goes_up = sign * matrix.weights[where] > 0
        up, down = columns[goes_up], columns[~goes_up]
        lower[up], upper[down] = matrix.upper[up], matrix.lower[down]
    return replace(matrix, lower=lower, upper=upper)
