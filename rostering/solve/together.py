"""The tiers of sums as one mixed-integer program, which is done sooner than each apart.

A tier's charge is weighted by one more than all later tiers can come to together. So
whatever makes the sum least makes each tier least, the earlier ones being so: these are
still tiers, and no later charge ever outweighs an earlier one. What stops the search at
each tier alone, that very many rotas are equally good, hardly arises.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rostering.decisions import Choices
from rostering.domain import Tier
from rostering.solve.find import Brake, Find
from rostering.solve.limits import Limits
from rostering.solve.matrix import Charges, Matrix, matrix_of
from rostering.solve.programme import (
    NOTHING,
    Allowance,
    Programme,
    pauses_for,
    searched,
)

TOGETHER = (Tier.CONTRACT, Tier.FAIRNESS, Tier.WISHES)
HEAVIEST = 2**33
"""A larger weight would leave a solver in floating point too few digits."""

PAUSES = 400
"""How often the search may ask to go on in one unit of effort."""


@dataclass(frozen=True, slots=True)
class Standings:
    """What was found of several tiers at once: one rota, and what is known of each."""

    solution: Sequence[int] = ()
    values: tuple[int, ...] = ()
    bounds: tuple[int, ...] = ()
    """For each tier as long as all before it are proved; 0 for the rest."""

    @property
    def is_proved(self) -> bool:
        """Whether no rota is better in any tier, the earlier ones being as good."""
        return bool(self.solution) and self.values == self.bounds


def all_at_once(
    decisions: Choices, known: Sequence[int], allowance: Allowance, brake: Brake
) -> Standings:
    """Search the tiers that are a matter of sums, in one go.

    Args:
        decisions: The model, in which the earlier tiers are limited already.
        known: A solution to begin at, such as the rota of the earlier tiers.
        allowance: How long to search.
        brake: What stops it.
    """
    matrix = matrix_of(decisions)
    charges = [matrix.charges.get(tier, NOTHING) for tier in TOGETHER]
    weights = tuple(_weights(matrix, charges))
    if weights[0] > HEAVIEST:
        return Standings()
    paced = replace(allowance, pauses=pauses_for(matrix, allowance.pauses))
    find = _searched(matrix, _joined(charges, weights), known, paced, brake)
    if not find.solution:
        return Standings()
    solution = np.array(find.solution, np.int64)
    values = tuple(each.cost(solution) for each in charges)
    return Standings(find.solution, values, tuple(_bounds(find.bound, values, weights)))


def _weights(matrix: Matrix, charges: Sequence[Charges]) -> Iterator[int]:
    """For each tier one more than all later ones can come to, weighted as they are."""
    most = [int(each.weights @ matrix.upper[each.columns]) for each in charges]
    for place in range(len(charges)):
        weight = 1
        for later in most[place + 1 :]:
            weight *= later + 1
        yield weight


def _joined(charges: Sequence[Charges], weights: Sequence[int]) -> Charges:
    return Charges(
        np.concatenate([each.columns for each in charges]),
        np.concatenate(
            [each.weights * w for each, w in zip(charges, weights, strict=True)]
        ),
    )


def _searched(
    matrix: Matrix,
    charges: Charges,
    known: Sequence[int],
    allowance: Allowance,
    brake: Brake,
) -> Find:
    first = TOGETHER[0]
    programme = Programme(replace(matrix, charges={first: charges}), first)
    return searched(programme, known, allowance, brake)


def _bounds(bound: int, values: Sequence[int], weights: Sequence[int]) -> Iterator[int]:
    """What a bound of the sum says of each tier, as far as the earlier are proved."""
    left, is_known = bound, True
    for value, weight in zip(values, weights, strict=True):
        least = max(0, -(-(left - weight + 1) // weight)) if is_known else 0
        yield least
        is_known = is_known and least == value
        left -= value * weight


def allowed(limits: Limits, deadline: float) -> Allowance:
    """As much as the limits allow, in pauses of the search."""
    seconds = deadline - time.monotonic()
    return Allowance(round(PAUSES * limits.effort), seconds, limits.seed)
