"""What each tier of a large model costs at least, the earlier tiers as in a rota.

A linear relaxation says so soonest, and then HiGHS cuts it. All tiers are looked at
side by side: each is limited by what the rota costs, which stays.
"""

import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import pow

from rostering.domain import Tier
from rostering.solve.find import Brake
from rostering.solve.lines.relaxation import relaxed_bound
from rostering.solve.matrix import Charges, Matrix, Whole
from rostering.solve.matrix.plain import plain
from rostering.solve.part import TierBound
from rostering.solve.programme import Allowance, Programme, searched

SIDE_BY_SIDE = 2
PAUSES = 10
"""How often HiGHS may ask to go on in one unit of effort, in a model of this size."""
USUAL = 185_000
"""Entries of the rows of a large model."""
SLOWER = 1.5
"""The power of the size with which the time between two pauses grows."""
FEW = 3
"""In fewer pauses it is not done with the first relaxation."""


@dataclass(frozen=True)
class Bounding:
    """The tiers of one rota, to be bounded."""

    matrix: Matrix
    solution: Whole
    known: Mapping[Tier, int]
    """Bounds from before, the earlier tiers being no dearer than in the rota."""
    effort: float
    brake: Brake
    deadline: float

    def bounds(self) -> Iterator[TierBound]:
        """Each tier in order."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            yield from pool.map(self._bound, Tier)

    def _bound(self, tier: Tier) -> TierBound:
        start = time.monotonic()
        charges = self.matrix.charges.get(tier)
        value = 0 if charges is None else charges.cost(self.solution)
        bound = self.known.get(tier, 0)
        if charges is not None and bound < value:
            limited = self._limited(tier)
            bound = max(bound, self._relaxed(limited, charges))
            if bound < value:
                bound = max(bound, self._cut(limited, tier))
        return TierBound(tier, bound, bound >= value, time.monotonic() - start)

    def _limited(self, tier: Tier) -> Matrix:
        """The model with the limits of all tiers before this one."""
        matrix = self.matrix
        for earlier in sorted(matrix.charges):
            if earlier < tier:
                most = matrix.charges[earlier].cost(self.solution)
                matrix = matrix.limited(earlier, most)
        return matrix

    def _relaxed(self, matrix: Matrix, charges: Charges) -> int:
        if self.brake.pulled.is_set():
            return 0
        return relaxed_bound(plain(matrix), charges, self.deadline)

    def _cut(self, matrix: Matrix, tier: Tier) -> int:
        larger = len(matrix.weights) / USUAL
        pauses = round(PAUSES * self.effort / pow(larger, SLOWER))
        if pauses < FEW:
            return 0
        allowance = Allowance(pauses, self.deadline - time.monotonic())
        known = self.solution.tolist()
        return searched(Programme(matrix, tier), known, allowance, self.brake).bound
