"""All lines of duties that one person's rows allow, as a graph of days.

A state after a day is what the days before mean for those after: what each row that is
still open needs yet, unless it cannot fail any more. Lines that come to the same state
have the same future, so there are few states though there are very many lines. A line
is a path, its cost the sum of what its days cost, and the cheapest is found by one walk
over the days. It follows from the posted rows alone: whatever rules say of runs,
successions, minutes or weekends is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rostering.solve.bounds.days import (
    Day,
    Diary,
    Need,
    TooManyError,
    pairs,
    weights_of,
)
from rostering.solve.bounds.layers import Layer, pruned
from rostering.solve.matrix import Whole

MOST_STATES = 1_500
"""So many states after one day are kept; where there are more, a row is let go."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The graph of one person, and the rows that it leaves to others."""

    layers: tuple[Layer, ...]
    released: tuple[int, ...]
    """Rows that would have asked for too many states; lines may break them."""

    def cheapest(self, prices: Whole) -> tuple[int, dict[int, int]]:
        """The least cost of any line, exactly, and the values of such a line.

        Args:
            prices: What a unit of each variable costs; of a charge never below nought.
        """
        costs = [layer.costs(prices) for layer in self.layers]
        reached = [np.zeros(1, np.int64)]
        for layer, (by_way, _) in zip(self.layers, costs, strict=True):
            arcs = reached[-1][layer.source] + by_way[layer.way]
            reached.append(np.minimum.reduceat(arcs, layer.begin))
        values: dict[int, int] = {}
        state = 0
        for layer, (by_way, best), before in zip(
            reversed(self.layers), reversed(costs), reversed(reached[:-1]), strict=True
        ):
            into = layer.arcs_into(state)
            arcs = before[layer.source[into]] + by_way[layer.way[into]]
            arc = into.start + int(np.argmin(arcs))
            values |= _values(layer, best, int(layer.way[arc]))
            state = int(layer.source[arc])
        return int(reached[-1][0]), values


def _values(layer: Layer, best: Whole, way: int) -> dict[int, int]:
    """The values of all variables of a day, but for noughts."""
    kind, amounts = layer.ways[way]
    columns = np.concatenate((layer.day.columns, layer.charges))
    values = np.concatenate((layer.day.options[best[kind]], layer.amounts[amounts]))
    some = np.flatnonzero(values)
    return dict(zip(columns[some].tolist(), values[some].tolist(), strict=True))


def lines_of(diary: Diary) -> Lines | None:
    """The graph of all lines; None where no line keeps the rows."""
    unfolding = _Unfolding(diary.days, diary.needs)
    layers = unfolding.layers()
    if layers is None:
        return None
    return Lines(tuple(pruned(layers)), tuple(unfolding.released))


class _Unfolding:
    """States and arcs, day after day."""

    def __init__(self, days: Sequence[Day], needs: Sequence[Need]) -> None:
        self._days, self._needs = days, needs
        weights = [weights_of(day.columns.tolist(), needs) for day in days]
        touched = np.array([each.any(axis=0) for each in weights], bool)
        touched = touched.reshape(len(days), len(needs))
        self._first = touched.argmax(axis=0)
        self._last = len(days) - 1 - touched[::-1].argmax(axis=0)
        self._futures = _futures(weights, touched)
        self._effects = [d.options @ w for d, w in zip(days, weights, strict=True)]
        self._open: list[int] = []
        self._states: Whole = np.zeros((1, 0), np.int64)
        """What each open need still needs: states × open."""
        self.released: list[int] = []
        """The numbers of the rows that were let go."""

    def layers(self) -> list[Layer] | None:
        """All days unfolded; None where no line comes to an end."""
        if not all(len(effects) for effects in self._effects):
            return None
        bests = _ahead([effects.max(axis=0) for effects in self._effects])
        lows = _ahead([effects.min(axis=0) for effects in self._effects])
        layers: list[Layer] = []
        begun: list[tuple[list[int], Whole]] = []
        while len(layers) < len(self._days):
            n = len(layers)
            begun[n:] = [(self._open, self._states)]
            try:
                layer = self._layer(n, bests[n + 1], lows[n + 1])
            except TooManyError:
                first = self._release()
                del layers[first:]
                self._open, self._states = begun[first]
                continue
            if layer is None:
                return None
            layers.append(layer)
        return layers

    def _release(self) -> int:
        """Let the row go that tells most apart; the day from which to begin anew."""
        kinds = [len(np.unique(column)) for column in self._states.T]
        length = [self._last[n] - self._first[n] for n in self._open]
        ranked = range(len(kinds))
        worst = max(ranked, key=lambda place: (kinds[place], length[place], -place))
        number = self._needs[self._open[worst]].number
        self.released.append(number)
        sides = [n for n, need in enumerate(self._needs) if need.number == number]
        first = min(int(self._first[n]) for n in sides)
        self._first[sides] = len(self._days)
        return first

    def _layer(self, n: int, hoped: Whole, sure: Whole) -> Layer | None:
        active = self._open + np.flatnonzero(self._first == n).tolist()
        needs = [self._needs[each] for each in active]
        begun = [need.least for need in needs[len(self._open) :]]
        fresh = np.tile(np.array(begun, np.int64), (len(self._states), 1))
        before = np.column_stack((self._states, fresh))
        kinds, kind_of = _distinct(self._effects[n][:, active])
        if len(before) * len(kinds) > 150 * MOST_STATES:
            raise TooManyError
        source, kind = pairs(len(before), len(kinds))
        missing = before[source] - kinds[kind]
        give = np.array([need.step * need.give for need in needs], np.int64)
        kept = (missing <= hoped[active] + give).all(axis=1)
        missing, source, kind = missing[kept], source[kept], kind[kept]
        if not len(missing):
            return None
        closing = [a for a, each in enumerate(active) if self._last[each] == n]
        charging = [a for a in closing if needs[a].charge is not None]
        asked = [needs[a].asked(missing[:, a]) for a in charging]
        amounts, amount_of = _distinct(_table(asked, len(missing)))
        self._close(n, active, missing, sure)
        self._states, target = _distinct(self._states)
        if len(self._states) > MOST_STATES:
            raise TooManyError
        arcs = _Arcs(source, kind, amount_of, target)
        charges = np.array([needs[a].charge for a in charging], np.int64)
        return arcs.layer(self._days[n], kind_of, charges, amounts)

    def _close(self, n: int, active: list[int], missing: Whole, sure: Whole) -> None:
        """Keep what the days to come have to know, each thing once."""
        alike: dict[object, int] = {}
        columns: list[Whole] = []
        self._open = []
        for a, each in enumerate(active):
            if self._last[each] > n:
                # What the days ahead give in any case needs no remembering.
                needed = np.maximum(missing[:, a], sure[each])
                has_charge = self._needs[each].charge is not None
                key = ("own", each) if has_charge else self._futures[n][each]
                if key in alike:
                    place = alike[key]
                    columns[place] = np.maximum(columns[place], needed)
                else:
                    alike[key] = len(columns)
                    columns.append(needed)
                    self._open.append(each)
        self._states = _table(columns, len(missing))


