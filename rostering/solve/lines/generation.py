"""Lines found one after another, each the cheapest as the rows are then worth."""

import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, gcd, inf

import numpy as np

from rostering.solve.highs import Reals
from rostering.solve.lines.master import Master
from rostering.solve.lines.pool import Pool
from rostering.solve.lines.relaxation import duals
from rostering.solve.lines.split import split
from rostering.solve.matrix import Charges, Matrix
from rostering.solve.matrix.plain import plain

STEADY = 0.8
"""How far the multipliers stay with the best so far rather than follow the master."""
SLACK = 1e-6
"""What the cost of a mixture may have gained by rounding."""
THREADS = 2


@dataclass(frozen=True, slots=True)
class Course:
    """How long lines are looked for; without a deadline it always comes to the same."""

    rounds: int = 200
    deadline: float = inf
    enough: int | None = None
    """A value that is reached: once the bound is as high nothing is left to prove."""


def line_bound(
    matrix: Matrix,
    charges: Charges,
    course: Course = Course(),
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """What any solution costs at least: the best bound that lines of duties prove.

    Args:
        matrix: The model, with the limits of earlier tiers as rows.
        charges: What is to be made least.
        course: How long to look.
        told: Told of each better bound.
    """
    if not matrix.fills:
        return 0
    with ThreadPoolExecutor(THREADS) as executor:
        pool = Pool(split(plain(matrix), charges))
        generation = Generation(pool, executor, course, told)
        generation.run()
        return generation.bound


class Generation:
    """Fills a pool with the lines that good mixtures are made of."""

    def __init__(
        self,
        pool: Pool,
        executor: Executor,
        course: Course,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Begin with the lines of the pool."""
        self.pool = pool
        self._parts = pool.split
        self._executor, self._course, self._told = executor, course, told
        size = len(self._parts.rows)
        everybody = range(len(self._parts.graphs))
        self.master = Master(pool, everybody, np.zeros(size, np.int64))
        for person in everybody:
            for column in pool.of(person):
                self.master.add(person, column)
        self._best = Fraction(0)
        self._centre: Reals = np.zeros(size)
        self._step = gcd(*self._parts.charges.weights.tolist()) or 1

    @property
    def bound(self) -> int:
        """What any solution costs at least: a multiple of what all charges are."""
        return ceil(self._best / self._step) * self._step

    def run(self) -> None:
        """Price, mix and price again, until both agree or time is up."""
        parts, deadline = self._parts, self._course.deadline
        self._price(duals(parts.matrix, parts.charges, deadline)[parts.rows])
        steady = STEADY
        for _ in range(self._course.rounds):
            if self._is_over():
                break
            mixture = self.master.mixture()
            if mixture.cost <= self.bound + SLACK:
                break
            towards = steady * self._centre + (1 - steady) * mixture.multipliers
            if not self._price(towards):
                steady /= 2

    def _price(self, values: Reals) -> int:
        """Take the lines that are cheapest at these multipliers; how many are new."""
        priced = self._parts.priced(values, self._executor)
        if priced.bound >= self._best:
            self._best, self._centre = priced.bound, values
            self._told(self.bound)
        new = 0
        for person, line in enumerate(priced.lines):
            column = self.pool.column(person, line)
            if self.pool.take(person, column):
                self.master.add(person, column)
                new += 1
        return new

    def _is_over(self) -> bool:
        enough = self._course.enough
        is_reached = enough is not None and self.bound >= enough
        return is_reached or time.monotonic() >= self._course.deadline
