"""Which region each variable of a model belongs to."""

import numpy as np

from rostering.solve.matrix import Matrix, Whole
from rostering.solve.matrix.matrix import variables_of
from rostering.solve.regions.cars import Cars

SHARED = -1
"""What the regions have in common: it belongs to none of them."""


def owners(matrix: Matrix, regions: tuple[Cars, ...]) -> Whole:
    """The number of the region of each variable, or that it is shared.

    A fill belongs to the region of its car, and so does what is decided by fills of one
    region only. All else, such as a charge, belongs where the rows are that it is in.
    Whichever way they are parted: no variable belongs to two.
    """
    first, last = _fills(matrix, regions)
    inputs = matrix.inputs
    for column in np.flatnonzero(inputs.sizes).tolist():
        decided_by = inputs.items[inputs.start[column] : inputs.start[column + 1]]
        first[column], last[column] = first[decided_by].min(), last[decided_by].max()
    _follow_rows(matrix, first, last, len(regions))
    return np.where(first == last, first, SHARED)


def _fills(matrix: Matrix, regions: tuple[Cars, ...]) -> tuple[Whole, Whole]:
    """The first and the last region of each variable; of those not known, no region."""
    number = {car: n for n, cars in enumerate(regions) for car in cars}
    first = np.full(matrix.size, len(regions))
    last = np.full(matrix.size, SHARED)
    for fill, column in matrix.fills.items():
        first[column] = last[column] = number[fill.shift.unit]
    return first, last


def _follow_rows(matrix: Matrix, first: Whole, last: Whole, count: int) -> None:
    """Take charges and suppositions for those of all that their rows are about."""
    is_open = first > last
    rows, columns = matrix.columns.owners(), matrix.columns.items
    conditions = variables_of(matrix.unless.items)
    rows = np.concatenate((rows, matrix.unless.owners()))
    columns = np.concatenate((columns, conditions))
    to_follow = is_open[columns]
    for _ in range(matrix.size):
        row_first = np.full(len(matrix.least), count)
        row_last = np.full(len(matrix.least), SHARED)
        np.minimum.at(row_first, rows, first[columns])
        np.maximum.at(row_last, rows, last[columns])
        before = first.copy(), last.copy()
        np.minimum.at(first, columns[to_follow], row_first[rows[to_follow]])
        np.maximum.at(last, columns[to_follow], row_last[rows[to_follow]])
        if (before[0] == first).all() and (before[1] == last).all():
            return
