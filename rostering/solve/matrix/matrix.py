"""A posted model as arrays: every row a weighted sum between two limits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np

from rostering.domain import Fill, Tier
from rostering.solve.matrix.lists import Lists, Whole, starts

FAR = 2**62
"""A limit at least so far from nought does not bind."""


class Kind(IntEnum):
    """What a row is, which a solver may know to use; each is a sum all the same.

    In a clause, and where at most or exactly one is true, each weight is 1 for a claim
    and -1 for its negation.
    """

    LINEAR = 0
    CLAUSE = 1
    AT_MOST_ONE = 2
    EXACTLY_ONE = 3


@dataclass(frozen=True, slots=True)
class Charges:
    """What a tier costs: variables, and what each costs a step."""

    columns: Whole
    weights: Whole

    def cost(self, solution: Whole) -> int:
        """What a solution costs, given as the values of all variables."""
        return int(self.weights @ solution[self.columns])


@dataclass(frozen=True)
class Matrix:
    """The rows and variables of one posted model; nothing of it is ever changed.

    `least[r] <= sum of weights * values <= most[r]` for each row r, wherever all
    literals of `unless[r]` are true; for most rows there are none. A literal n below
    nought means that variable -n - 1 is false.
    """

    columns: Lists
    """The variables of each row, no one twice."""
    weights: Whole
    """The weight of each entry, as in `columns.items`."""
    least: Whole
    most: Whole
    kinds: Whole
    """A `Kind` for each row."""
    unless: Lists
    """The literals under which a row holds."""
    lower: Whole
    """The least value of each variable."""
    upper: Whole
    inputs: Lists
    """For each variable, those that decide it; a choice or a charge has none."""
    fills: Mapping[Fill, int]
    """The variable of each fill."""
    charges: Mapping[Tier, Charges]

    @property
    def size(self) -> int:
        """How many variables there are."""
        return len(self.lower)

    @property
    def fill_columns(self) -> Whole:
        """The variables of all fills, in ascending order."""
        return np.sort(np.array([*self.fills.values()], np.int64))

    def activity(self, solution: Whole) -> Whole:
        """The sum of each row."""
        return self.columns.sums(self.weights * solution[self.columns.items])

    def limited(self, tier: Tier, most: int) -> "Matrix":
        """The same with one more row: the tier may cost no more than this."""
        charges = self.charges[tier]
        return replace(
            self,
            columns=Lists(
                np.append(
                    self.columns.start, self.columns.start[-1] + len(charges.columns)
                ),
                np.concatenate((self.columns.items, charges.columns)),
            ),
            weights=np.concatenate((self.weights, charges.weights)),
            least=np.append(self.least, -FAR),
            most=np.append(self.most, most),
            kinds=np.append(self.kinds, int(Kind.LINEAR)),
            unless=Lists(
                starts(np.append(self.unless.sizes, 0)),
                self.unless.items,
            ),
        )

    def without(self, tier: Tier) -> "Matrix":
        """The same, only that the tier costs nothing and is not counted any more."""
        upper = self.upper.copy()
        columns = self.charges[tier].columns
        upper[columns] = self.lower[columns]
        charges = {each: c for each, c in self.charges.items() if each is not tier}
        return replace(self, upper=upper, charges=charges)

    def is_kept(self, solution: Whole) -> bool:
        """Whether the solution keeps all rows and bounds."""
        sums = self.activity(solution)
        asked = np.ones(len(self.least), bool)
        literals = self.unless.items
        false = holds(literals, solution) == 0
        asked[self.unless.owners()[false]] = False
        rows = (self.least <= sums) & (sums <= self.most)
        inside = (self.lower <= solution) & (solution <= self.upper)
        return bool((rows | ~asked).all() and inside.all())


def variables_of(literals: Whole) -> Whole:
    """The variables that literals are about, negated or not."""
    return np.where(literals < 0, -literals - 1, literals)


def holds(literals: Whole, solution: Whole) -> Whole:
    """Whether each literal is true: 1 or 0."""
    values = solution[variables_of(literals)]
    return np.where(literals < 0, 1 - values, values)
