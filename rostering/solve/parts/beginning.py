"""The rota with which planning by parts begins, and what any rota must cost."""

import time
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
        pool = Pool(split(plain(matrix), completing.aim, executor))
        generation = Generation(pool, executor, Course(deadline=_share(deadline)))
        generation.run()
        lines = dive(generation, _share(deadline))
    solution = None if lines is None else _made_of(lines, matrix, completing)
    if solution is None:
        solution = _nobody(matrix, completing)
    return Beginning(solution, generation.bound, pool)


def _share(deadline: float) -> float:
    now = time.monotonic()
    return inf if deadline == inf else now + SHARE * max(0.0, deadline - now)


def _made_of(
    lines: tuple[Column, ...], matrix: Matrix, completing: Completing
) -> Whole | None:
    values = np.zeros(matrix.size, np.int64)
    for column in lines:
        values[[*column.line]] = [*column.line.values()]
    fills = _fills(matrix)
    return completing.anew(matrix.size, fills, values[fills])


def _nobody(matrix: Matrix, completing: Completing) -> Whole | None:
    fills = _fills(matrix)
    return completing.anew(matrix.size, fills, np.zeros(len(fills), np.int64))


def _fills(matrix: Matrix) -> Whole:
    return np.sort(np.array([*matrix.fills.values()], np.int64))
