"""One tier of one component: search the whole, plan parts anew, and again.

Two solvers that go about it differently race for a rota and its proof. Then
parts of the rota are planned anew while the rest stays, which finds good rotas fast
but proves nothing. So in turn, with twice the work each time. All of it is measured in
the solver's own units of work, and of two finds the first in order is taken, so that
the same rota comes every time.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from rostering.decisions import Choices
from rostering.domain import Tier
from rostering.solve.find import Brake, Find
from rostering.solve.limits import Limits
from rostering.solve.neighbourhoods import Neighbourhood, Neighbourhoods
from rostering.solve.race import Entry, race
from rostering.solve.worker import worker

USUAL_EFFORT = 1.2
"""The effort of all races for one tier, in the solver's units of work."""
SPRINT = 0.1
"""The effort of one solver alone, which is enough where logic decides."""
OPENING = 0.2
"""The effort of the first race; each race after it has twice the effort."""
ROUND = 0.02
PATIENCE = 8
"""Rounds without a better rota after which improving gives way to proving."""
SIDE_BY_SIDE = 2

Report = Callable[[Tier, int | None, int], None]
"""Told of each new best value and bound of a tier."""


@dataclass(slots=True)
class Standing:
    """The best of a tier so far."""

    value: int | None = None
    bound: int = 0
    solution: Sequence[int] = ()
    is_impossible: bool = False

    @property
    def is_proved(self) -> bool:
        """Whether nothing better can be found."""
        return self.value is not None and self.value <= self.bound


class Search:
    """The search for the best of one tier, the earlier tiers being fixed."""

    def __init__(
        self, decisions: Choices, tier: Tier, limits: Limits, brake: Brake
    ) -> None:
        """Make the tier's charge the objective."""
        self._decisions = decisions
        self._tier = tier
        self._limits = limits
        self._effort = limits.effort * USUAL_EFFORT
        self._brake = brake
        self._parts = Neighbourhoods(decisions, tier, limits.seed)
        decisions.model.minimize(decisions.cost(tier))

    def run(self, report: Report, known: Sequence[int], deadline: float) -> Standing:
        """Race and improve in turn; `known` is the rota of the tier before, if any."""
        best = Standing(solution=known)
        if not self._is_over(best, deadline):
            sprint = self._solver(min(SPRINT, self._effort), deadline)
            self._take(best, self._brake.run(sprint, self._decisions.model), report)
        effort, spent, improved = OPENING, 0.0, None
        while spent < self._effort and not self._is_over(best, deadline):
            effort = min(effort, self._effort - spent)
            for find in self._race(best, effort, deadline):
                self._take(best, find, report)
            if best.value != improved:
                for find in self._improve(best, deadline):
                    self._take(best, find, report)
                improved = best.value
            spent, effort = spent + effort, 2 * effort
        return best

    def _take(self, best: Standing, find: Find, report: Report) -> None:
        self._note(best, find)
        report(self._tier, best.value, best.bound)

    def _note(self, best: Standing, find: Find) -> None:
        """Take what a find has that is better."""
        if find.bound > best.bound:
            best.bound = find.bound
            cost = self._decisions.cost(self._tier)
            self._decisions.model.add(cost >= find.bound)
        best.is_impossible |= find.status == cp_model.INFEASIBLE
        if find.solution and (best.value is None or find.value <= best.value):
            best.value, best.solution = find.value, find.solution
            self._decisions.hint(find.solution)

    def _is_over(self, best: Standing, deadline: float) -> bool:
        is_decided = best.is_proved or best.is_impossible
        return is_decided or self._brake.pulled.is_set() or time.monotonic() >= deadline

    def _race(self, best: Standing, effort: float, deadline: float) -> tuple[Find, ...]:
        return race(
            self._decisions,
            self._tier,
            Entry(best.solution, effort, deadline, self._limits.seed),
            self._brake,
        )

    def _improve(self, best: Standing, deadline: float) -> Iterator[Find]:
        """Plan two parts at a time anew, until nothing better comes for a while.

        Another rota that is as good is taken too: from it the search may get further.
        """
        in_vain = 0
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            while in_vain < PATIENCE and not self._is_over(best, deadline):
                if best.value is None:
                    return
                parts = [self._parts.draw(best.solution) for _ in range(SIDE_BY_SIDE)]
                models = [self._around(best.solution, part) for part in parts]
                solvers = [self._light(nth, deadline) for nth in range(len(parts))]
                finds = list(pool.map(self._brake.run, solvers, models))
                self._resize(finds)
                found = [f for f in finds if f.solution and f.value <= best.value]
                in_vain += 1
                for find in sorted(found, key=lambda find: find.value)[:1]:
                    in_vain = 0 if find.value < best.value else in_vain
                    yield replace(find, bound=0)

    def _around(self, solution: Sequence[int], part: Neighbourhood) -> cp_model.CpModel:
        """The model in which only a part of the rota may change."""
        model = self._decisions.model.clone()
        model.clear_hints()  # type: ignore[no-untyped-call]
        variables = model.proto.variables
        for fill, claim in self._decisions.fill_claims.items():
            if fill not in part:
                domain = variables[claim.index].domain
                domain[0] = domain[1] = solution[claim.index]
        return model

    def _resize(self, finds: Sequence[Find]) -> None:
        for find in finds:
            if find.is_closed:
                self._parts.exhausted()
            else:
                self._parts.too_large()

    def _light(self, nth: int, deadline: float) -> cp_model.CpSolver:
        """A solver without what pays in a long search only, or for a bound."""
        solver = self._solver(ROUND, deadline)
        solver.parameters.linearization_level = 0
        solver.parameters.symmetry_level = 0
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.random_seed = self._limits.seed + nth
        return solver

    def _solver(self, effort: float, deadline: float) -> cp_model.CpSolver:
        return worker(effort, seed=self._limits.seed, deadline=deadline)
