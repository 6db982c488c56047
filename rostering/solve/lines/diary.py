"""What one person's days are, and what they must come to, in order of time."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from rostering.solve.matrix import Matrix, Whole


@dataclass(frozen=True, slots=True)
class Need:
    """One side of a row: a weighted sum reaches `least`, or a charge makes up for it.

    The charge adds `step` for each unit of it, and has at most `give` units.
    """

    number: int
    """The row's number in the matrix."""
    weights: Mapping[int, int]
    least: int
    charge: int | None = None
    step: int = 1
    give: int = 0

    def is_straight(self, matrix: Matrix) -> bool:
        """Whether the charge is a plain sum, of which each day has its own share."""
        if self.charge is None or self.least < 0 or self.least % self.step:
            return False
        most = self.least
        for column, weight in self.weights.items():
            if weight > 0 or weight % self.step or matrix.lower[column] < 0:
                return False
            most -= weight * int(matrix.upper[column])
        return most <= self.step * self.give

    def shared_out(self, stages: Mapping[int, int]) -> Mapping[int, "Need"]:
        """What each day has of a charge that is a plain sum."""
        shares: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for column, weight in self.weights.items():
            shares[stages[column]][column] = weight
        first = min(shares)
        return {
            stage: replace(self, weights=weights, least=self.least * (stage == first))
            for stage, weights in shares.items()
        }

    def asked(self, missing: Whole) -> Whole:
        """How many units of the charge make up for so much that is missing."""
        return np.maximum(0, -(-missing // self.step))


@dataclass(frozen=True, slots=True)
class Day:
    """All ways to settle the variables of one day, and what it is charged.

    `options` has a row for each way and a column for each of `columns`. A charge that
    is a plain sum is among the columns of several days, and what it has there adds up.
    """

    columns: Whole
    options: Whole


@dataclass(frozen=True, slots=True)
class Diary:
    """One person's block in order of time: its days, and its needs of several days."""

    days: tuple[Day, ...]
    needs: tuple[Need, ...]
