"""Ways to choose a part of a rota: which people, on which days."""

from typing import TYPE_CHECKING

import numpy as np

from rostering.solve.matrix import Whole
from rostering.solve.matrix.lists import Truths
from rostering.solve.parts.places import Places
from rostering.solve.parts.tempting import Temptations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SHORTEST, LONGEST = 5, 15
"""How many days a stretch may have where some people are planned anew in it."""
LOOSE = (1, 1, 3, 10)
"""A part may be chosen from so many times as many fills as may change."""
WHOLE = 0.5
"""How often people near a charge are planned anew for the whole period."""
FAINT = 1e-3
"""How likely a fill is taken that nothing speaks for."""


class Ways:
    """Draws parts of about a given size, at random and near what is paid.

    Where people and days have more fills than may change, those are taken that are
    filled, those of the posts that these people leave, and those that would lower a
    charge, by what it costs; the others by chance.
    """

    def __init__(
        self, places: Places, temptations: Temptations, chance: np.random.Generator
    ) -> None:
        """Begin with no solution in mind."""
        self._places = places
        self._temptations = temptations
        self._chance = chance
        self._scores = np.zeros(len(places))
        self._solution = np.zeros(0, np.int64)
        self.kinds: Mapping[str, Callable[[int], Truths]] = {
            "people": self._people,
            "days": self._days,
            "block": self._block,
            "near": self._near,
        }

    def look_at(self, solution: Whole) -> None:
        """Draw from now on with this solution in mind."""
        self._solution = solution
        self._scores = self._temptations.of(self._temptations.paid(solution))

    def draw(self, kind: str, size: int) -> Whole:
        """Which fills may change, about so many, by their numbers."""
        wide = size * int(self._chance.choice(LOOSE))
        return self._trimmed(np.flatnonzero(self.kinds[kind](wide)), size)

    def _people(self, size: int) -> Truths:
        """A few people, over the whole period."""
        return self._among(self._some_people(size, len(self._places)))

    def _days(self, size: int) -> Truths:
        """Everybody, over some days on end."""
        places = self._places
        count = max(2, round(size * places.days / max(1, len(places))))
        return self._within(self._start(count), count)

    def _block(self, size: int) -> Truths:
        """Some people, over some days on end."""
        count = int(self._chance.integers(SHORTEST, LONGEST))
        stretch = self._within(self._start(count), count)
        return stretch & self._among(self._some_people(size, int(stretch.sum())))

    def _near(self, size: int) -> Truths:
        """People who could help where something is paid, with some others."""
        helpful = self._temptations.of_one(self._solution, self._chance)
        if not len(helpful):
            return self._block(size)
        places, chance = self._places, self._chance
        known = np.unique(places.person[helpful])
        few = chance.choice(known, min(len(known), int(chance.integers(1, 6))), False)
        if chance.random() < WHOLE:
            others = self._some_people(size, len(places))
            return self._among(np.concatenate((few, others))[: max(1, len(others))])
        count = int(chance.integers(SHORTEST, LONGEST))
        first = int(places.day[chance.choice(helpful)]) - int(chance.integers(count))
        stretch = self._within(first, count)
        others = self._some_people(size, int(stretch.sum()))
        return stretch & self._among(np.concatenate((few, others)))

    def _some_people(self, size: int, fills: int) -> Whole:
        """As many people as have about so many of some fills."""
        count = round(size * self._places.people / max(1, fills))
        count = min(self._places.people, max(1, count))
        chosen: Whole = self._chance.choice(self._places.people, count, False)
        return chosen

    def _start(self, count: int) -> int:
        return int(self._chance.integers(1 - count // 2, self._places.days))

    def _within(self, first: int, count: int) -> Truths:
        day = self._places.day
        return (first <= day) & (day < first + count)

    def _among(self, people: Whole) -> Truths:
        is_one = np.zeros(self._places.people, bool)
        is_one[people] = True
        return is_one[self._places.person]

    def _trimmed(self, fills: Whole, size: int) -> Whole:
        if len(fills) <= size:
            return fills
        places = self._places
        is_filled = self._solution[places.columns[fills]] == 1
        is_left = np.zeros(int(places.post.max()) + 1, bool)
        is_left[places.post[fills[is_filled]]] = True
        scores = self._scores[fills]
        weights = FAINT + is_left[places.post[fills]] + scores / (scores.max() or 1.0)
        keys = self._chance.exponential(size=len(fills)) / weights
        keys[is_filled] = -1.0
        chosen = np.argpartition(keys, size - 1)[:size]
        return np.sort(fills[chosen])
