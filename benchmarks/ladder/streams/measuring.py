"""What Timefold makes of a problem, as our own audit finds it."""

import time
from collections import Counter
from collections.abc import Sequence

from benchmarks.ladder.streams.noted import Noted
from benchmarks.ladder.streams.search import search
from constraints import Rule
from rostering.audit import audit
from rostering.domain import Problem, Rota, Tier
from rostering.eligibility import eligibility


def measured(
    problem: Problem, rules: Sequence[Rule], seconds: float
) -> tuple[Rota, dict[str, object]]:
    """The rota, and what it comes to, tier by tier; nothing of it is proved."""
    noted = noted_of(problem, rules)
    start = time.perf_counter()
    rota = search(noted, seconds)
    whole = time.perf_counter() - start
    found = audit(rota, rules)
    values = {tier.title: {"value": found.cost(tier), "bound": None} for tier in Tier}
    return rota, {
        "tiers": values,
        "breaches": Counter(breach.rule for breach in found.hard),
        "untold": sorted(noted.untold),
        "whole": whole,
    }


def noted_of(problem: Problem, rules: Sequence[Rule]) -> Noted:
    """What the rules have to say of the problem."""
    noted = Noted(problem, eligibility(problem, rules).barred)
    for rule in rules:
        if rule.is_sought:
            rule.post(noted)
    return noted
