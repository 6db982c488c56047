"""The days of a graph of lines: the states after each, and the arcs that lead there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rostering.solve.lines.diary import Day
from rostering.solve.matrix import Whole


@dataclass(frozen=True, slots=True)
class Layer:
    """One day: from each state, in one of the ways that there are, to another state.

    A way is a kind of option, all of which mean the same for the days to come, and the
    amounts of charges that the rows ask which close on this day.
    """

    day: Day
    kind: Whole
    """The kind of each option; below nought where no line may have it."""
    ways: Whole
    """Kind and number of amounts of each way: ways × 2."""
    charges: Whole
    amounts: Whole
    """What the rows that close may ask: amounts × charges."""
    source: NDArray[np.int32]
    way: Whole
    begin: Whole
    """Where the arcs into each next state begin, the arcs being ordered by it."""

    def costs(self, prices: Whole) -> tuple[Whole, Whole]:
        """What each way costs, and the cheapest option of each kind."""
        by_option = self.day.options @ prices[self.day.columns]
        order = np.lexsort((by_option, self.kind))
        first = np.searchsorted(self.kind[order], np.arange(self.kind.max() + 1))
        best = order[first]
        by_amounts = self.amounts @ prices[self.charges]
        by_kind = by_option[best]
        return by_kind[self.ways[:, 0]] + by_amounts[self.ways[:, 1]], best

    def arcs_into(self, state: int) -> slice:
        """The arcs that lead to a state."""
        is_last = state + 1 == len(self.begin)
        end = len(self.source) if is_last else int(self.begin[state + 1])
        return slice(int(self.begin[state]), end)


def pruned(layers: Sequence[Layer]) -> list[Layer]:
    """The layers without states from which no line comes to an end."""
    kept = []
    alive = np.ones(len(layers[-1].begin), bool)
    for n, layer in reversed(list(enumerate(layers))):
        sizes = np.diff(np.append(layer.begin, len(layer.source)))
        target = np.repeat(np.arange(len(layer.begin)), sizes)
        on = alive[target]
        target = (np.cumsum(alive) - 1)[target[on]]
        live = np.zeros(len(layers[n - 1].begin) if n else 1, bool)
        live[layer.source[on]] = True
        source = (np.cumsum(live) - 1)[layer.source[on]].astype(np.int32)
        begin = np.searchsorted(target, np.arange(alive.sum()))
        kept.append(replace(layer, source=source, way=layer.way[on], begin=begin))
        alive = live
    return kept[::-1]
