"""The problem in Timefold's idiom: seats to be given to people, and facts beside them.

A *key* is a number of one person in one post of one shift.
"""

from dataclasses import dataclass, field
from typing import Annotated

from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import BendableScore

LEVELS = 5
"""The tiers, from cover to wishes."""
HARD = -1


@dataclass(eq=False)
class Worker:
    """A person."""

    id: Annotated[int, PlanningId]
    base: int
    """To which the place is added for the key."""


@dataclass(eq=False)
class Turn:
    """A shift to be crewed."""

    id: Annotated[int, PlanningId]
    price: int
    """What it costs in the first tier where nobody crews it."""


@planning_entity
@dataclass(eq=False)
class Seat:
    """One place in a post of a shift."""

    id: Annotated[int, PlanningId]
    turn: Turn
    place: int
    """The post of the shift."""
    is_needed: bool
    """Whether the shift is not crewed while it is empty."""
    candidates: Annotated[list[Worker], ValueRangeProvider]
    person: Annotated[Worker | None, PlanningVariable(allows_unassigned=True)] = field(
        default=None
    )


@dataclass(eq=False)
class Total:
    """A sum that is to stay between two numbers."""

    id: Annotated[int, PlanningId]
    level: int
    least: int
    most: int
    step: int
    steps: int
    cost: int
    is_count: bool
    """Whether it is how many of its parts there are."""

    def charge(self, total: int) -> int:
        """What such a sum costs."""
        beyond = max(total - self.most, self.least - total)
        if beyond <= 0:
            return 0
        return self.cost * min(self.steps, (beyond + self.step - 1) // self.step)


@dataclass(eq=False)
class Term:
    """What a person in a place adds to a sum."""

    key: int
    row: Total
    weight: int


@dataclass(eq=False)
class Mark:
    """A part of a count that a person in a place is enough for."""

    key: int
    row: Total
    part: int


@planning_solution
@dataclass(eq=False)
class Plan:
    """All of it, and its score."""

    totals: Annotated[list[Total], ProblemFactCollectionProperty]
    terms: Annotated[list[Term], ProblemFactCollectionProperty]
    marks: Annotated[list[Mark], ProblemFactCollectionProperty]
    seats: Annotated[list[Seat], PlanningEntityCollectionProperty]
    score: Annotated[
        BendableScore,
        PlanningScore(bendable_hard_levels_size=1, bendable_soft_levels_size=LEVELS),
    ] = field(default=None)
