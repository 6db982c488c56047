"""A rota of all regions, one after another, the people of the others being fixed."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from rostering.domain import Fill
from rostering.solve.find import Brake
from rostering.solve.limits import Limits
from rostering.solve.matrix import Excerpts, Matrix, Whole
from rostering.solve.parts import aimed_at, beginning
from rostering.solve.parts.aim import costs
from rostering.solve.regions.small import in_place
from rostering.solve.search import Report
from rostering.solve.tiers import solve_tiers
from rostering.solve.worker import worker

EFFORT = 100.0
"""Much more than it takes where the fills are all given."""


@dataclass(frozen=True)
class Planning:
    """One matrix, of which regions are planned while the rest stays."""

    matrix: Matrix
    excerpts: Excerpts
    limits: Limits
    brake: Brake

    def nobody(self) -> Whole | None:
        """The rota without a fill, to begin with; None where pins forbid it."""
        return beginning(self.matrix, self.excerpts, self.brake)

    def with_fills(
        self, columns: Whole, fills: Collection[Fill], solution: Whole
    ) -> Whole | None:
        """The rota in which the region has just these fills, if it may.

        Args:
            columns: The variables of the region's fills.
            fills: Those that shall be.
            solution: The rota as it stands.
        """
        wanted = np.zeros(self.matrix.size, np.int64)
        wanted[[self.matrix.fills[fill] for fill in fills]] = 1
        aim = aimed_at(self.matrix.charges)
        excerpt = self.excerpts.cut_columns(columns, solution, aim)
        where = np.searchsorted(excerpt.free, columns).tolist()
        for place, value in zip(where, wanted[columns].tolist(), strict=True):
            domain = excerpt.model.proto.variables[place].domain
            domain[0] = domain[1] = value
        solver = worker(EFFORT, seed=0, deadline=float("inf"))
        find = self.brake.run(solver, excerpt.model)
        return excerpt.whole(find.solution) if find.solution else None

    def anew(self, columns: Whole, solution: Whole, report: Report) -> Whole:
        """The best rota in which only the region changes; the one given, at worst."""
        aim = aimed_at(self.matrix.charges)
        excerpt = self.excerpts.cut_columns(columns, solution, aim)
        choices = in_place(self.matrix, excerpt)
        part = solve_tiers(choices, self.limits, self.brake, report)
        better = self.with_fills(columns, part.fills, solution) if part.fills else None
        if better is None or self.costs(better) > self.costs(solution):
            return solution
        return better

    def costs(self, solution: Whole) -> tuple[int, ...]:
        """What each tier costs, first things first."""
        return costs(self.matrix.charges, solution)
