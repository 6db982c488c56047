"""What one component came to."""

from dataclasses import dataclass

from rostering.domain import Fill, Tier
from rostering.solve.result import Outcome


@dataclass(frozen=True, slots=True)
class TierBound:
    """The least charge that a tier can have, given the tiers before it."""

    tier: Tier
    bound: int
    is_proved: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Part:
    """A solved component: its fills, and what was proved of each tier."""

    outcome: Outcome
    fills: frozenset[Fill] = frozenset()
    bounds: tuple[TierBound, ...] = ()

    @classmethod
    def found(cls, fills: frozenset[Fill], bounds: tuple[TierBound, ...]) -> "Part":
        """A rota, and whether all tiers of it are proved."""
        is_proved = len(bounds) == len(Tier) and all(each.is_proved for each in bounds)
        return cls(Outcome.OPTIMAL if is_proved else Outcome.FEASIBLE, fills, bounds)
