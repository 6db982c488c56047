"""The rota with which planning by parts begins, and what any rota must cost."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import inf

import numpy as np

from rostering.solve.limits import after
from rostering.solve.lines.diving import dive
from rostering.solve.lines.generation import Course, Generation
from rostering.solve.lines.in_turn import in_turn
from rostering.solve.lines.pool import Column, Pool
from rostering.solve.lines.split import split
from rostering.solve.matrix import Charges, Matrix, Whole
from rostering.solve.matrix.plain import plain
from rostering.solve.parts.completing import Completing

THREADS = 2
FIRST, SHARE = 0.1, 0.4
"""How much of the time left may go into lines in turn, and into bounds and a dive."""


Told = Callable[[Whole], None]


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where planning by parts begins."""

    solution: Whole | None
    """None where no rota was found."""
    bound: int
    """What any rota costs at least, all charges weighted as they are aimed at."""
    pool: Pool
    """Lines that good rotas are made of."""


def beginning(
    matrix: Matrix, completing: Completing, deadline: float, told: Told
) -> Beginning:
    """A first rota out of whole lines, or the empty one where there is none.

    Everybody's lines in turn come first, in a single turn as that is soon over, then in
    as many turns as pay; after them those of a dive, whoever it leaves open having a
    turn beside the others.

    Args:
        matrix: The model.
        completing: Makes solutions of it; knows what is aimed at.
        deadline: A value of `time.monotonic()`; only a share of the time is used.
        told: Told of each rota that is better than those before.
    """
    pool = Pool(split(plain(matrix), completing.aim))
    best = _Best(completing.aim, told)
    begun = time.monotonic()
    best.take(_made_of(in_turn(pool, begun).lines, pool, completing))
    until = after(FIRST, deadline)
    if 2 * time.monotonic() - begun < until:
        best.take(_made_of(in_turn(pool, until).lines, pool, completing))
    with ThreadPoolExecutor(THREADS) as executor:
        generation = Generation(pool, executor, Course(deadline=after(SHARE, deadline)))
        generation.run()
    everybody = range(len(pool.split.graphs))
    dived = dive(pool, generation.master, everybody, after(SHARE, deadline))
    for person, column in dived.offers:
        pool.take(person, column)
    if dived.settled:
        standing = in_turn(pool, after(FIRST, deadline), dived.settled)
        best.take(_made_of(standing.lines, pool, completing))
    if best.solution is None:
        nobody = np.zeros(matrix.size, np.int64)
        best.take(completing.anew(nobody, matrix.fill_columns))
    return Beginning(best.solution, generation.bound, pool)


class _Best:
    """The best rota so far."""

    def __init__(self, aim: Charges, told: Told) -> None:
        self._aim, self._told = aim, told
        self.solution: Whole | None = None
        self.cost = inf

    def take(self, solution: Whole | None) -> None:
        """Keep a rota that is better, and tell of it."""
        if solution is not None and self._aim.cost(solution) < self.cost:
            self.solution, self.cost = solution, self._aim.cost(solution)
            self._told(solution)


def _made_of(
    lines: Sequence[Column], pool: Pool, completing: Completing
) -> Whole | None:
    """The rota of these lines; people without a graph are filled in by CP-SAT."""
    matrix = pool.split.matrix
    is_settled = matrix.lower == matrix.upper
    values = np.where(is_settled, matrix.lower, 0)
    for column, graph in zip(lines, pool.split.graphs, strict=True):
        values[[*column.line]] = [*column.line.values()]
        is_settled[graph.variables] = True
    fills = matrix.fill_columns
    return completing.anew(values, fills[is_settled[fills]])
