"""A large model: cover and care each by one solver, then all tiers at once by parts.

Whoever races for the proof of one tier after another spends the time of a large model
on its relaxations, and has no better rota for it. Planned anew part by part, a rota is
soon about as good as it gets; then each tier is bounded, as good as it is in that rota.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

import numpy as np
from ortools.sat.python import cp_model

from rostering.decisions import Choices
from rostering.domain import Tier
from rostering.solve.bounding import Bounding
from rostering.solve.find import Brake
from rostering.solve.limits import HALF, Limits, after
from rostering.solve.matrix import Excerpts, Matrix, Whole, matrix_of
from rostering.solve.part import Part, TierBound
from rostering.solve.parts import Course, improved
from rostering.solve.parts.aim import aimed_at, costs
from rostering.solve.parts.completing import Completing
from rostering.solve.result import Outcome
from rostering.solve.search import Report
from rostering.solve.worker import worker

LARGE = 3000
"""A model with more fills is large."""
FIRST = (Tier.COVER, Tier.CARE)
"""Matters of logic, of which one solver soon proves the least."""
SPRINT = 0.1
"""The effort of that solver, in its units, in a model of the usual size."""
USUAL = 1500
"""So many fills are usual."""
SLOWER = 2.5
"""The power of the size with which the effort of the solver grows."""
WORK, PATIENCE = 16.0, 3.0
"""How long parts are improved, and how long in vain, in the solver's units of work."""
BY_PARTS = 0.6
"""The share of the time left in which they are."""


def solve_large(
    decisions: Choices,
    limits: Limits,
    brake: Brake,
    report: Report,
    *,
    is_bounded: bool = True,
) -> Part | None:
    """The best rota found of a large model; None where there is none to begin with.

    Args:
        decisions: The model.
        limits: How long to search.
        brake: Whoever pulls it ends the search with the best rota so far.
        report: Told of every better rota and bound.
        is_bounded: Whether to bound the tiers too; not where only the rota is wanted.
    """
    course = _Course(decisions, limits, brake, report)
    if not all(course.settle(tier) for tier in FIRST):
        return Part(Outcome.INFEASIBLE)
    matrix = matrix_of(decisions)
    solution = course.improved(matrix)
    if solution is None:
        return None
    bounds = tuple(course.bounds(matrix, solution)) if is_bounded else ()
    return Part.found(decisions.read(solution.tolist()), bounds)


class _Course:
    """How far one large model has come."""

    def __init__(
        self, decisions: Choices, limits: Limits, brake: Brake, report: Report
    ) -> None:
        self._decisions, self._limits = decisions, limits
        self._brake, self._report = brake, report
        seconds = inf if limits.seconds is None else limits.seconds
        self._end = time.monotonic() + seconds
        self._known: Sequence[int] = ()
        self._bounds: dict[Tier, int] = {}
        self._seconds: dict[Tier, float] = {}

    def settle(self, tier: Tier) -> bool:
        """Let one solver look for the least of a tier; False where there is no rota."""
        start = time.monotonic()
        decisions, limits = self._decisions, self._limits
        decisions.model.minimize(decisions.cost(tier))
        larger = max(1.0, len(decisions.fill_claims) / USUAL)
        effort = SPRINT * limits.effort * larger**SLOWER
        solver = worker(effort, seed=limits.seed, deadline=after(HALF, self._end))
        find = self._brake.run(solver, decisions.model)
        if find.solution:
            self._known = find.solution
            decisions.model.add(decisions.cost(tier) <= find.value)
            decisions.hint(find.solution)
        self._bounds[tier] = find.bound
        self._seconds[tier] = time.monotonic() - start
        self._report(tier, find.value if find.solution else None, find.bound)
        return find.status != cp_model.INFEASIBLE

    def improved(self, matrix: Matrix) -> Whole | None:
        """The rota after many parts of it were planned anew; None without any rota."""
        aim, excerpts = aimed_at(matrix.charges), Excerpts(matrix)
        if self._known:
            solution = np.array(self._known, np.int64)
        else:
            # There is to be a rota also once it is to stop.
            nobody = np.zeros(matrix.size, np.int64)
            made = Completing(excerpts, aim, Brake()).anew(nobody, matrix.fill_columns)
            if made is None:
                return None
            solution = made
        effort = self._limits.of_sums.effort
        course = Course(effort * WORK, effort * PATIENCE, after(BY_PARTS, self._end))
        completing = Completing(excerpts, aim, self._brake)

        def told(better: Whole) -> None:
            values = costs(matrix.charges, better)
            for tier, value in zip(sorted(matrix.charges), values, strict=True):
                self._report(tier, value, self._bounds.get(tier, 0))

        told(solution)
        seed = self._limits.seed
        return improved(solution, completing, course, seed=seed, told=told)

    def bounds(self, matrix: Matrix, solution: Whole) -> Iterator[TierBound]:
        """What each tier costs at least, given what the earlier ones cost."""
        effort = self._limits.of_sums.effort
        bounding = Bounding(
            matrix, solution, self._bounds, effort, self._brake, self._end
        )
        for found in bounding.bounds():
            charges = matrix.charges.get(found.tier)
            value = 0 if charges is None else charges.cost(solution)
            self._report(found.tier, value, found.bound)
            seconds = found.seconds + self._seconds.get(found.tier, 0.0)
            yield replace(found, seconds=seconds)
