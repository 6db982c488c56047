"""One line for each person out of the best mixture: whoever is sure first.

After each step the mixture is made anew, with the lines that have become worth while.
"""

import time
from collections.abc import Iterator
from math import inf

from rostering.solve.lines.generation import Generation
from rostering.solve.lines.lawful import lawful_line
from rostering.solve.lines.pool import Column
from rostering.solve.lines.relaxation import Reals

ROUNDS = 4
"""How often lines are looked for after each step."""
SURE = 0.8
"""Lines with so large a share of the mixture are settled together."""
STRIDE = 20
"""At least one of so many people is settled in each step."""
GAIN = 1e-6


def dive(generation: Generation, deadline: float = inf) -> tuple[Column, ...] | None:
    """A line for each person in order; None where somebody has none that is lawful.

    Args:
        generation: Lines that were found before; its mixture is used up.
        deadline: A value of `time.monotonic()` after which no new lines are looked for.
    """
    diving = _Diving(generation, deadline)
    while diving.open:
        if not diving.step():
            return None
    return tuple(column for _, column in sorted(diving.settled.items()))


class _Diving:
    def __init__(self, generation: Generation, deadline: float) -> None:
        self._deadline = deadline
        self._pool = generation.pool
        self._master = generation.master
        self.open = list(range(len(self._pool.split.graphs)))
        self.settled: dict[int, Column] = {}

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
            if offer.cost < mixture.worths[person] - GAIN:
                column = self._pool.column(person, offer.line)
                self._pool.take(person, column)
                self._master.add(person, column)
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
        column = self._pool.column(person, line)
        self._pool.take(person, column)
        self._master.add(person, column)
        return column

    def _settle(self, person: int, column: Column) -> None:
        self._master.settle(person, column)
        self.settled[person] = column
        self.open.remove(person)
