"""A rota of all regions, one after another, the people of the others being fixed."""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np

from rostering.domain import Fill
from rostering.solve.find import Brake
from rostering.solve.limits import Limits
from rostering.solve.matrix import Excerpts, Matrix, Whole
from rostering.solve.parts.aim import aimed_at, costs
from rostering.solve.parts.completing import Completing
from rostering.solve.regions.small import in_place
from rostering.solve.search import Report
from rostering.solve.tiers import solve_tiers


@dataclass(frozen=True)
class Planning:
    """One matrix, of which regions are planned while the rest stays."""

    matrix: Matrix
    limits: Limits
    brake: Brake
    completing: Completing = field(init=False)

    def __post_init__(self) -> None:
        """Look at the matrix once, for all regions."""
        aim = aimed_at(self.matrix.charges)
        # What there is can be put together in a moment, also once it is to stop.
        made = Completing(Excerpts(self.matrix), aim, Brake())
        object.__setattr__(self, "completing", made)

    def nobody(self) -> Whole | None:
        """The rota without a fill, to begin with; None where pins forbid it."""
        nothing = np.zeros(self.matrix.size, np.int64)
        return self.completing.anew(nothing, self.matrix.fill_columns)

    def with_fills(
        self, columns: Whole, fills: Collection[Fill], solution: Whole
    ) -> Whole | None:
        """The rota in which a region has just these fills, if it may.

        Args:
            columns: The variables of the region's fills, in ascending order.
            fills: Those that shall be.
            solution: The rota as it stands.
        """
        wanted = np.zeros(self.matrix.size, np.int64)
        wanted[[self.matrix.fills[fill] for fill in fills]] = 1
        return self.completing.changed(solution, columns, wanted[columns])

    def anew(self, columns: Whole, solution: Whole, report: Report) -> Whole:
        """The best rota in which only the region changes; the one given, at worst."""
        completing = self.completing
        excerpt = completing.excerpts.cut_columns(columns, solution, completing.aim)
        choices = in_place(self.matrix, excerpt)
        part = solve_tiers(choices, self.limits, self.brake, report, is_bounded=False)
        better = self.with_fills(columns, part.fills, solution) if part.fills else None
        if better is None or self.costs(better) > self.costs(solution):
            return solution
        return better

    def costs(self, solution: Whole) -> tuple[int, ...]:
        """What each tier costs, first things first."""
        return costs(self.matrix.charges, solution)
