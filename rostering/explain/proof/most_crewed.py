"""How many shifts any legal rota can crew, by what was proved of the cover tier."""

from collections import Counter
from collections.abc import Sequence

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Problem, Rota, Tier


def most_crewed(problem: Problem, rules: Sequence[Rule], bound: int) -> int:
    """The most shifts that a legal rota crews, where cover costs at least `bound`.

    A rota that leaves k shifts open pays at most k times the dearest of them, so the
    bound divided by that charge, rounded up, is a least number of open shifts.
    """
    empty = audit(Rota(problem), [rule for rule in rules if rule.tier is Tier.COVER])
    charges = Counter[str]()
    for breach in empty.wishes:
        charges[breach.subject] += breach.cost
    dearest = max(charges.values(), default=0)
    least_open = -(-bound // dearest) if dearest else 0
    return len(problem.shifts) - least_open
