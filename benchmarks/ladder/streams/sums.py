"""A sum of fills: what a rule says, for whoever has no model of claims."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rostering.decisions.posting import Owner
from rostering.domain import Fill, Mode, Tier

FAR = 2**30
"""Beyond any sum."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted sum of fills that is to stay between two numbers.

    `tier` is None where it must; no more than `steps` steps beyond are charged. Where
    it has parts, it is how many of these have a fill, and it has no terms.
    """

    tier: Tier | None
    terms: Mapping[Fill, int]
    least: int
    most: int
    step: int = 1
    cost: int = 1
    steps: int = FAR
    parts: Sequence[frozenset[Fill]] = ()

    def charge(self, fills: Collection[Fill]) -> int:
        """What a rota of these fills is charged for it."""
        total = sum(self.terms.get(fill, 0) for fill in fills)
        total += sum(not part.isdisjoint(fills) for part in self.parts)
        beyond = max(total - self.most, self.least - total, 0)
        return self.cost * min(self.steps, -(-beyond // self.step))


def tier_of(owner: Owner) -> Tier | None:
    """The tier of what a rule is charged; None where it must hold."""
    return None if owner.mode is Mode.HARD else owner.tier


def weight_of(owner: Owner) -> int:
    """What a step beyond costs."""
    return 1 if owner.mode is Mode.HARD else owner.weight
