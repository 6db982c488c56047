"""The rota with which planning by parts begins, and what any rota must cost."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import inf

import numpy as np

from rostering.solve.lines.diving import dive
from rostering.solve.lines.generation import Course, Generation
from rostering.solve.lines.pool import Column, Pool
from rostering.solve.lines.split import split
from rostering.solve.matrix import Matrix, Whole
from rostering.solve.matrix.plain import plain
from rostering.solve.parts.completing import Completing

THREADS = 2
SHARE = 0.4
"""How much of the time may go into bounds and the first rota, each."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where planning by parts begins."""

    solution: Whole | None
    """None where no rota was found."""
    bound: int
    """What any rota costs at least, all charges weighted as they are aimed at."""
    pool: Pool
    """Lines that good rotas are made of."""


def beginning(matrix: Matrix, completing: Completing, deadline: float) -> Beginning:
    """A first rota out of whole lines, or the empty one where there is none.

    Args:
        matrix: The model.
        completing: Makes solutions of it; knows what is aimed at.
        deadline: A value of `time.monotonic()`; only a share of the time is used.
    """
    with ThreadPoolExecutor(THREADS) as executor:
        pool = Pool(split(plain(matrix), completing.aim))
        generation = Generation(pool, executor, Course(deadline=_share(deadline)))
        generation.run()
    everybody = range(len(pool.split.graphs))
    dived = dive(pool, generation.master, everybody, _share(deadline))
    for person, column in dived.offers:
        pool.take(person, column)
    solution = None
    if dived.lines is not None:
        lines = [dived.lines[person] for person in everybody]
        solution = _made_of(lines, pool, completing)
    if solution is None:
        nobody = np.zeros(matrix.size, np.int64)
        solution = completing.anew(nobody, matrix.fill_columns)
    return Beginning(solution, generation.bound, pool)


def _share(deadline: float) -> float:
    now = time.monotonic()
    return inf if deadline == inf else now + SHARE * max(0.0, deadline - now)


def _made_of(
    lines: Sequence[Column], pool: Pool, completing: Completing
) -> Whole | None:
    """The rota of these lines; people without a graph are filled in by CP-SAT."""
    matrix = pool.split.matrix
    values = np.zeros(matrix.size, np.int64)
    is_settled = np.zeros(matrix.size, bool)
    for column, graph in zip(lines, pool.split.graphs, strict=True):
        values[[*column.line]] = [*column.line.values()]
        is_settled[graph.variables] = True
    fills = matrix.fill_columns
    return completing.anew(values, fills[is_settled[fills]])
