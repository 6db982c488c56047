"""Parts in which chosen fills may change, searched by CP-SAT."""

from collections.abc import Mapping

import numpy as np

from rostering.solve.matrix import Whole
from rostering.solve.parts.answer import Answer, Work
from rostering.solve.parts.completing import Completing
from rostering.solve.parts.places import Places
from rostering.solve.parts.tempting import Temptations
from rostering.solve.parts.ways import Ways
from rostering.solve.worker import worker

FIRST_SIZE = 300
EFFORT = 0.2
"""What a part may take, in the solver's units of work."""


class ByFills:
    """Draws parts of people and days, and searches each for something better."""

    def __init__(
        self,
        completing: Completing,
        places: Places,
        temptations: Temptations,
        chance: np.random.Generator,
    ) -> None:
        """Begin with no solution in mind."""
        self._completing = completing
        self._fills = places.columns
        self._ways = Ways(places, temptations, chance)
        self._chance = chance
        self._solution = np.zeros(0, np.int64)

    @property
    def kinds(self) -> Mapping[str, int]:
        """The ways to choose a part."""
        return dict.fromkeys(self._ways.kinds, FIRST_SIZE)

    def look_at(self, solution: Whole) -> None:
        """Draw from now on with this solution in mind."""
        self._solution = solution
        self._ways.look_at(solution)

    def begin(self, kind: str, size: int, deadline: float) -> Work:
        """Choose fills that may change."""
        completing, solution = self._completing, self._solution
        part = self._fills[self._ways.draw(kind, size)]
        excerpt = completing.excerpts.cut_columns(part, solution, completing.aim)
        seed = int(self._chance.integers(2**31))
        solver = worker(EFFORT, seed=seed, deadline=deadline)
        solver.parameters.symmetry_level = 0
        solver.parameters.cp_model_probing_level = 0

        def work() -> Answer:
            find = completing.brake.run(solver, excerpt.model)
            if not find.solution:
                return Answer(None, EFFORT, find.is_closed)
            spent = solver.response_proto.deterministic_time
            return Answer(excerpt.whole(find.solution), spent, find.is_closed)

        return work

    def note(self, answer: Answer) -> None:
        """Nothing is to be learned."""
