"""One line for each person out of the best mixture: whoever is sure first.

After each step the mixture is made anew, with the lines that have become worth while.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from rostering.solve.highs import Reals
from rostering.solve.lines.lawful import lawful_line
from rostering.solve.lines.master import Master
from rostering.solve.lines.pool import Column, Pool

ROUNDS = 4
"""How often lines are looked for after each step."""
SURE = 0.8
"""Lines with so large a share of the mixture are settled together."""
STRIDE = 20
"""At least one of so many people is settled in each step."""
GAIN = 1e-6
"""What is cheaper by less is not cheaper: so much may come of rounding."""


@dataclass(frozen=True, slots=True)
class Dive:
    """What came of settling everybody."""

    settled: Mapping[int, Column]
    """Not everybody's lines where somebody has none that is lawful, or time was up."""
    cost: float
    """What all cost, with what rows that link people are charged; else infinite."""
    offers: Sequence[tuple[int, Column]]
    """Lines that were looked at on the way."""


def dive(
    pool: Pool, master: Master, people: Sequence[int], deadline: float = inf
) -> Dive:
    """A line for each of the people whose lines are mixed.

    Args:
        pool: Where the lines come from; nothing is put into it.
        master: The mixture, which is used up.
        people: Whose lines they are, in the order in which the mixture has them.
        deadline: A value of `time.monotonic()` at which it is given up.
    """
    diving = _Diving(pool, master, people, deadline)
    while diving.open:
        if time.monotonic() >= deadline or not diving.step():
            return Dive(diving.settled, inf, diving.offers)
    return Dive(diving.settled, master.mixture().cost, diving.offers)


class _Diving:
    def __init__(
        self, pool: Pool, master: Master, people: Sequence[int], deadline: float
    ) -> None:
        self._pool, self._master, self._deadline = pool, master, deadline
        self._place = {person: place for place, person in enumerate(people)}
        self.open = list(people)
        self.settled: dict[int, Column] = {}
        self.offers: list[tuple[int, Column]] = []

    def step(self) -> bool:
        """Settle some of the people who are open; False where nobody can be."""
        for _ in range(ROUNDS):
            if time.monotonic() >= self._deadline or not self._look():
                break
        multipliers = self._master.mixture().multipliers
        least = max(1, len(self.open) // STRIDE)
        before = len(self.open)
        for person, column, share in self._ranked():
            if person in self.settled:
                continue
            if share < SURE and before - len(self.open) >= least:
                break
            lawful = column if column.is_lawful else self._mended(person, multipliers)
            if lawful is None:
                return False
            self._settle(person, lawful)
        return len(self.open) < before

    def _look(self) -> int:
        """Add the lines that would make the mixture cheaper; how many."""
        mixture = self._master.mixture()
        offers = self._pool.split.cheapest(mixture.multipliers, self.open)
        new = 0
        for person, offer in zip(self.open, offers, strict=True):
            if offer.cost < mixture.worths[self._place[person]] - GAIN:
                self._add(person, self._pool.column(person, offer.line))
                new += 1
        return new

    def _ranked(self) -> Iterator[tuple[int, Column, float]]:
        """The lines with the largest shares of the mixture first."""
        shares = self._master.shares()
        for place in (-shares).argsort(kind="stable").tolist():
            yield *self._master.columns[place], float(shares[place])

    def _mended(self, person: int, multipliers: Reals) -> Column | None:
        """A line that is lawful, for somebody whose best ones are not."""
        line = lawful_line(self._pool.split, person, multipliers)
        if line is None:
            return None
        return self._add(person, self._pool.column(person, line))

    def _add(self, person: int, column: Column) -> Column:
        self._master.add(person, column)
        self.offers.append((person, column))
        return column

    def _settle(self, person: int, column: Column) -> None:
        self._master.settle(person, column)
        self.settled[person] = column
        self.open.remove(person)
