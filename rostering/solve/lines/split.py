"""A model split into lines of duties, a graph for each person, and rows that link them.

The rows that link have multipliers, and each person then goes for the cheapest line by
itself: what all of it comes to is a bound, and much closer than that of the linear
relaxation, for whatever a line must keep is kept in whole.
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from rostering.solve.highs import Reals
from rostering.solve.lines.blocks import blocks
from rostering.solve.lines.days import diaries
from rostering.solve.lines.graph import Lines, Shapes
from rostering.solve.lines.loose import Line, Loose
from rostering.solve.lines.shape import most_states
from rostering.solve.lines.worth import Rows, at_bounds
from rostering.solve.matrix import FAR, Charges, Matrix, Whole
from rostering.solve.matrix.lists import Truths
from rostering.solve.matrix.settled import settled


@dataclass(frozen=True, slots=True)
class Priced:
    """What multipliers come to: a bound, and the cheapest line of each person."""

    bound: Fraction
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Offer:
    """The cheapest line that somebody has, as the rows are worth."""

    cost: float
    line: Line


@dataclass(frozen=True)
class Split:
    """The graphs of lines, and what is left for the rows that link them."""

    matrix: Matrix
    """Plain: without conditions."""
    charges: Charges
    graphs: tuple[Lines, ...]
    rows: Whole
    """The rows that link people, and those that no graph keeps."""
    shared: Whole
    """The variables that are in no graph."""
    own: tuple[Whole, ...]
    """The rows that are about the person of each graph alone."""
    loose: tuple[tuple[Loose, ...], ...]
    """Those of them that the graph let go and nothing but the line itself can keep."""

    @cached_property
    def worth(self) -> Rows:
        """The rows that link, to be priced."""
        return Rows(self.matrix, self.rows, self.charges)

    def priced(self, values: Reals, pool: Executor) -> Priced:
        """The exact bound at any multipliers of the rows."""
        exact = self.worth.multipliers(values)
        prices = self.worth.reduced(exact)
        found = list(pool.map(lambda graph: graph.cheapest(prices), self.graphs))
        total = self.worth.at_limits(exact)
        total += at_bounds(self.matrix, self.shared, prices)
        total += sum(cost for cost, _ in found)
        return Priced(Fraction(total, exact.scale), [line for _, line in found])

    def cheapest(self, values: Reals, people: Sequence[int]) -> list[Offer]:
        """What the cheapest line of each of some people costs, and that line."""
        exact = self.worth.multipliers(values)
        prices = self.worth.reduced(exact)
        found = (self.graphs[person].cheapest(prices) for person in people)
        return [Offer(cost / exact.scale, line) for cost, line in found]


def split(matrix: Matrix, charges: Charges) -> Split:
    """Split a plain matrix; whoever has too many lines stays in the rows that link."""
    matrix = settled(matrix)
    owned = blocks(matrix)
    days = len({(fill.person, fill.shift.day) for fill in matrix.fills})
    shapes = Shapes(most_states(days))
    found = [
        shapes.lines_of(diary) if diary is not None and diary.days else None
        for diary in diaries(matrix, owned)
    ]
    graphs = tuple(graph for graph in found if graph is not None)
    linking = owned.of_row < 0
    for person, graph in enumerate(found):
        if graph is None:
            linking |= owned.of_row == person
        else:
            linking[list(graph.released)] = True
    linking &= ~_needless(matrix)
    in_graphs = np.zeros(matrix.size, bool)
    for graph in graphs:
        for layer in graph.layers:
            in_graphs[layer.day.columns] = True
            in_graphs[layer.charges] = True
    own = tuple(
        np.flatnonzero(owned.of_row == person)
        for person, graph in enumerate(found)
        if graph is not None
    )
    return Split(
        matrix,
        charges,
        graphs,
        np.flatnonzero(linking),
        np.flatnonzero(~in_graphs),
        own,
        tuple(_loose(matrix, graph, in_graphs) for graph in graphs),
    )


def _loose(matrix: Matrix, graph: Lines, in_graphs: Truths) -> tuple[Loose, ...]:
    """The rows that a graph let go, but for those that a charge can make up for."""
    rows = np.array(graph.released, np.int64)
    columns = matrix.columns.taken(rows)
    others = ~in_graphs[columns] & (matrix.lower[columns] < matrix.upper[columns])
    sizes = matrix.columns.sizes[rows]
    has_others = np.bincount(np.repeat(np.arange(len(rows)), sizes), others, len(rows))
    return tuple(Loose.of(matrix, row) for row in rows[has_others == 0].tolist())


def _needless(matrix: Matrix) -> Truths:
    """Rows in which all is settled, or that say of charges that they are so high.

    Without the latter no charge is ever worth having.
    """
    is_charge = np.zeros(matrix.size, bool)
    for charges in matrix.charges.values():
        is_charge[charges.columns] = True
    is_open = matrix.lower < matrix.upper
    others = matrix.columns.sums(np.where(is_charge[matrix.columns.items], 0, 1))
    open_ = matrix.columns.sums(np.where(is_open[matrix.columns.items], 1, 0))
    needless: Truths = (open_ == 0) | ((others == 0) & (matrix.most >= FAR // 2))
    return needless
