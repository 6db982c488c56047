"""Planning a rota anew part by part, two at a time.

The parts are numbered, and each is drawn from what all but the last few have come to.
So two are always under way, and the same rota comes every time, however long each of
them takes on the clock.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from math import inf

import numpy as np

from rostering.solve.matrix import Matrix, Whole
from rostering.solve.parts.aim import costs
from rostering.solve.parts.answer import Answer, Planner
from rostering.solve.parts.choosing import Choosing
from rostering.solve.parts.completing import Completing

SIDE_BY_SIDE = 2
AHEAD = 3
"""How many parts may be under way or waiting at a time."""
OWN_WORK = 0.05
"""What each part takes on top: choosing it, cutting it out, and putting it back."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long a rota is improved; without a deadline it always comes to the same."""

    work: float = inf
    """In the solver's units."""
    patience: float = inf
    """So much work without a better rota ends it."""
    deadline: float = inf
    """A value of `time.monotonic()`."""
    enough: int = 0
    """A charge, all tiers weighted as they are aimed at, that no rota is below."""


@dataclass(frozen=True, slots=True)
class Try:
    """One part that is planned anew."""

    kind: str
    planner: Planner
    base: Whole
    """The solution that it was drawn from."""
    answer: Future[Answer]


class Improver:
    """Improves solutions of one matrix, all tiers at once, first things first."""

    def __init__(
        self,
        matrix: Matrix,
        planners: Sequence[Planner],
        completing: Completing,
        chance: np.random.Generator,
    ) -> None:
        """Plan parts in all the ways that the planners have."""
        self._matrix = matrix
        self._completing = completing
        self._chance = chance
        self._fills = matrix.fill_columns
        self._planners = {kind: one for one in planners for kind in one.kinds}
        sizes = {k: size for one in planners for k, size in one.kinds.items()}
        self._choosing = Choosing(sizes, len(self._fills))
        self._spent = 0.0

    def run(
        self,
        solution: Whole,
        course: Course,
        told: Callable[[Whole], None] = lambda _: None,
    ) -> Whole:
        """The best solution found; each that is better on the way is told."""
        self._look_at(solution)
        end, in_vain = self._spent + course.work, 0.0
        under_way: deque[Try] = deque()
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            while True:
                is_over = (
                    self._completing.brake.pulled.is_set()
                    or time.monotonic() >= course.deadline
                    or self._spent >= end
                    or in_vain >= course.patience
                    or self._completing.aim.cost(solution) <= course.enough
                )
                while not is_over and len(under_way) < AHEAD:
                    under_way.append(self._begin(solution, course.deadline, pool))
                if not under_way:
                    return solution
                before = self._spent
                better = self._end(under_way.popleft(), solution)
                in_vain += self._spent - before
                if better is not None:
                    is_equal = self._costs(better) == self._costs(solution)
                    solution = better
                    self._look_at(solution)
                    if not is_equal:
                        in_vain = 0.0
                        told(solution)

    def _look_at(self, solution: Whole) -> None:
        for planner in dict.fromkeys(self._planners.values()):
            planner.look_at(solution)

    def _begin(self, base: Whole, deadline: float, pool: ThreadPoolExecutor) -> Try:
        kind, size = self._choosing.next(self._chance)
        planner = self._planners[kind]
        return Try(
            kind, planner, base, pool.submit(planner.begin(kind, size, deadline))
        )

    def _end(self, one: Try, solution: Whole) -> Whole | None:
        """What the try makes of the solution, where it is no worse."""
        answer = one.answer.result()
        one.planner.note(answer)
        work = OWN_WORK + answer.work
        self._spent += work
        better = None
        if answer.solution is not None:
            better = self._made_of(one, answer.solution, solution)
        gained = 0.0
        if better is not None:
            aim = self._completing.aim
            before, after = aim.cost(solution), aim.cost(better)
            gained = max(0, before - after) / max(1, before)
        self._choosing.note(one.kind, gained, work, is_closed=answer.is_closed)
        return better

    def _made_of(self, one: Try, found: Whole, solution: Whole) -> Whole | None:
        if self._costs(found) > self._costs(one.base):
            return None
        if one.base is not solution:
            merged = self._merged(one.base, found, solution)
            if merged is None:
                return None
            found = merged
        return found if self._costs(found) <= self._costs(solution) else None

    def _merged(self, base: Whole, found: Whole, solution: Whole) -> Whole | None:
        """What was changed of the base, changed in the solution too."""
        fills = self._fills
        changed = fills[base[fills] != found[fills]]
        if (solution[changed] != base[changed]).any():
            return None
        return self._completing.changed(solution, changed, found[changed])

    def _costs(self, solution: Whole) -> tuple[int, ...]:
        return costs(self._matrix.charges, solution)
