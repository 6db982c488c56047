"""One day of a graph as it is unfolded, before alike kinds of day are made one."""

from dataclasses import dataclass

import numpy as np

from rostering.solve.lines.diary import Day
from rostering.solve.lines.layers import Layer
from rostering.solve.lines.tables import distinct
from rostering.solve.matrix import Whole
from rostering.solve.matrix.lists import Truths

NO_DAY = Day(np.zeros(0, np.int64), np.zeros((0, 0), np.int64))


@dataclass(frozen=True, slots=True)
class Step:
    """The arcs of one day: from which state, with what, to which state."""

    source: Whole
    kind: Whole
    amount_of: Whole
    target: Whole
    kind_of: Whole
    charges: Whole
    amounts: Whole

    def layer(self) -> Layer:
        """The same, kinds that lead from every state to the same as one."""
        alike, is_first = self._alike()
        kept = is_first[self.kind]
        source, target = self.source[kept], self.target[kept]
        pair = np.column_stack((alike[self.kind[kept]], self.amount_of[kept]))
        ways, way = distinct(pair)
        order = np.lexsort((way, source, target))
        begin = np.searchsorted(target[order], np.arange(int(target.max()) + 1))
        return Layer(
            NO_DAY,
            alike[self.kind_of],
            ways,
            self.charges,
            self.amounts,
            source[order].astype(np.int32),
            way[order].astype(np.int32),
            begin,
        )

    def _alike(self) -> tuple[Whole, Truths]:
        """A number for each kind, the same where they lead to the same; the firsts."""
        states, kinds = int(self.source.max()) + 1, int(self.kind_of.max()) + 1
        leads = np.full((kinds, states), -1)
        leads[self.kind, self.source] = self.target * len(self.amounts) + self.amount_of
        known: dict[bytes, int] = {}
        rows = [row.tobytes() for row in leads]
        alike = np.array([known.setdefault(row, len(known)) for row in rows], np.int64)
        is_first = np.zeros(kinds, bool)
        is_first[np.unique(alike, return_index=True)[1]] = True
        return alike, is_first
