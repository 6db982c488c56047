"""Which fills would lower charges that are paid."""

import numpy as np

from rostering.solve.matrix import FAR, Charges, Matrix, Whole
from rostering.solve.matrix.lists import Real
from rostering.solve.parts.places import Places

STEPS = 4
"""From a charge back to the fills: by so many claims made of others at most."""


class Temptations:
    """How much is paid in rows that ask for a fill, or for what it decides."""

    def __init__(self, matrix: Matrix, places: Places, charges: Charges) -> None:
        """Note what a step of each charge costs."""
        self._matrix = matrix
        self._columns = places.columns
        self._prices = np.zeros(matrix.size)
        np.add.at(self._prices, charges.columns, charges.weights.astype(float))
        self._charges = np.unique(charges.columns)
        members = matrix.columns.turned(matrix.size)
        self._rows_of = members

    def paid(self, solution: Whole) -> Whole:
        """The charges that the solution pays."""
        paid: Whole = self._charges[solution[self._charges] > 0]
        return paid

    def costs(self, paid: Whole, solution: Whole) -> Real:
        """What each of the charges comes to."""
        return self._prices[paid] * solution[paid]

    def of_one(self, solution: Whole, chance: np.random.Generator) -> Whole:
        """The fills that would lower some one charge, chosen by what it costs."""
        paid = self.paid(solution)
        if not len(paid):
            return paid
        costs = np.sqrt(self.costs(paid, solution))
        one = chance.choice(paid, 1, p=costs / costs.sum())
        found: Whole = np.flatnonzero(self.of(one))
        return found

    def of(self, paid: Whole) -> Real:
        """For each fill what the charges cost, a step each, that it could lower."""
        matrix = self._matrix
        is_paid = np.zeros(matrix.size)
        is_paid[paid] = 1.0
        rows = np.unique(self._rows_of.taken(paid))
        where = matrix.columns.where(rows)
        sizes = matrix.columns.sizes[rows]
        owners = np.repeat(np.arange(len(rows)), sizes)
        columns, weights = matrix.columns.items[where], matrix.weights[where]
        mine = is_paid[columns]
        asks = np.bincount(owners, mine * weights, len(rows))
        price = np.bincount(owners, mine * self._prices[columns], len(rows))
        sign = np.where(asks > 0, matrix.least[rows] > -FAR // 2, 0)
        sign = sign - np.where(asks < 0, matrix.most[rows] < FAR // 2, 0)
        helps = (weights * sign[owners] > 0) & (mine == 0)
        scores: Real = np.bincount(
            columns[helps], price[owners[helps]], matrix.size
        ).astype(float)
        return self._handed_down(scores)[self._columns]

    def _handed_down(self, scores: Real) -> Real:
        """What is asked of a claim is asked of all that it is made of."""
        inputs, total = self._matrix.inputs, scores.copy()
        for _ in range(STEPS):
            asked = np.flatnonzero((scores > 0) & (inputs.sizes > 0))
            if not len(asked):
                break
            price = np.repeat(scores[asked], inputs.sizes[asked])
            scores = np.bincount(inputs.taken(asked), price, len(total)).astype(float)
            total += scores
        return total
