"""Two solvers side by side on the whole of a tier, for the proof.

CP-SAT with the full linear relaxation is soon done with what logic decides; HiGHS with
what is a matter of sums. Neither tells the other anything while they run, and where
both come to an end the first in order is taken: so the same rota comes every time.
"""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from rostering.decisions import Choices
from rostering.domain import Tier
from rostering.solve.find import Brake, Find
from rostering.solve.matrix import matrix_of
from rostering.solve.programme import Allowance, Programme, pauses_for, searched
from rostering.solve.worker import worker

PAUSES = 500
"""How often HiGHS may ask to go on in one unit of effort."""


@dataclass(frozen=True, slots=True)
class Entry:
    """With what the two start, and how far they may go."""

    known: Sequence[int]
    """A solution to begin at; empty where there is none."""
    effort: float
    """In the units of work of CP-SAT."""
    deadline: float
    """A value of `time.monotonic()`; infinity sets no limit on the clock."""
    seed: int


def race(
    decisions: Choices, tier: Tier, entry: Entry, brake: Brake
) -> tuple[Find, ...]:
    """What the two come to; only the first one, where it comes to an end.

    The objective of the model must be the charge of the tier.
    """
    matrix = matrix_of(decisions)
    programme = Programme(matrix, tier)
    pauses = pauses_for(matrix, PAUSES * entry.effort)
    solver = worker(entry.effort, seed=entry.seed, deadline=entry.deadline)
    with ThreadPoolExecutor(1) as pool:
        rival = pool.submit(_run, programme, entry, pauses, brake)
        find = brake.run(solver, decisions.model)
        if find.is_closed:
            programme.stop_search()
            return (find,)
        return (find, rival.result())


def _run(programme: Programme, entry: Entry, pauses: int, brake: Brake) -> Find:
    allowance = Allowance(pauses, entry.deadline - time.monotonic(), entry.seed)
    return searched(programme, entry.known, allowance, brake)
