"""Closing a gap by moving people who are on the rota already, with the solver.

Somebody from another car or day comes here and another takes their place. Every shift
that is crewed stays so: a repair that only moves the gap elsewhere is none.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import Literal

from constraints import Rule
from rostering.domain import Fill, PersonId, Rota, Shift
from rostering.eligibility import eligibility
from rostering.explain.repairs.easable import Easable
from rostering.explain.repairs.eased import Eased
from rostering.explain.repairs.kindness import KINDS, MOVE
from rostering.explain.repairs.trials import least
from rostering.solve import Limits
from rostering.solve.worker import run, worker

NEAR = timedelta(days=7)
"""How far from the gap a chain may change the rota."""
EFFORT = 0.5
"""The most work for one shift, in the solver's own units."""
TRIES = 4
"""How often another chain is looked for where the audit refuses one."""
FEWEST = 100
"""What a unit of unkindness counts, in changed places."""
CHEAPEST = MOVE.unkindness + min(k.unkindness for k in KINDS if k is not MOVE)
"""What a chain asks at least that needs a fact to be otherwise: direct is less."""
FOREVER = float("inf")

Term = tuple[cp_model.IntVar, int]


class Chains:
    """One rota, asked about chains that would crew one open shift after another."""

    def __init__(
        self,
        rota: Rota,
        rules: Sequence[Rule],
        shifts: Sequence[Shift],
        limits: Limits,
    ) -> None:
        """Build the model in which facts near these open shifts may be otherwise."""
        self._rota = rota
        self._rules = rules
        self._limits = limits
        eligible = eligibility(rota.problem, rules)
        self._decisions = Easable(rota.problem, rules, eligible, shifts)
        self._shifts = shifts
        self._crewed = {s: self._decisions.crewed(s) for s in rota.problem.shifts}
        for shift, crewed in self._crewed.items():
            if rota.is_crewed(shift):
                self._decisions.model.add_bool_or([crewed])
        self._moved = self._movers()
        self._may_be_free = self._could_crew_more()

    def kindest(self, shift: Shift, *, below: int | None) -> Eased | None:
        """The chain that asks least, if one asks less than what is known already.

        What asks for no fact to be otherwise comes before all that does.
        """
        if below == 0:
            return None
        if self._may_be_free:
            found = self._solve(shift, below=None, is_eased=False)
            if found is not None:
                return found
        if below is not None and below <= CHEAPEST:
            return None
        return self._solve(shift, below=below, is_eased=True)

    def _solve(
        self, shift: Shift, *, below: int | None, is_eased: bool
    ) -> Eased | None:
        model = self._near(shift)
        crewed = self._crewed[shift]
        model.add_bool_or([crewed])
        if not is_eased:
            for literal in self._decisions.easings.values():
                model.add(literal == 0)
        asks, changes = self._asks(), self._changes()
        if below is not None:
            model.add(_sum(asks) <= below - 1)
        weighed = [(claim, FEWEST * weight) for claim, weight in asks]
        model.minimize(_sum([*weighed, *changes]))
        for _ in range(TRIES):
            solution = self._run(model)
            if not solution:
                break
            found = self._checked(shift, solution)
            if found is not None:
                return found
            model.add_bool_or(self._otherwise(solution))
        return None

    def _otherwise(self, solution: Sequence[int]) -> list[Literal]:
        """That something else is asked for than in this solution."""
        asked = self._decisions.easings.values()
        return [x.negated() if solution[x.index] else x for x in asked]

    def _checked(self, shift: Shift, solution: Sequence[int]) -> Eased | None:
        """What the solver found, if the audit says so too."""
        asked = self._decisions.easings
        easings = tuple(e for e, x in asked.items() if solution[x.index])
        fills = self._decisions.read(solution)
        eased = Eased(self._rota, self._rules, easings, fills)
        is_whole = all(
            eased.rota.is_crewed(each)
            for each in self._crewed
            if each == shift or self._rota.is_crewed(each)
        )
        return least(eased) if is_whole and not eased.new_breaches else None

    def _could_crew_more(self) -> bool:
        """Whether some open shift could be crewed by the facts as they are."""
        model = self._decisions.model.clone()
        for literal in self._decisions.easings.values():
            model.add(literal == 0)
        model.add_bool_or([self._crewed[shift] for shift in self._shifts])
        solver = worker(EFFORT, seed=self._limits.seed, deadline=FOREVER)
        return run(solver, model) != cp_model.INFEASIBLE

    def _near(self, shift: Shift) -> cp_model.CpModel:
        """The model in which only the days around may change."""
        copy = self._decisions.model.clone()
        for fill, claim in self._decisions.fill_claims.items():
            if abs(fill.shift.day - shift.day) > NEAR:
                domain = copy.proto.variables[claim.index].domain
                domain[0] = domain[1] = int(fill in self._rota.fills)
        return copy

    def _movers(self) -> dict[PersonId, cp_model.IntVar]:
        """For each person on the rota, the claim that they leave some place."""
        leaving: defaultdict[PersonId, list[cp_model.IntVar]] = defaultdict(list)
        for fill in self._given():
            leaving[fill.person].append(self._decisions.fill_claims[fill])
        moved = {}
        for person, claims in leaving.items():
            moved[person] = self._decisions.model.new_bool_var("")
            for claim in claims:
                self._decisions.model.add_bool_or([claim, moved[person]])
        return moved

    def _given(self) -> list[Fill]:
        return sorted(self._rota.fills & self._decisions.fill_claims.keys())

    def _asks(self) -> list[Term]:
        """How much is asked in all: of whom facts are about, and of whoever moves."""
        asked = [(x, e.kind.unkindness) for e, x in self._decisions.easings.items()]
        return [*asked, *((moved, MOVE.unkindness) for moved in self._moved.values())]

    def _changes(self) -> list[Term]:
        """How many places change, but for a constant."""
        given = self._rota.fills
        claims = self._decisions.fill_claims.items()
        return [(claim, -1 if fill in given else 1) for fill, claim in claims]

    def _run(self, model: cp_model.CpModel) -> Sequence[int]:
        solver = worker(EFFORT, seed=self._limits.seed, deadline=FOREVER)
        if run(solver, model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return tuple(solver.response_proto.solution)
        return ()


def _sum(terms: Sequence[Term]) -> cp_model.LinearExprT:
    claims, weights = [x for x, _ in terms], [weight for _, weight in terms]
    return cp_model.LinearExpr.weighted_sum(claims, weights)
