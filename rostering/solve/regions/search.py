"""The search for a rota of several regions.

Each region is solved by itself first, which gives a bound of the whole and a good rota
of the region. Then these are put together, one after another; whoever rides in two
regions may be wanted in both, and such a region is planned anew around what stands.
"""

import time
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from rostering.decisions import Choices
from rostering.domain import Fill, Tier
from rostering.solve.find import Brake
from rostering.solve.large import FIRST, LARGE
from rostering.solve.limits import Limits
from rostering.solve.lines.relaxation import relaxed_bound
from rostering.solve.matrix import Matrix, Whole, matrix_of
from rostering.solve.matrix.plain import plain
from rostering.solve.part import Part
from rostering.solve.parts import Course, improved
from rostering.solve.programme import NOTHING
from rostering.solve.regions.bounds import bounds_of
from rostering.solve.regions.cars import Cars
from rostering.solve.regions.owners import owners
from rostering.solve.regions.planning import Planning
from rostering.solve.regions.small import alone
from rostering.solve.search import Report, Search
from rostering.solve.tiers import solve_tiers

SIDE_BY_SIDE = 2
FULL = 2
"""So many regions are searched with all effort; more of them with less each."""
ALONE, ANEW, BY_PARTS, AGAIN = 0.4, 0.2, 0.2, 0.2
"""How the time is shared: regions alone, some anew, all by parts, and bounds."""
WORK, PATIENCE = 20.0, 2.0
"""How long parts are improved, and how long in vain, in the solver's units of work."""


def by_region(
    decisions: Choices,
    regions: Sequence[Cars],
    limits: Limits,
    brake: Brake,
    report: Report,
) -> Part | None:
    """The best rota of these regions that was found.

    There is none where pins forbid to begin, or where there are no two regions.

    Args:
        decisions: The model of all regions.
        regions: Every car in one of them.
        limits: How long to search.
        brake: Whoever pulls it ends the search with the best rota so far.
        report: Told of every better rota and bound.
    """
    count = len(regions)
    if count == 1:
        return None
    matrix = matrix_of(decisions)
    planning = Planning(matrix, _each(limits, ANEW, count), brake)
    nobody = planning.nobody()
    if nobody is None:
        return None
    split = _Split(matrix, regions, owners(matrix, tuple(regions)), limits, brake)
    parts = split.solved(_each(limits, SIDE_BY_SIDE * ALONE, count), report)
    solution = split.together(planning, parts, nobody, report)
    if planning.costs(solution) > split.least(parts):
        solution = _improved(planning, solution, limits)
    costs = {tier: charges.cost(solution) for tier, charges in matrix.charges.items()}
    bounds = bounds_of(parts, costs, split.bound_again)
    return Part.found(decisions.read(solution.tolist()), bounds)


def _each(limits: Limits, time: float, regions: int) -> Limits:
    """What each region may take of a share of the time."""
    seconds = None if limits.seconds is None else limits.seconds * time / regions
    return replace(limits, seconds=seconds, share=min(1.0, FULL / regions))


def _improved(planning: Planning, solution: Whole, limits: Limits) -> Whole:
    """The rota after parts of it were planned anew, across the regions too."""
    left = float("inf") if limits.seconds is None else limits.seconds * BY_PARTS
    work, patience = limits.effort * WORK, limits.effort * PATIENCE
    course = Course(work, patience, time.monotonic() + left)
    return improved(solution, planning.completing, course, seed=limits.seed)


