"""Planning a rota anew part by part, two at a time.

The parts are numbered, and each is drawn from what all but the last few have come to.
So two are always under way, and the same rota comes every time, however long each of
them takes on the clock.
"""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from math import inf

import numpy as np
from ortools.sat.python import cp_model

from rostering.solve.find import Brake, Find
from rostering.solve.matrix import Excerpt, Excerpts, Matrix, Whole
from rostering.solve.parts.aim import aimed_at, costs
from rostering.solve.parts.choosing import Choosing
from rostering.solve.parts.places import Places
from rostering.solve.parts.tempting import Temptations
from rostering.solve.parts.ways import Ways
from rostering.solve.worker import worker

SIDE_BY_SIDE = 2
AHEAD = 3
"""How many parts may be under way or waiting at a time."""
FIRST_SIZE = 300
EFFORT = 0.2
"""What a part may take at first, in the solver's units of work."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long a rota is improved; without a deadline it always comes to the same."""

    work: float = inf
    """In the solver's units."""
    patience: float = inf
    """So much work without a better rota ends it."""
    deadline: float = inf
    """A value of `time.monotonic()`."""


@dataclass(frozen=True)
class Try:
    """One part that is planned anew."""

    kind: str
    excerpt: Excerpt
    base: tuple[int, ...]
    """What the solution cost that it was drawn from."""
    solver: cp_model.CpSolver
    find: Future[Find]


class Improver:
    """Improves solutions of one matrix, all tiers at once, first things first."""

    def __init__(self, matrix: Matrix, seed: int, brake: Brake) -> None:
        """Look at the matrix once, for all parts to come."""
        self._matrix = matrix
        self._brake = brake
        self._aim = aimed_at(matrix.charges)
        self._excerpts = Excerpts(matrix)
        places = Places.of(matrix)
        self._fills = places.columns
        self._chance = np.random.default_rng(seed)
        temptations = Temptations(matrix, places, self._aim)
        self._ways = Ways(places, temptations, self._chance)
        self._choosing = Choosing(self._ways.kinds, FIRST_SIZE, len(places))
        self._seed = seed
        self._count = 0
        self._spent = 0.0

    def run(
        self,
        solution: Whole,
        course: Course,
        told: Callable[[Whole], None] = lambda _: None,
    ) -> Whole:
        """The best solution found; each that is better on the way is told."""
        self._ways.look_at(solution)
        end, in_vain = self._spent + course.work, 0.0
        under_way: deque[Try] = deque()
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            while True:
                is_over = (
                    self._brake.pulled.is_set()
                    or time.monotonic() >= course.deadline
                    or self._spent >= end
                    or in_vain >= course.patience
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
                    self._ways.look_at(solution)
                    if not is_equal:
                        in_vain = 0.0
                        told(solution)

    def _begin(self, solution: Whole, deadline: float, pool: ThreadPoolExecutor) -> Try:
        kind, size = self._choosing.next(self._chance)
        part = self._fills[self._ways.draw(kind, size)]
        excerpt = self._excerpts.cut_columns(part, solution, self._aim)
        self._count += 1
        seed = (self._seed + self._count) % 2**31
        solver = worker(EFFORT, seed=seed, deadline=deadline)
        solver.parameters.symmetry_level = 0
        solver.parameters.cp_model_probing_level = 0
        find = pool.submit(self._brake.run, solver, excerpt.model)
        return Try(kind, excerpt, self._costs(solution), solver, find)

    def _end(self, one: Try, solution: Whole) -> Whole | None:
        """What the try makes of the solution, where it is no worse."""
        find = one.find.result()
        work = one.solver.response_proto.deterministic_time if find.solution else EFFORT
        self._spent += work
        better = self._made_of(one, find, solution) if find.solution else None
        gained = 0.0
        if better is not None:
            before, after = self._aim.cost(solution), self._aim.cost(better)
            gained = max(0, before - after) / max(1, before)
        self._choosing.note(one.kind, gained, work, is_closed=find.is_closed)
        return better

    def _made_of(self, one: Try, find: Find, solution: Whole) -> Whole | None:
        found = one.excerpt.whole(find.solution)
        if self._costs(found) > one.base:
            return None
        if one.excerpt.solution is not solution:
            merged = self._merged(one.excerpt.solution, found, solution)
            if merged is None:
                return None
            found = merged
        return found if self._costs(found) <= self._costs(solution) else None

    def _merged(self, base: Whole, found: Whole, solution: Whole) -> Whole | None:
        """What the find changed of its base, changed in the solution too."""
        fills = self._fills
        changed = fills[base[fills] != found[fills]]
        if (solution[changed] != base[changed]).any():
            return None
        excerpt = self._excerpts.cut_columns(changed, solution, self._aim)
        variables = excerpt.model.proto.variables
        position = np.searchsorted(excerpt.free, changed)
        for where, value in zip(
            position.tolist(), found[changed].tolist(), strict=True
        ):
            domain = variables[where].domain
            domain[0] = domain[1] = value
        find = self._brake.run(worker(EFFORT, seed=0, deadline=inf), excerpt.model)
        return excerpt.whole(find.solution) if find.solution else None

    def _costs(self, solution: Whole) -> tuple[int, ...]:
        return costs(self._matrix.charges, solution)
