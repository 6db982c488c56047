"""Two rotas side by side, on the days that both have."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rostering.domain import Problem, Rota
    from rostering.repair.changes import Change
    from rostering.saved.lines import RotaLine


@dataclass(frozen=True)
class Compared:
    """What a newer rota changes."""

    before: "Rota"
    after: "Rota"
    told_on: date
    changes: "tuple[Change, ...]"

    @property
    def people_told(self) -> int:
        """How many people have to be told."""
        from rostering.repair.changes import people_told

        return len(people_told(self.changes))


def compared(
    problem: "Problem",
    before: "Sequence[RotaLine]",
    after: "Sequence[RotaLine]",
    *,
    days: Collection[date],
    told_on: date,
) -> Compared:
    """What the later lines change on these days, with the book as it is.

    Args:
        problem: What the book says now of people and shifts.
        before: What was published.
        after: What is to be.
        days: The days that are compared.
        told_on: The day on which people are told.
    """
    from rostering.repair.changes import changes
    from rostering.repair.situation import published_rota

    was, then = (
        published_rota(problem, [line for line in lines if line.day in days])
        for lines in (before, after)
    )
    return Compared(was, then, told_on, changes(was, then, told_on))
