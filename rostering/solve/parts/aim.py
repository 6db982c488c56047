"""The charges of all tiers as one sum, in which an earlier tier weighs far more."""

from collections.abc import Mapping

import numpy as np

from rostering.domain import Tier
from rostering.solve.matrix import Charges, Whole

FAR_MORE = 16
"""A step of a tier weighs as much as so many of the dearest steps of later tiers."""
MOST = 2**40
"""A step weighs no more than this: sums of many steps have to be exact."""


def aimed_at(charges: Mapping[Tier, Charges]) -> Charges:
    """All charges; the weights guide a search, and `costs` tells which rota is better.

    A tier's weights are not so large that no sum of later charges could outweigh them:
    such numbers are more than a linear relaxation can bear.
    """
    columns: list[Whole] = [np.zeros(0, np.int64)]
    weights: list[Whole] = [np.zeros(0, np.int64)]
    factor = 1
    for tier in sorted(charges, reverse=True):
        theirs = charges[tier]
        if len(theirs.columns):
            columns.append(theirs.columns)
            weights.append(theirs.weights * factor)
            dearest = int(weights[-1].max())
            factor = max(factor, min(MOST, FAR_MORE * dearest))
    return Charges(np.concatenate(columns), np.concatenate(weights))


def costs(charges: Mapping[Tier, Charges], solution: Whole) -> tuple[int, ...]:
    """What each tier costs, first things first: to be compared."""
    return tuple(charges[tier].cost(solution) for tier in sorted(charges))
