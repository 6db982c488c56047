"""One region of a model by itself, whatever the others do.

Of each row what belongs to others is taken for what suits the region best. So every
solution of the whole is one of the region, and the least that the region can be charged
is no more than what its charges come to in any rota. People who ride in two regions are
counted as free in both.
"""

import numpy as np

from rostering.solve.matrix import FAR, Lists, Matrix, Whole
from rostering.solve.matrix.lists import starts
from rostering.solve.matrix.matrix import variables_of
from rostering.solve.matrix.writing import Sums


def loosened(matrix: Matrix, inside: Whole) -> Sums:
    """The rows of some variables, in ascending order, with all that others allow."""
    small = np.full(matrix.size, -1)
    small[inside] = np.arange(len(inside))
    rows = _rows(matrix, small)
    where = matrix.columns.where(rows)
    columns, weights = matrix.columns.items[where], matrix.weights[where]
    sizes = matrix.columns.sizes[rows]
    is_inside = small[columns] >= 0
    lists = Lists(starts(sizes), columns)
    ends = weights * matrix.lower[columns], weights * matrix.upper[columns]
    low = lists.sums(np.where(is_inside, 0, np.minimum(*ends)))
    high = lists.sums(np.where(is_inside, 0, np.maximum(*ends)))
    least, most = matrix.least[rows], matrix.most[rows]
    kept = np.bincount(_owners(sizes)[is_inside], minlength=len(rows))
    return Sums(
        Lists(starts(kept), small[columns[is_inside]]),
        weights[is_inside],
        np.where(least > -FAR // 2, least - high, -FAR),
        np.where(most < FAR // 2, most - low, FAR),
        matrix.kinds[rows],
        _conditions(matrix, rows, small),
    )


def _rows(matrix: Matrix, small: Whole) -> Whole:
    """The rows with something inside, and no condition that others decide."""
    is_inside = small[matrix.columns.items] >= 0
    has_some = np.zeros(len(matrix.least), bool)
    has_some[matrix.columns.owners()[is_inside]] = True
    beyond = small[variables_of(matrix.unless.items)] < 0
    has_some[matrix.unless.owners()[beyond]] = False
    return np.flatnonzero(has_some)


def _conditions(matrix: Matrix, rows: Whole, small: Whole) -> Lists:
    literals = matrix.unless.taken(rows)
    named = small[variables_of(literals)]
    signed = np.where(literals < 0, -named - 1, named)
    return Lists(starts(matrix.unless.sizes[rows]), signed)


def _owners(sizes: Whole) -> Whole:
    return np.repeat(np.arange(len(sizes)), sizes)
