"""A line for each person in turn, the cheapest beside the lines of all others.

What a duty costs somebody then is what the rows that link people cost more with it. It
takes one walk through each graph, so that even of a very large model a rota is there at
once; nothing is proved by it. What rows cost is little at first and rises from turn to
turn: otherwise whoever comes first takes all that is dear, and others are left with
what nobody wants.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from rostering.solve.lines.lawful import lawful_at
from rostering.solve.lines.master import DEAR
from rostering.solve.lines.pool import Column, Pool
from rostering.solve.matrix import Lists, Whole
from rostering.solve.matrix.lists import starts

RISE, RISES = 4, 6
"""By how much the price of a broken row rises from turn to turn, and how often."""
TURNS = 20
"""How often at most everybody has a turn."""
ENOUGH = 0.001
"""A turn that lowers the cost by a smaller share of it is the last one."""


NOBODY: Mapping[int, Column] = {}


@dataclass(frozen=True, slots=True)
class Standing:
    """A line for everybody, and what they cost with all rows that link people."""

    lines: Sequence[Column]
    cost: float


def in_turn(
    pool: Pool, deadline: float = inf, begun: Mapping[int, Column] = NOBODY
) -> Standing:
    """Everybody in turn, those with the fewest lines first, until it hardly pays.

    Args:
        pool: Where the lines come from; all that are looked at are put into it.
        deadline: A value of `time.monotonic()` after which those who have a line keep
            it. Where it is near, prices rise in fewer turns; once it has passed there
            is a single turn at full prices.
        begun: Lines that some people have already, with which prices are full.
    """
    turns = _Turns(pool, begun)
    everybody = np.argsort([graph.arcs for graph in pool.split.graphs], kind="stable")
    cost, rises = inf, 0 if begun or time.monotonic() >= deadline else RISES
    for _ in range(TURNS):
        start = time.monotonic()
        turns.rows.let_rise(rises)
        for person in everybody.tolist():
            if person not in turns.lines or time.monotonic() < deadline:
                turns.take(person)
        before, cost = cost, turns.cost()
        now = time.monotonic()
        if now >= deadline or (rises < 0 and cost > (1 - ENOUGH) * before):
            break
        rises = min(rises - 1, _turns_left(deadline - now, now - start) - 1)
    turns.rows.let_rise(0)
    lines = [turns.lines[person] for person in range(len(turns.lines))]
    return Standing(lines, turns.cost())


def _turns_left(seconds: float, each: float) -> int:
    """How many turns there is time for, if all take as long as the last one."""
    return RISES if seconds >= RISES * each else int(seconds // each)


class _Turns:
    """The lines that people have by now."""

    def __init__(self, pool: Pool, begun: Mapping[int, Column]) -> None:
        self._pool = pool
        self.rows = _Rows(pool)
        self._sums = np.zeros(len(pool.split.rows), np.int64)
        self._prices = np.zeros(pool.split.matrix.size, np.int64)
        self.lines = dict(begun)
        for column in begun.values():
            self._sums[column.rows] += column.sums

    def take(self, person: int) -> None:
        """Give somebody the cheapest line, if that is any better."""
        before = self.lines.get(person)
        if before is not None:
            self._sums[before.rows] -= before.sums
        column = self._cheapest(person)
        if before is not None and self._added(column) >= self._added(before):
            column = before
        self.lines[person] = column
        self._sums[column.rows] += column.sums

    def _cheapest(self, person: int) -> Column:
        """The cheapest line beside those that stand, or one that is nearly that."""
        pool, split = self._pool, self._pool.split
        self.rows.price(person, self._sums, self._prices)
        _, line = split.graphs[person].cheapest(self._prices)
        column = pool.column(person, line)
        if not column.is_lawful:
            lawful = lawful_at(split, person, self._prices)
            column = pool.column(person, lawful) if lawful is not None else column
        pool.take(person, column)
        return column

    def _added(self, column: Column) -> int:
        """What a line costs beside those that stand."""
        theirs = self._sums[column.rows]
        after = self.rows.costs(theirs + column.sums, column.rows)
        return column.cost + after - self.rows.costs(theirs, column.rows)

    def cost(self) -> int:
        """What all lines cost, with the rows that link them."""
        own = sum(column.cost for column in self.lines.values())
        return own + self.rows.costs(self._sums, np.arange(len(self._sums)))


class _Rows:
    """What the rows that link people cost, by what people's lines sum up to."""

    def __init__(self, pool: Pool) -> None:
        split = pool.split
        self._least = split.matrix.least[split.rows]
        self._most = split.matrix.most[split.rows]
        self._dearest = int(max(1, int(np.abs(pool.costs).max(initial=0))))
        self._full = np.full((2, len(split.rows)), DEAR * self._dearest)
        """The price of each unit that is lacking, and of each that is too much."""
        self._find_charges(pool)
        for loose in split.loose:
            # Lines keep these by themselves.
            rows = [row.number for row in loose]
            self._full[:, np.searchsorted(split.rows, rows)] = 0
        self._prices = self._full
        self._entries = [_Entries.of(pool, graph.variables) for graph in split.graphs]

    def _find_charges(self, pool: Pool) -> None:
        """Find the cheapest charge that makes up for a unit of each row."""
        entries, weights = pool.entries, pool.weights
        matrix, shared = pool.split.matrix, pool.split.shared
        is_open = matrix.lower[shared] < matrix.upper[shared]
        for column in shared[is_open].tolist():
            own = slice(*entries.start[column : column + 2].tolist())
            for row, weight in zip(
                entries.items[own].tolist(), weights[own].tolist(), strict=True
            ):
                price = -(-int(pool.costs[column]) // abs(weight))
                side = int(weight < 0)
                self._full[side, row] = min(self._full[side, row], price)

    def let_rise(self, rises: int) -> None:
        """Let prices be as high as they may while so many rises are left to come."""
        cap = max(1, self._dearest // RISE**rises)
        self._prices = np.minimum(self._full, cap) if rises > 0 else self._full

    def price(self, person: int, sums: Whole, prices: Whole) -> None:
        """Write down what a unit of each of somebody's variables costs."""
        entries = self._entries[person]
        rows = entries.lists.items
        theirs = sums[rows]
        more = self._each(theirs + entries.weights, rows) - self._each(theirs, rows)
        prices[entries.columns] = entries.costs + entries.lists.sums(more)

    def costs(self, sums: Whole, rows: Whole) -> int:
        """What some rows cost together at these sums."""
        return int(self._each(sums, rows).sum())

    def _each(self, sums: Whole, rows: Whole) -> Whole:
        """What each of some rows costs at its sum."""
        below, above = self._prices[:, rows]
        lacking = np.maximum(0, self._least[rows] - sums)
        beyond = np.maximum(0, sums - self._most[rows])
        return np.asarray(lacking * below + beyond * above, np.int64)


@dataclass(frozen=True, slots=True)
class _Entries:
    """What each of somebody's variables costs, and adds to rows that link people."""

    columns: Whole
    costs: Whole
    lists: Lists
    weights: Whole

    @classmethod
    def of(cls, pool: Pool, columns: Whole) -> "_Entries":
        where = pool.entries.where(columns)
        lists = Lists(starts(pool.entries.sizes[columns]), pool.entries.items[where])
        return cls(columns, pool.costs[columns], lists, pool.weights[where])
