"""How a search ended, said honestly."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from rostering.domain import Audit, Rota, Tier


class Outcome(StrEnum):
    """The four ways in which a search can end."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class TierResult:
    """What one tier came to: its charge, and the least that any rota could have."""

    tier: Tier
    value: int
    bound: int
    seconds: float

    @property
    def is_proved(self) -> bool:
        """Whether no rota can do better, given the tiers before."""
        return self.value <= self.bound

    @property
    def gap(self) -> float:
        """How far the bound may be from the value, as a share of the value."""
        return (self.value - self.bound) / self.value if self.value else 0.0


@dataclass(frozen=True)
class Result:
    """The rota found, and how good it is known to be."""

    outcome: Outcome
    rota: Rota | None
    audit: Audit
    tiers: tuple[TierResult, ...]
    components: int
    seconds: float
    seed: int
    is_stopped: bool = False
    """Whether the user stopped the search."""
    is_timed: bool = False
    """Whether a limit in seconds struck, so that another run may differ."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a search stands, summed over the components."""

    tier: Tier
    best: int | None
    bound: int
    components_begun: int
    """How many components have come to this tier."""
    components_done: int
    components: int
    seconds: float


class Watcher(Protocol):
    """Whoever wants to see the progress; called from the search's own threads."""

    def __call__(self, progress: Progress) -> None:
        """Take note of where the search stands."""
