"""The lines that are known of each person, as columns of a programme."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rostering.solve.lines.loose import Line
from rostering.solve.lines.split import Split
from rostering.solve.matrix import Lists, Whole

Key = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Column:
    """A line, what it costs by itself, and what it adds to rows that link people."""

    line: Line
    cost: int
    rows: Whole
    """Places of rows among those that link."""
    sums: Whole
    """What it adds to each of them, never nought."""
    is_lawful: bool
    """Whether it keeps the rows that its graph let go and that nobody pays for."""

    @property
    def key(self) -> Key:
        """What tells it from the other lines of the same person."""
        return frozenset(self.line.items())


class Pool:
    """All lines known so far, person by person in the order of graphs."""

    def __init__(self, split: Split) -> None:
        """Begin with none."""
        self.split = split
        self.entries, self.weights = _by_variable(split)
        self.costs = np.zeros(split.matrix.size, np.int64)
        np.add.at(self.costs, split.charges.columns, split.charges.weights)
        self._known: list[dict[Key, Column]] = [{} for _ in split.graphs]

    def of(self, person: int) -> Sequence[Column]:
        """The lines known of somebody, the oldest first."""
        return tuple(self._known[person].values())

    def take(self, person: int, column: Column) -> bool:
        """Keep a line; whether it was not known yet."""
        known = self._known[person]
        is_new = column.key not in known
        known.setdefault(column.key, column)
        return is_new

    def column(self, person: int, line: Line) -> Column:
        """The column of a line, which is not kept by that."""
        known = self._known[person].get(frozenset(line.items()))
        if known is not None:
            return known
        columns = np.array([*line], np.int64)
        values = np.array([*line.values()], np.int64)
        where = self.entries.where(columns)
        each = np.repeat(values, self.entries.sizes[columns])
        sums = np.zeros(len(self.split.rows), np.int64)
        np.add.at(sums, self.entries.items[where], self.weights[where] * each)
        rows = np.flatnonzero(sums)
        cost = int(self.costs[columns] @ values)
        is_lawful = not any(row.short(line) for row in self.split.loose[person])
        return Column(line, cost, rows, sums[rows], is_lawful)


def _by_variable(split: Split) -> tuple[Lists, Whole]:
    """For each variable the linking rows that it is in, and its weights there."""
    where = split.matrix.columns.where(split.rows)
    sizes = split.matrix.columns.sizes[split.rows]
    columns = split.matrix.columns.items[where]
    order = np.argsort(columns, kind="stable")
    rows = np.repeat(np.arange(len(split.rows)), sizes)
    counts = np.bincount(columns, minlength=split.matrix.size)
    start = np.concatenate(([0], np.cumsum(counts)))
    return Lists(start, rows[order]), split.matrix.weights[where][order]