def _ahead(days: Sequence[Whole]) -> Whole:
    """What each day and all after it come to; the last row is what comes after all."""
    each = np.array([*days, np.zeros_like(days[0])])
    return np.asarray(each[::-1].cumsum(axis=0)[::-1])


def _futures(weights: Sequence[Whole], touched: Whole) -> list[list[int]]:
    """For each day and need a number: the same where the same can come after it."""
    known: dict[object, int] = {}
    after = [0] * touched.shape[1]
    futures = [after]
    for n in range(len(weights) - 1, 0, -1):
        after = list(after)
        for need in np.flatnonzero(touched[n]).tolist():
            key = (after[need], n, weights[n][:, need].tobytes())
            after[need] = known.setdefault(key, len(known) + 1)
        futures.append(after)
    return futures[::-1]


@dataclass(frozen=True, slots=True)
class _Arcs:
    source: Whole
    kind: Whole
    amounts: Whole
    target: Whole

    def layer(self, day: Day, kind_of: Whole, charges: Whole, amounts: Whole) -> Layer:
        """The layer of a day, kinds that lead from every state to the same as one."""
        states, kinds = int(self.source.max()) + 1, int(kind_of.max()) + 1
        leads = np.full((kinds, states), -1)
        ends = self.target * len(amounts) + self.amounts
        leads[self.kind, self.source] = ends
        _, first, alike = np.unique(
            leads, axis=0, return_index=True, return_inverse=True
        )
        alike = alike.reshape(-1)
        kept = np.isin(self.kind, first)
        source, target = self.source[kept], self.target[kept]
        pair = np.column_stack((alike[self.kind[kept]], self.amounts[kept]))
        ways, way = _distinct(pair)
        order = np.lexsort((way, source, target))
        begin = np.searchsorted(target[order], np.arange(int(target.max()) + 1))
        return Layer(
            day,
            alike[kind_of],
            ways,
            charges,
            amounts,
            source[order].astype(np.int32),
            way[order].astype(np.int32),
            begin,
        )


def _table(columns: Sequence[Whole], height: int) -> Whole:
    return np.column_stack(columns) if columns else np.zeros((height, 0), np.int64)


def _distinct(table: Whole) -> tuple[Whole, Whole]:
    """The rows of a table without repeats, and which of them each one is."""
    if not table.shape[1]:
        return table[:1], np.zeros(len(table), np.int64)
    low = table.min(axis=0)
    spans = [int(span) + 1 for span in np.ptp(table, axis=0)]
    if np.prod(np.array(spans, float)) > 2.0**62:
        found, which = np.unique(table, axis=0, return_inverse=True)
        return found, which.reshape(-1)
    key = np.zeros(len(table), np.int64)
    for column, span, least in zip(table.T, spans, low, strict=True):
        key = key * span + (column - least)
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    return table[first], which.reshape(-1)