@dataclass(frozen=True)
class _Split:
    """One matrix and the regions that its variables belong to."""

    matrix: Matrix
    regions: Sequence[Cars]
    owned: Whole
    limits: Limits
    brake: Brake

    def solved(self, limits: Limits, report: Report) -> list[Part]:
        """Each region by itself."""
        told: dict[tuple[int, Tier], int] = {}

        def solve(region: int) -> Part:
            def note(tier: Tier, best: int | None, bound: int) -> None:  # noqa: ARG001
                told[region, tier] = bound
                total = sum(b for (_, its), b in [*told.items()] if its is tier)
                report(tier, None, total)

            return solve_tiers(self._alone(region), limits, self.brake, note)

        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return list(pool.map(solve, range(len(self.regions))))

    def together(
        self, planning: Planning, parts: Sequence[Part], nobody: Whole, report: Report
    ) -> Whole:
        """A rota of all regions, from what each would have by itself."""
        solution = nobody
        for region, part in enumerate(parts):
            columns = self._fills(region)
            as_wished = planning.with_fills(columns, part.fills, solution)
            begun = as_wished
            if begun is None:
                unshared = self._unshared(region, part.fills, solution)
                begun = planning.with_fills(columns, unshared, solution)
            if begun is not None and planning.costs(begun) < planning.costs(solution):
                solution = begun
            spent = self._costs(region, solution)
            is_large = len(columns) > LARGE
            # What else a large region costs more is improved part by part later.
            minded = FIRST if is_large else tuple(Tier)
            is_short = as_wished is None and not is_large
            if is_short or not _is_as_good(part, spent, minded):
                solution = planning.anew(columns, solution, _silent)
            for tier, cost in zip(
                sorted(self.matrix.charges), planning.costs(solution), strict=True
            ):
                report(tier, cost, 0)
        return solution

    def _unshared(
        self, region: int, fills: Collection[Fill], solution: Whole
    ) -> Collection[Fill]:
        """The fills of people who have none in another region."""
        busy = {
            fill.person
            for fill, column in self.matrix.fills.items()
            if solution[column] and fill.shift.unit not in self.regions[region]
        }
        return [fill for fill in fills if fill.person not in busy]

    def least(self, parts: Sequence[Part]) -> tuple[int, ...]:
        """What the tiers cost at least that are charged for, all regions together."""
        return tuple(
            sum(b.bound for part in parts for b in part.bounds if b.tier is tier)
            for tier in sorted(self.matrix.charges)
        )

    def bound_again(self, region: int, tier: Tier, allowed: Mapping[Tier, int]) -> int:
        """The least of a region's tier, where the earlier may cost so much."""
        choices = self._alone(region)
        for earlier, most in allowed.items():
            choices.model.add(choices.cost(earlier) <= most)
        limits = _each(self.limits, AGAIN / len(Tier), len(self.regions)).of_sums
        end = float("inf") if limits.seconds is None else limits.seconds
        deadline = time.monotonic() + end
        if len(choices.fill_claims) > LARGE:
            small = matrix_of(choices)
            charges = small.charges.get(tier, NOTHING)
            return relaxed_bound(plain(small), charges, deadline)
        search = Search(choices, tier, limits, self.brake)
        return search.run(_silent, (), deadline).bound

    def _alone(self, region: int) -> Choices:
        return alone(self.matrix, np.flatnonzero(self.owned == region))

    def _fills(self, region: int) -> Whole:
        columns = (
            column
            for fill, column in self.matrix.fills.items()
            if fill.shift.unit in self.regions[region]
        )
        return np.array(sorted(columns), np.int64)

    def _costs(self, region: int, solution: Whole) -> tuple[int, ...]:
        """What the region is charged, and what the regions have in common."""
        mine = np.where(self.owned == region, solution, 0)
        charges = self.matrix.charges
        return tuple(charges[t].cost(mine) if t in charges else 0 for t in Tier)


def _is_as_good(part: Part, costs: Sequence[int], minded: Collection[Tier]) -> bool:
    """Whether a region costs among the others what was proved of it alone."""
    return all(
        cost <= each.bound
        for each, cost in zip(part.bounds, costs, strict=False)
        if each.is_proved and each.tier in minded
    )


def _silent(tier: Tier, best: int | None, bound: int) -> None:
    """Tell nobody."""
