"""Parts of a rota that are planned anew while the rest stays as it is."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import cycle
from random import Random

from rostering.decisions import Choices
from rostering.domain import Fill, Tier
from rostering.solve.links import Links

Neighbourhood = frozenset[Fill]
"""The fills that may change."""


class Neighbourhoods:
    """What is near a charge that is paid, and stretches of days, people and cars.

    `size` is about how many fills may change; whoever searches lets it grow where a
    neighbourhood is soon exhausted and shrink where it is too large to search.
    """

    def __init__(
        self, decisions: Choices, tier: Tier, seed: int, size: int = 100
    ) -> None:
        """Draw from the decisions of one model, to lower the charges of one tier."""
        self._fills = tuple(decisions.fill_claims)
        self._charges = [steps.index for steps, _ in decisions.charges[tier]]
        self._links = Links(decisions)
        self._chance = Random(seed)
        self._kinds = cycle(self._ways())
        self._is_near = False
        self.size = size

    def draw(self, solution: Sequence[int]) -> Neighbourhood:
        """The next neighbourhood; every other is near a charge of the solution."""
        paid = [charge for charge in self._charges if solution[charge]]
        self._is_near = not self._is_near
        if self._is_near and paid:
            start = self._chance.choice(paid)
            near = self._links.around(start, self.size, self._chance)
            if near:
                return near
        return frozenset(next(self._kinds)())

    def exhausted(self) -> None:
        """Note that a neighbourhood of this size was searched to its end."""
        self.size = min(len(self._fills), self.size * 11 // 10 + 1)

    def too_large(self) -> None:
        """Note that a neighbourhood of this size was too much."""
        self.size = max(20, self.size * 9 // 10)

    def _ways(self) -> Sequence[Callable[[], Iterator[Fill]]]:
        return (self._days, self._people, self._car)

    def _days(self) -> Iterator[Fill]:
        """Everybody, over some days on end."""
        days = sorted({fill.shift.day for fill in self._fills})
        middle = self._chance.choice(days)
        nearest = sorted(self._fills, key=lambda fill: abs(fill.shift.day - middle))
        reach = abs(nearest[min(self.size, len(nearest)) - 1].shift.day - middle)
        return (f for f in self._fills if abs(f.shift.day - middle) <= reach)

    def _people(self) -> Iterator[Fill]:
        """A few people, over the whole period."""
        people = sorted({fill.person for fill in self._fills})
        self._chance.shuffle(people)
        chosen, count = set(), 0
        for person in people:
            if count >= self.size:
                break
            chosen.add(person)
            count += sum(fill.person == person for fill in self._fills)
        return (fill for fill in self._fills if fill.person in chosen)

    def _car(self) -> Iterator[Fill]:
        """One car, over about as many days as the size allows."""
        unit = self._chance.choice(sorted({fill.shift.unit for fill in self._fills}))
        own = [fill for fill in self._fills if fill.shift.unit == unit]
        first = self._chance.choice(own).shift.day
        span = max(own, key=lambda f: f.shift.day).shift.day - first
        reach = max(timedelta(days=7), span * min(1.0, self.size / len(own)))
        return (f for f in own if first <= f.shift.day <= first + reach)
