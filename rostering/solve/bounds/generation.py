"""Lines found one after another, each the cheapest as the rows are then worth."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, gcd, inf

import numpy as np

from rostering.solve.bounds.master import Master
from rostering.solve.bounds.relaxation import Reals, duals
from rostering.solve.bounds.split import Line, Split, split
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


@dataclass(frozen=True, slots=True)
class LineBound:
    """What any solution costs at least, and lines that good solutions are made of."""

    bound: int
    lines: tuple[Line, ...] = ()
    """All lines in the last mixture, those with the largest shares first."""


def line_bound(
    matrix: Matrix,
    charges: Charges,
    course: Course = Course(),
    told: Callable[[int], None] = lambda _: None,
) -> LineBound:
    """The best bound that lines of duties prove.

    Args:
        matrix: The model, with the limits of earlier tiers as rows.
        charges: What is to be made least.
        course: How long to look.
        told: Told of each better bound.
    """
    if not matrix.fills:
        return LineBound(0)
    bare = plain(matrix)
    with ThreadPoolExecutor(THREADS) as pool:
        parts = split(bare, charges, pool)
        first = duals(bare, charges, course.deadline)[parts.rows]
        return _Generation(parts, pool, course, told).run(first)


class _Generation:
    def __init__(
        self,
        parts: Split,
        pool: Executor,
        course: Course,
        told: Callable[[int], None],
    ) -> None:
        self._parts, self._pool, self._course, self._told = parts, pool, course, told
        self._master = Master(parts)
        self._best = Fraction(0)
        self._centre: Reals = np.zeros(len(parts.rows))

    def run(self, first: Reals) -> LineBound:
        """Price, mix and price again, until both agree or time is up."""
        self._price(first)
        steady = STEADY
        for _ in range(self._course.rounds):
            if self._is_over():
                break
            mixture = self._master.mixture()
            if mixture.cost <= self._bound() + SLACK:
                break
            towards = steady * self._centre + (1 - steady) * mixture.multipliers
            if not self._price(towards):
                steady /= 2
        return LineBound(self._bound(), self._mixed())

    def _price(self, values: Reals) -> int:
        """Take the lines that are cheapest at these multipliers; how many are new."""
        priced = self._parts.priced(values, self._pool)
        if priced.bound >= self._best:
            self._best, self._centre = priced.bound, values
            self._told(self._bound())
        return self._master.add(priced.lines)

    def _bound(self) -> int:
        """Every cost is a multiple of what all charges are multiples of."""
        step = gcd(*self._parts.charges.weights.tolist()) or 1
        return ceil(self._best / step) * step

    def _is_over(self) -> bool:
        enough = self._course.enough
        is_reached = enough is not None and self._bound() >= enough
        return is_reached or time.monotonic() >= self._course.deadline

    def _mixed(self) -> tuple[Line, ...]:
        shares = self._master.shares()
        if len(shares) != len(self._master.lines):
            return ()
        order = np.argsort(-shares, kind="stable")
        lines: Sequence[tuple[int, Line]] = self._master.lines
        return tuple(lines[n][1] for n in order if shares[n] > SLACK)
