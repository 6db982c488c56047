"""Parts in which some people get other lines of duties, whole and at once."""

from collections.abc import Mapping

import numpy as np

from rostering.solve.lines.anew import Task, planned_anew
from rostering.solve.lines.pool import Column, Pool
from rostering.solve.matrix import Whole
from rostering.solve.parts.answer import Answer, Work
from rostering.solve.parts.completing import Completing
from rostering.solve.parts.tempting import Temptations

FIRST_PEOPLE = 6
LATEST = 60
"""So many lines of each person are taken along from what came before."""
AT_RANDOM, NEAR = "lines", "lines near"
FEW = 4
"""So many of those who could lower a charge are planned anew with others."""


class ByLines:
    """Draws people, and mixes lines for them."""

    def __init__(
        self,
        completing: Completing,
        pool: Pool,
        temptations: Temptations,
        chance: np.random.Generator,
    ) -> None:
        """Begin with no solution in mind."""
        self._completing = completing
        self._pool = pool
        self._temptations = temptations
        self._chance = chance
        graphs = pool.split.graphs
        self._variables = [graph.variables for graph in graphs]
        self._owner = np.full(pool.split.matrix.size, -1)
        for person, variables in enumerate(self._variables):
            self._owner[variables] = person
        self._fills = pool.split.matrix.fill_columns
        self._solution = np.zeros(0, np.int64)
        self._lines: list[Column] = []

    @property
    def kinds(self) -> Mapping[str, int]:
        """Anybody, or those who could lower a charge and anybody."""
        people = max(1, len(self._variables))
        size = -(-FIRST_PEOPLE * len(self._fills) // people)
        return {AT_RANDOM: size, NEAR: size}

    def look_at(self, solution: Whole) -> None:
        """Draw from now on with this solution in mind."""
        known = len(self._solution) == len(solution) and len(self._lines)
        for person, variables in enumerate(self._variables):
            values = solution[variables]
            if known and (values == self._solution[variables]).all():
                continue
            some = np.flatnonzero(values)
            where, what = variables[some].tolist(), values[some].tolist()
            column = self._pool.column(person, dict(zip(where, what, strict=True)))
            self._lines[person : person + 1] = [column]
        self._solution = solution

    def begin(self, kind: str, size: int, deadline: float) -> Work:
        """Choose the people."""
        base, pool, completing = self._solution, self._pool, self._completing
        people = self._people(size, is_near=kind == NEAR)
        task = Task(
            people,
            tuple(self._lines),
            {person: pool.of(person)[-LATEST:] for person in people},
            completing.aim.cost(base),
            deadline,
        )

        def work() -> Answer:
            found = planned_anew(pool, task)
            solution = None
            if found.chosen is not None:
                solution = self._with(base, found.chosen)
            return Answer(solution, found.work, found.is_closed, found.offers)

        return work

    def note(self, answer: Answer) -> None:
        """Keep the lines for later."""
        for person, column in answer.offers:
            self._pool.take(person, column)

    def _people(self, size: int, *, is_near: bool) -> list[int]:
        everybody = len(self._variables)
        count = round(size * everybody / max(1, len(self._fills)))
        count = min(everybody, max(2, count))
        first = self._helpful() if is_near else np.zeros(0, np.int64)
        few = self._chance.permutation(first)[: min(FEW, count)]
        others = self._chance.permutation(np.setdiff1d(np.arange(everybody), few))
        return sorted(np.concatenate((few, others))[:count].tolist())

    def _helpful(self) -> Whole:
        """Who could lower some one charge, chosen by what it costs."""
        fills = self._temptations.of_one(self._solution, self._chance)
        owners = np.unique(self._owner[self._fills[fills]])
        helpful: Whole = owners[owners >= 0]
        return helpful

    def _with(self, base: Whole, chosen: Mapping[int, Column]) -> Whole | None:
        wanted = base.copy()
        for person, column in chosen.items():
            wanted[self._variables[person]] = 0
            wanted[[*column.line]] = [*column.line.values()]
        return self._completing.changed(base, self._fills, wanted[self._fills])
