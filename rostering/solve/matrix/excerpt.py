"""The small model in which only chosen fills may change, cut out of a matrix."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from rostering.domain import Fill
from rostering.solve.matrix.lists import Lists, Whole, starts
from rostering.solve.matrix.matrix import Charges, Matrix, holds, variables_of
from rostering.solve.matrix.writing import Sums, written


@dataclass(frozen=True)
class Excerpt:
    """A small model, and how its solutions are solutions of the whole."""

    model: cp_model.CpModel
    """With objective (that of the whole: what is fixed counts too) and hint."""
    free: Whole
    """The variables of the whole that may change, in the order of the small ones."""
    solution: Whole
    """The solution of the whole that it was cut out of."""

    def whole(self, values: Sequence[int]) -> Whole:
        """The solution of the whole that has these values in its changed part."""
        solution = self.solution.copy()
        solution[self.free] = values
        return solution


class Excerpts:
    """Cuts small models out of one matrix, in milliseconds each.

    In each the chosen fills may change, and with them whatever they decide, by however
    many steps, and each charge or supposition that shares a row with what may change.
    All else keeps the value that it has in the solution, as part of the limits of rows.
    So every solution of an excerpt is one of the whole, and none is lost that differs
    in these fills alone, if in the solution no charge is higher than its rows ask.
    """

    def __init__(self, matrix: Matrix) -> None:
        """Work out once which rows each variable is in, and what they move."""
        self.matrix = matrix
        conditions = Lists(matrix.unless.start, variables_of(matrix.unless.items))
        members = matrix.columns.joined(conditions)
        self._rows_of = members.turned(matrix.size)
        self._decides = matrix.inputs.turned(matrix.size)
        self._moved_by = _moved_by(matrix, members)

    def cut(self, fills: Iterable[Fill], solution: Whole, charges: Charges) -> Excerpt:
        """The model in which these fills may change.

        Args:
            fills: Those that may change.
            solution: The values of all variables; it must keep every row.
            charges: What is to be made least.
        """
        chosen = self.matrix.fills
        columns = np.array([chosen[fill] for fill in fills], np.int64)
        return self.cut_columns(columns, solution, charges)

    def cut_columns(self, columns: Whole, solution: Whole, charges: Charges) -> Excerpt:
        """The model in which the fills with these variables may change."""
        return self.cut_free(self._closure(columns), solution, charges)

    def cut_free(self, free: Whole, solution: Whole, charges: Charges) -> Excerpt:
        """The model in which just these variables may change, in ascending order."""
        small = np.full(self.matrix.size, -1)
        small[free] = np.arange(len(free))
        sums = self._sums(free, small, solution)
        model = written(sums, self.matrix.lower[free], self.matrix.upper[free])
        _aim(model, charges, solution, small)
        hint = model.proto.solution_hint
        hint.vars.extend(range(len(free)))
        hint.values.extend(solution[free].tolist())
        return Excerpt(model, free, solution)

    def _closure(self, chosen: Whole) -> Whole:
        """The chosen variables and all that they move."""
        seen = np.zeros(self.matrix.size, bool)
        edge = chosen
        while len(edge):
            seen[edge] = True
            rows = np.unique(self._rows_of.taken(edge))
            moved = (self._decides.taken(edge), self._moved_by.taken(rows))
            found = np.unique(np.concatenate(moved))
            edge = found[~seen[found]]
        return np.flatnonzero(seen)

    def _sums(self, free: Whole, small: Whole, solution: Whole) -> Sums:
        """The rows in which something is free, the rest being part of their limits."""
        matrix = self.matrix
        rows = np.unique(self._rows_of.taken(free))
        rows = rows[self._is_asked(rows, small, solution)]
        where = matrix.columns.where(rows)
        owners = np.repeat(np.arange(len(rows)), matrix.columns.sizes[rows])
        columns, weights = matrix.columns.items[where], matrix.weights[where]
        is_free = small[columns] >= 0
        values = np.where(is_free, 0, weights * solution[columns])
        folded = Lists(starts(matrix.columns.sizes[rows]), columns).sums(values)
        sizes = np.bincount(owners[is_free], minlength=len(rows))
        return Sums(
            Lists(starts(sizes), small[columns[is_free]]),
            weights[is_free],
            matrix.least[rows] - folded,
            matrix.most[rows] - folded,
            matrix.kinds[rows],
            self._open_literals(rows, small),
        )

    def _is_asked(self, rows: Whole, small: Whole, solution: Whole) -> Whole:
        """Whether no literal of each row is false for good."""
        unless = self.matrix.unless
        literals = unless.taken(rows)
        owners = np.repeat(np.arange(len(rows)), unless.sizes[rows])
        is_fixed = small[variables_of(literals)] < 0
        false = is_fixed & (holds(literals, solution) == 0)
        is_asked: Whole = np.bincount(owners[false], minlength=len(rows)) == 0
        return is_asked

    def _open_literals(self, rows: Whole, small: Whole) -> Lists:
        unless = self.matrix.unless
        literals = unless.taken(rows)
        owners = np.repeat(np.arange(len(rows)), unless.sizes[rows])
        named = small[variables_of(literals)]
        is_open = named >= 0
        sizes = np.bincount(owners[is_open], minlength=len(rows))
        signed = np.where(literals < 0, -named - 1, named)
        return Lists(starts(sizes), signed[is_open])


def _moved_by(matrix: Matrix, members: Lists) -> Lists:
    """For each row what has to change where something else in it does.

    That is whatever is neither a choice nor decided by others: charges, suppositions.
    A row of charges alone, such as the limit of an earlier tier, moves nothing:
    no charge that is left as it was can break it.
    """
    is_moved = (matrix.inputs.sizes == 0) & (matrix.lower < matrix.upper)
    is_moved[list(matrix.fills.values())] = False
    is_charge = np.zeros(matrix.size, bool)
    for charges in matrix.charges.values():
        is_charge[charges.columns] = True
    others = np.bincount(
        members.owners()[~is_charge[members.items]], minlength=len(members)
    )
    moved = is_moved[members.items] & np.repeat(others > 0, members.sizes)
    sizes = np.bincount(members.owners()[moved], minlength=len(members))
    return Lists(starts(sizes), members.items[moved])


def _aim(
    model: cp_model.CpModel, charges: Charges, solution: Whole, small: Whole
) -> None:
    """Make the charge of the whole the objective."""
    named = small[charges.columns]
    is_free = named >= 0
    fixed = charges.weights[~is_free] @ solution[charges.columns[~is_free]]
    objective = model.proto.objective
    objective.vars.extend(named[is_free].tolist())
    objective.coeffs.extend(charges.weights[is_free].tolist())
    objective.offset = float(fixed)
