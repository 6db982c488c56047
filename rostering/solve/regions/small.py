"""The models of one region: by itself, and in its place among the others."""

import numpy as np

from rostering.decisions import Choices
from rostering.domain import Fill, Tier
from rostering.solve.matrix import Excerpt, Matrix, Whole
from rostering.solve.matrix.writing import written
from rostering.solve.regions.loosened import loosened


def alone(matrix: Matrix, inside: Whole) -> Choices:
    """The region's variables, in ascending order, whatever the others do."""
    model = written(
        loosened(matrix, inside), matrix.lower[inside], matrix.upper[inside]
    )
    small = _numbered(matrix, inside)
    return Choices.within(model, _fills(matrix, small), _charges(matrix, small))


def in_place(matrix: Matrix, excerpt: Excerpt) -> Choices:
    """The region's part of a rota, while the rest stays as it is."""
    excerpt.model.proto.clear_objective()
    small = _numbered(matrix, excerpt.free)
    return Choices.within(excerpt.model, _fills(matrix, small), _charges(matrix, small))


def _numbered(matrix: Matrix, inside: Whole) -> Whole:
    small = np.full(matrix.size, -1)
    small[inside] = np.arange(len(inside))
    return small


def _fills(matrix: Matrix, small: Whole) -> dict[Fill, int]:
    numbered = ((fill, int(small[column])) for fill, column in matrix.fills.items())
    return {fill: number for fill, number in numbered if number >= 0}


def _charges(matrix: Matrix, small: Whole) -> dict[Tier, list[tuple[int, int]]]:
    found = {}
    for tier, charges in matrix.charges.items():
        numbers = small[charges.columns]
        is_inside = numbers >= 0
        weights = charges.weights[is_inside]
        found[tier] = [*zip(numbers[is_inside].tolist(), weights.tolist(), strict=True)]
    return found
