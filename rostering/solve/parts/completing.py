"""The rest of a solution, once it is settled what is filled."""

from math import inf

import numpy as np

from rostering.solve.find import Brake
from rostering.solve.matrix import Charges, Excerpt, Excerpts, Whole
from rostering.solve.worker import worker

EFFORT = 100.0
"""Much more than it takes where little is left to choose."""


class Completing:
    """Gives everything that fills decide the values that cost least."""

    def __init__(self, excerpts: Excerpts, aim: Charges, brake: Brake) -> None:
        """Complete solutions of the matrix that the excerpts are cut out of."""
        self.excerpts = excerpts
        self.aim = aim
        self.brake = brake

    def changed(self, base: Whole, fills: Whole, values: Whole) -> Whole | None:
        """The base with other values of some fills; None if no rota is like that."""
        changed = base[fills] != values
        fills, values = fills[changed], values[changed]
        excerpt = self.excerpts.cut_columns(fills, base, self.aim)
        return self._with(excerpt, fills, values)

    def anew(self, values: Whole, settled: Whole) -> Whole | None:
        """The solution in which these variables have the values that they have here.

        Args:
            values: The values of all variables; those that are not settled do not
                matter.
            settled: The variables that keep theirs, fills above all.
        """
        is_open = np.ones(len(values), bool)
        is_open[settled] = False
        excerpt = self.excerpts.cut_free(np.flatnonzero(is_open), values, self.aim)
        excerpt.model.clear_hints()  # type: ignore[no-untyped-call]
        nothing = np.zeros(0, np.int64)
        return self._with(excerpt, nothing, nothing)

    def _with(self, excerpt: Excerpt, fills: Whole, values: Whole) -> Whole | None:
        variables = excerpt.model.proto.variables
        places = np.searchsorted(excerpt.free, fills).tolist()
        for place, value in zip(places, values.tolist(), strict=True):
            domain = variables[place].domain
            if not domain[0] <= value <= domain[1]:
                return None
            domain[0] = domain[1] = value
        find = self.brake.run(worker(EFFORT, seed=0, deadline=inf), excerpt.model)
        return excerpt.whole(find.solution) if find.solution else None
