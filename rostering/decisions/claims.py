"""What may be true of the finished rota.

A *claim* is a solver literal, or plainly True or False where nothing is left to choose.
"""

from collections.abc import Iterable

from ortools.sat.python.cp_model_helper import Literal

Claim = Literal | bool
Terms = Iterable[tuple[Claim, int]]


def undecided(
    claims: Iterable[Claim],
) -> list[Literal] | None:
    """The claims still open, without repeats; None where one is plainly true."""
    found: dict[int, Literal] = {}
    for claim in claims:
        if isinstance(claim, bool):
            if claim:
                return None
        else:
            found[claim.index] = claim
    return list(found.values())


def parted(
    terms: Terms,
) -> tuple[list[Literal], list[int], int]:
    """The open claims with their weights, and the sum of what is plainly true."""
    claims, weights, fixed = [], [], 0
    for claim, weight in terms:
        if isinstance(claim, bool):
            fixed += weight if claim else 0
        else:
            claims.append(claim)
            weights.append(weight)
    return claims, weights, fixed
