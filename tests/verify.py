"""One rota, checked twice: by a rule's audit and by the solver under that rule."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from ortools.sat.python import cp_model

from constraints import Rule
from rostering.build import build
from rostering.decisions import Decisions
from rostering.domain import Fill, Mode, Problem, Rota
from rostering.drawing import parse
from rostering.eligibility import candidates

IMPOSSIBLE = None
Drawn = str | Rota
"""A rota as text, or one made by hand that no text can draw."""


def assert_kept(rule: Rule, drawing: Drawn) -> None:
    """Both find nothing wrong with the drawn rota."""
    rota = _rota(drawing)
    assert [b.because for b in rule.breaches(rota)] == []
    assert solver_says(rule, rota) == 0


def assert_broken(rule: Rule, drawing: Drawn, *, times: int | None = None) -> None:
    """Both refuse the drawn rota under the rule as one that must hold."""
    rota = _rota(drawing)
    hard = replace(rule, mode=Mode.HARD)
    breaches = list(hard.breaches(rota))
    assert breaches
    assert times is None or len(breaches) == times
    assert all(breach.cost == 0 for breach in breaches)
    assert solver_says(hard, rota) is IMPOSSIBLE


def assert_charged(rule: Rule, drawing: Drawn, cost: int) -> None:
    """Both ask the same charge for the drawn rota under the rule as a wish."""
    rota = _rota(drawing)
    wish = replace(rule, mode=Mode.WISH)
    assert audit_says(wish, rota) == cost
    assert solver_says(wish, rota) == cost


def assert_agreement(rule: Rule, drawing: Drawn) -> None:
    """Posting and audit accept, and charge, the same of all rotas of the problem."""
    problem = _rota(drawing).problem
    ask = Asking(rule, problem)
    for rota in every_rota(problem):
        by_solver, by_audit = ask(rota), audit_says(rule, rota)
        assert by_solver == by_audit, (
            f"{rule.code} {rule.mode}: solver {by_solver}, audit {by_audit} "
            f"for {sorted((f.person, f.shift.id, f.post) for f in rota.fills)}"
        )


def _rota(drawn: Drawn) -> Rota:
    return parse(drawn) if isinstance(drawn, str) else drawn


def audit_says(rule: Rule, rota: Rota) -> int | None:
    """The sum of charges, or IMPOSSIBLE where the rule must hold and is broken."""
    breaches = list(rule.breaches(rota))
    if any(breach.mode is Mode.HARD for breach in breaches):
        return IMPOSSIBLE
    return sum(breach.cost for breach in breaches)


def solver_says(rule: Rule, rota: Rota) -> int | None:
    """The least charge at which the solver allows the rota, or IMPOSSIBLE."""
    return Asking(rule, rota.problem)(rota)


class Asking:
    """A model with one rule only, asked about one rota after another."""

    def __init__(self, rule: Rule, problem: Problem) -> None:
        self.rule = rule
        self.decisions = build(problem, [rule])
        self.decisions.model.minimize(self.decisions.cost(rule.tier))
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.cp_model_presolve = False

    def __call__(self, rota: Rota) -> int | None:
        if any(fill not in self.decisions.fill_claims for fill in rota.fills):
            return IMPOSSIBLE
        self._fix(self.decisions, rota)
        status = self.solver.solve(self.decisions.model)
        if status == cp_model.INFEASIBLE:
            return IMPOSSIBLE
        assert status == cp_model.OPTIMAL, self.solver.status_name(status)
        return round(self.solver.objective_value)

    @staticmethod
    def _fix(decisions: Decisions, rota: Rota) -> None:
        variables = decisions.model.proto.variables
        for fill, claim in decisions.fill_claims.items():
            value = int(fill in rota.fills)
            domain = variables[claim.index].domain
            domain[0], domain[1] = value, value


def every_rota(problem: Problem) -> Iterator[Rota]:
    """All sets of fills by people of a fitting role."""
    fills = [
        Fill(person.id, shift, post.name)
        for shift in problem.shifts
        for person, post in candidates(problem, shift)
    ]
    assert len(fills) <= 10, f"{len(fills)} choices make too many rotas"
    for chosen in product((False, True), repeat=len(fills)):
        yield Rota(
            problem, frozenset(f for f, on in zip(fills, chosen, strict=True) if on)
        )
