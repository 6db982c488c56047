"""The product's conscience: every rule over one rota, without the solver."""

from collections.abc import Sequence

from constraints import Rule
from rostering.domain import Audit, Rota


def audit(rota: Rota, rules: Sequence[Rule]) -> Audit:
    """Everything that the rota breaks or misses, in order of rule, day and subject."""
    found = [breach for rule in rules for breach in rule.findings(rota)]
    first = rota.problem.period.first
    found.sort(key=lambda b: (b.rule, b.day or first, b.subject, b.because))
    return Audit(
        tuple(breach for breach in found if breach.waiver is None),
        tuple(dict.fromkeys(rule.code for rule in rules)),
        tuple(breach for breach in found if breach.waiver is not None),
    )
