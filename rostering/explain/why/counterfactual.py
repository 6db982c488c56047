"""The rota that would be if one person were, or were not, on a shift."""

from collections.abc import Sequence
from dataclasses import dataclass

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, Rota
from rostering.drawing import draw
from rostering.explain.why.nearest import Nearest, Supposition
from rostering.solve import Disagreement, Limits, Outcome

NOTHING = Audit()


@dataclass(frozen=True)
class Counterfactual:
    """What the nearest rota came to in which the supposition is true."""

    outcome: Outcome
    """Optimal where no such rota is worse than the given one by less."""
    rota: Rota | None = None
    audit: Audit = NOTHING


def counterfactual(
    given: Rota,
    rules: Sequence[Rule],
    supposed: Supposition,
    *,
    before: Audit,
    limits: Limits,
) -> Counterfactual:
    """Solve for the nearest rota in which the supposition is true, and audit it.

    Args:
        given: The rota to stay near to; it may break rules, its neighbour does not.
        rules: What must hold and what is wished.
        supposed: What is to be true.
        before: The audit of the given rota.
        limits: How long to search.

    Raises:
        Disagreement: The rota found does not pass the audit.
    """
    search = Nearest(given, rules, supposed, before, limits)
    found = search.run()
    if isinstance(found, Outcome):
        return Counterfactual(found)
    fills = search.decisions.read(found.solution)
    rota = Rota(given.problem, fills)
    after = audit(rota, rules)
    if after.hard:
        wrong = [f"{b.rule} {b.subject}: {b.because}" for b in after.hard]
        raise Disagreement("\n".join(["The audit disagrees.", *wrong, draw(rota)]))
    outcome = Outcome.OPTIMAL if found.is_proved else Outcome.FEASIBLE
    return Counterfactual(outcome, rota, after)
