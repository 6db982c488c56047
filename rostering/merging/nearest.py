"""The rota nearest to a given one that breaks nothing: the smallest repair."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from constraints import Rule
from rostering.audit import audit
from rostering.build import build
from rostering.domain import Fill, Mode, Rota
from rostering.solve.worker import run, worker

EFFORT = 2.0
"""The most work of one search, in the solver's own units."""
_UNCREWED = 100
"""How many changes are made rather than leave a shift that somebody is on uncrewed."""
_REFUSED = 3
"""How many changes are made rather than undo one that somebody made by hand."""


@dataclass(frozen=True)
class Mended:
    """A rota that breaks nothing, and how it differs from the given one."""

    rota: Rota
    is_least: bool
    """Whether no rota is nearer, by proof."""

    def gone(self, given: Rota) -> frozenset[Fill]:
        """Whoever leaves a place."""
        return given.fills - self.rota.fills

    def new(self, given: Rota) -> frozenset[Fill]:
        """Whoever takes a place."""
        return self.rota.fills - given.fills


def mended(
    given: Rota,
    rules: Sequence[Rule],
    *,
    kept: Collection[Fill] = frozenset(),
) -> Mended | None:
    """The nearest rota in which every rule that must hold does.

    A shift on which anybody is has a whole crew then, if any changes give it one.

    Args:
        given: The rota to stay near to.
        rules: Its rules; wishes are left aside.
        kept: Fills, there or not, that somebody has set by hand: they change last.

    Returns:
        None where no such rota was found: pins may clash.
    """
    hard = [rule for rule in rules if rule.mode is Mode.HARD]
    found = _nearest(given, hard, kept)
    if found is None or audit(found.rota, hard).hard:
        return None
    return found


def _nearest(
    given: Rota, rules: Sequence[Rule], kept: Collection[Fill]
) -> Mended | None:
    """Search for it with the solver."""
    decisions = build(given.problem, rules)
    model = decisions.model
    changes, weights = list[cp_model.LinearExprT](), list[int]()
    for fill, claim in decisions.fill_claims.items():
        is_there = fill in given.fills
        model.add_hint(claim, is_there)
        changes.append(1 - claim if is_there else claim)
        weights.append(_REFUSED if fill in kept else 1)
    for shift in given.crews:
        changes.append(decisions.negation(decisions.crewed(shift)))
        weights.append(_UNCREWED)
    model.minimize(cp_model.LinearExpr.weighted_sum(changes, weights))
    solver = worker(EFFORT, seed=0, deadline=float("inf"))
    status = run(solver, model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    fills = decisions.read(solver.response_proto.solution)
    return Mended(Rota(given.problem, fills), status == cp_model.OPTIMAL)
