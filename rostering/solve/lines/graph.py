"""All lines of duties that one person's rows allow, as a graph of days.

A state after a day is what the days before mean for those after: what each row that is
still open needs yet, unless it cannot fail any more. Lines that come to the same state
have the same future, so there are few states though there are very many lines. A line
is a path, its cost the sum of what its days cost, and the cheapest is found by one walk
over the days. It follows from the posted rows alone: whatever rules say of runs,
successions, minutes or weekends is in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import numpy as np

from rostering.solve.lines.diary import Day, Diary, Need
from rostering.solve.lines.effects import Effects
from rostering.solve.lines.layers import Layer
from rostering.solve.lines.options import multiplied
from rostering.solve.lines.shape import Shape, shape_of
from rostering.solve.lines.tables import distinct
from rostering.solve.matrix import Whole


@dataclass(frozen=True, slots=True)
class Lines:
    """The graph of one person, and the rows that it leaves to others."""

    layers: tuple[Layer, ...]
    released: tuple[int, ...]
    """Rows that would have asked for too many states; lines may break them."""

    @property
    def arcs(self) -> int:
        """How many steps from state to state there are, on all days."""
        return sum(len(layer.source) for layer in self.layers)

    @property
    def variables(self) -> Whole:
        """All that a line gives a value, in ascending order."""
        return np.unique(
            np.concatenate(
                [each for n in self.layers for each in (n.day.columns, n.charges)]
            )
        )

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
            for column, value in _values(layer, best, int(layer.way[arc])):
                values[column] = values.get(column, 0) + value
            state = int(layer.source[arc])
        return int(reached[-1][0]), values


def _values(layer: Layer, best: Whole, way: int) -> Iterator[tuple[int, int]]:
    """The values of all variables of a day, but for noughts."""
    kind, amounts = layer.ways[way]
    columns = np.concatenate((layer.day.columns, layer.charges))
    values = np.concatenate((layer.day.options[best[kind]], layer.amounts[amounts]))
    some = np.flatnonzero(values)
    return zip(columns[some].tolist(), values[some].tolist(), strict=True)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The options of one day by what they mean for the needs."""

    options: Whole
    effects: Effects
    kind_of: Whole
    """The kind of each option."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Graphs that were unfolded before: many people have graphs of one shape."""

    most: int
    """So many states after a day are kept."""
    known: dict[bytes, Shape | None] = field(default_factory=dict)
    _kinds: dict[tuple[int, bytes], Kinds] = field(default_factory=dict)

    def lines_of(self, diary: Diary) -> Lines | None:
        """The graph of all lines; None where no line keeps the rows."""
        days, needs = diary.days, diary.needs
        if not all(len(day.options) for day in days):
            return None
        weights = _by_day(days, needs)
        found = [
            self._kinds_of(day.options, each)
            for day, each in zip(days, weights, strict=True)
        ]
        effects = [each.effects for each in found]
        key = blake2b(b"".join(_told_apart(effects, needs))).digest()
        if key not in self.known:
            self.known[key] = shape_of(effects, needs, self.most)
        shape = self.known[key]
        if shape is None:
            return None
        layers = (
            _filled(layer, day, each.kind_of, needs)
            for layer, day, each in zip(shape.layers, days, found, strict=True)
        )
        released = sorted({needs[place].number for place in shape.released})
        return Lines(tuple(layers), tuple(released))

    def _kinds_of(self, options: Whole, weights: Whole) -> Kinds:
        """Options that are listed as one, and weigh the same, are of the same kinds."""
        touched = np.flatnonzero(weights.any(axis=0))
        shape = np.array(weights.shape).tobytes()
        key = id(options), shape + touched.tobytes() + weights[:, touched].tobytes()
        if key not in self._kinds:
            sums, kind_of = distinct(multiplied(options, weights[:, touched]))
            effects = Effects(weights.shape[1], touched, sums)
            # The options are kept, so that no others come to have their identity.
            self._kinds[key] = Kinds(options, effects, kind_of)
        return self._kinds[key]


def _told_apart(effects: Sequence[Effects], needs: Sequence[Need]) -> Iterator[bytes]:
    """All that the shape of a graph depends on."""
    _, rows = np.unique([need.number for need in needs], return_inverse=True)
    limits = [(n.least, n.step, n.give, n.charge is None) for n in needs]
    yield np.array([len(effects), len(needs)]).tobytes()
    yield np.column_stack((rows, np.array(limits, np.int64).reshape(-1, 4))).tobytes()
    for each in effects:
        yield each.key


def _filled(layer: Layer, day: Day, kind_of: Whole, needs: Sequence[Need]) -> Layer:
    """A layer of a shape, with what one day of somebody is filled with."""
    charges = [needs[place].charge for place in layer.charges.tolist()]
    return replace(
        layer,
        day=day,
        kind=layer.kind[kind_of],
        charges=np.array(charges, np.int64),
    )


def _by_day(days: Sequence[Day], needs: Sequence[Need]) -> list[Whole]:
    """What each column adds to each need, day by day: columns × needs."""
    weights = [np.zeros((len(day.columns), len(needs)), np.int64) for day in days]
    where = {
        column: (weights[n], place)
        for n, day in enumerate(days)
        for place, column in enumerate(day.columns.tolist())
    }
    for number, need in enumerate(needs):
        for column, weight in need.weights.items():
            table, place = where[column]
            table[place, number] = weight
    return weights
