"""Rows that hold only under conditions, said as sums without any."""

from dataclasses import replace

import numpy as np

from rostering.solve.matrix import Kind, Lists, Matrix, Whole
from rostering.solve.matrix.lists import starts
from rostering.solve.matrix.matrix import FAR, variables_of


def plain(matrix: Matrix) -> Matrix:
    """The same model, in which every row holds whatever is true.

    Where a condition is false its row gives way by as much as the bounds let the sum
    miss its limit. So the same solutions are kept, but the relaxation is weak there.
    """
    conditional = matrix.unless.sizes > 0
    if not conditional.any():
        return matrix
    always = np.flatnonzero(~conditional)
    lows, highs = reach(matrix)
    rows = np.flatnonzero(conditional)
    below = rows[(matrix.least[rows] > lows[rows])]
    above = rows[(matrix.most[rows] < highs[rows])]
    parts = [
        _taken(matrix, always),
        _loosened(matrix, below, matrix.least[below] - lows[below], is_least=True),
        _loosened(matrix, above, highs[above] - matrix.most[above], is_least=False),
    ]
    return _stacked(matrix, parts)


def reach(matrix: Matrix) -> tuple[Whole, Whole]:
    """The least and the most that each row can sum up to, by the bounds alone."""
    columns, weights = matrix.columns.items, matrix.weights
    is_up = weights > 0
    low = np.where(is_up, matrix.lower[columns], matrix.upper[columns])
    high = np.where(is_up, matrix.upper[columns], matrix.lower[columns])
    return matrix.columns.sums(weights * low), matrix.columns.sums(weights * high)


Part = tuple[Lists, Whole, Whole, Whole, Whole]
"""Columns, weights, least, most and kinds of some rows."""


def _taken(matrix: Matrix, rows: Whole) -> Part:
    where = matrix.columns.where(rows)
    return (
        Lists(starts(matrix.columns.sizes[rows]), matrix.columns.items[where]),
        matrix.weights[where],
        matrix.least[rows],
        matrix.most[rows],
        matrix.kinds[rows],
    )


def _loosened(matrix: Matrix, rows: Whole, miss: Whole, *, is_least: bool) -> Part:
    """One side of some rows, given up by `miss` for each condition that is false."""
    columns, weights, least, most, _ = _taken(matrix, rows)
    literals = matrix.unless.taken(rows)
    sizes = matrix.unless.sizes[rows]
    owners = np.repeat(np.arange(len(rows)), sizes)
    negated = literals < 0
    # A false literal l adds miss * (1 - l), where l is a variable or 1 less it.
    sign = 1 if is_least else -1
    given = sign * miss[owners] * np.where(negated, 1, -1)
    constant = np.bincount(owners, sign * miss[owners] * ~negated, len(rows))
    shift = constant.astype(np.int64)
    joined = columns.joined(Lists(starts(sizes), variables_of(literals)))
    all_weights = Lists(columns.start, weights).joined(Lists(starts(sizes), given))
    far = np.full(len(rows), FAR)
    return (
        joined,
        all_weights.items,
        least - shift if is_least else -far,
        far if is_least else most - shift,
        np.full(len(rows), int(Kind.LINEAR)),
    )


def _stacked(matrix: Matrix, parts: list[Part]) -> Matrix:
    lists, weights, least, most, kinds = zip(*parts, strict=True)
    sizes = np.concatenate([each.sizes for each in lists])
    return replace(
        matrix,
        columns=Lists(starts(sizes), np.concatenate([each.items for each in lists])),
        weights=np.concatenate(weights),
        least=np.concatenate(least),
        most=np.concatenate(most),
        kinds=np.concatenate(kinds),
        unless=Lists(np.zeros(len(sizes) + 1, np.int64), np.zeros(0, np.int64)),
    )
