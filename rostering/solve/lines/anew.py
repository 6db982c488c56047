"""Whole lines of some people planned anew, while all others keep theirs."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from rostering.solve.lines.diving import GAIN, dive
from rostering.solve.lines.master import Bounds, Master
from rostering.solve.lines.pool import Column, Pool

ROUNDS = 40
"""How often new lines are looked for."""
NODES = 20
STEP_WORK, ARC_WORK, LINE_WORK = 5e-5, 1.5e-8, 1e-3
"""What a step of the simplex method, an arc and a line take, in units of work."""


@dataclass(frozen=True, slots=True)
class Task:
    """Who is to be planned anew, with all that was known when it was given.

    `lines` has the line of everybody, by the numbers of their graphs; `known` further
    lines of those who are planned anew. All other rows cost `cost` by themselves.
    """

    people: Sequence[int]
    lines: Sequence[Column]
    known: Mapping[int, Sequence[Column]]
    cost: float
    deadline: float


@dataclass(slots=True)
class Finding:
    """What came of a task."""

    chosen: Mapping[int, Column] | None = None
    """A better line for each, or None."""
    offers: list[tuple[int, Column]] = field(default_factory=list)
    """Lines that were looked at."""
    work: float = 0.0
    is_closed: bool = False
    """Whether nothing better is left in this part."""


def planned_anew(pool: Pool, task: Task) -> Finding:
    """Mix the lines of some people, and choose from the mixture what is better."""
    return _Planning(pool, task).run()


class _Planning:
    def __init__(self, pool: Pool, task: Task) -> None:
        self._pool, self._task = pool, task
        others = set(range(len(task.lines))) - set(task.people)
        rest = np.zeros(len(pool.split.rows), np.int64)
        their_cost = 0
        for person in others:
            line = task.lines[person]
            rest[line.rows] += line.sums
            their_cost += line.cost
        self._below = task.cost - their_cost
        self._rest = rest
        self._master = Master(pool, task.people, rest)
        self._seen: list[set[object]] = [set() for _ in task.people]
        self._finding = Finding()
        self._arcs = sum(pool.split.graphs[person].arcs for person in task.people)

    def run(self) -> Finding:
        """Mix until no line is missing, then choose."""
        for place, person in enumerate(self._task.people):
            for column in (self._task.lines[person], *self._task.known[person]):
                self._take(place, column)
        is_complete = self._mix()
        finding = self._finding
        cost = self._master.mixture().cost
        self._count()
        if cost >= self._below - GAIN:
            finding.is_closed = is_complete
            return finding
        finding.chosen, finding.is_closed = self._chosen()
        finding.is_closed &= is_complete
        if finding.chosen is None and not finding.is_closed:
            finding.chosen = self._dived()
        return finding

    def _chosen(self) -> tuple[Mapping[int, Column] | None, bool]:
        """The best choice among the lines that are mixed, and whether it is that."""
        seconds = self._task.deadline - time.monotonic()
        bounds = Bounds(NODES, seconds, self._below - GAIN)
        choice = self._master.choice(bounds)
        self._count()
        return choice.lines, choice.is_best

    def _dived(self) -> Mapping[int, Column] | None:
        """Whoever is sure first, new lines being looked for after each step."""
        people = self._task.people
        master = Master(self._pool, people, self._rest)
        for person, column in self._master.columns:
            master.add(person, column)
        found = dive(self._pool, master, people, self._task.deadline)
        self._finding.offers += found.offers
        steps = len(people) * len(people)
        self._finding.work += LINE_WORK * steps + ARC_WORK * self._arcs * len(people)
        return found.settled if found.cost < self._below - GAIN else None

    def _mix(self) -> bool:
        """Add the lines that make the mixture cheaper; whether none is missing."""
        split, people = self._pool.split, self._task.people
        for _ in range(ROUNDS):
            mixture = self._master.mixture()
            offers = split.cheapest(mixture.multipliers, people)
            self._count(len(people), self._arcs)
            new = 0
            for place, (person, offer) in enumerate(zip(people, offers, strict=True)):
                if offer.cost < mixture.worths[place] - GAIN:
                    column = self._pool.column(person, offer.line)
                    self._finding.offers.append((person, column))
                    new += self._take(place, column)
            if not new:
                return True
            if time.monotonic() >= self._task.deadline:
                break
        return False

    def _take(self, place: int, column: Column) -> bool:
        seen = self._seen[place]
        is_new = column.key not in seen
        if is_new:
            seen.add(column.key)
            self._master.add(self._task.people[place], column)
        return is_new

    def _count(self, lines: int = 0, arcs: int = 0) -> None:
        steps = self._master.work
        self._finding.work += STEP_WORK * steps + LINE_WORK * lines + ARC_WORK * arcs
