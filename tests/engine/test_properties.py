"""What holds of every rota, whatever the book says."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from constraints import RULES
from rostering.audit import audit
from rostering.domain import Problem, Tier
from rostering.drawing import parse
from rostering.solve import Outcome, solve
from tests.strategies import drawings

EVERY_RULE = [rule() for rule in RULES.values() if rule.is_usual]


def tier_values(problem: Problem) -> list[int]:
    """What each tier of the best rota costs; it must have been proved."""
    result = solve(problem, EVERY_RULE)
    assert result.outcome is Outcome.OPTIMAL
    return [tier.value for tier in result.tiers]


@given(drawings())
@settings(max_examples=60)
def test_a_built_rota_passes_the_audit_and_adds_up(drawing: str) -> None:
    result = solve(parse(drawing).problem, EVERY_RULE)
    assert result.rota is not None
    found = audit(result.rota, EVERY_RULE)
    assert found.hard == ()
    assert [found.cost(tier) for tier in Tier] == [t.value for t in result.tiers]


@given(drawings(), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_order_of_rows_does_not_change_the_tiers(
    drawing: str, chance: st.DataObject
) -> None:
    problem = parse(drawing).problem
    people, offers = list(problem.people), list(problem.offers)
    chance.shuffle(people)
    chance.shuffle(offers)
    shuffled = replace(problem, people=tuple(people), offers=tuple(offers))
    assert tier_values(shuffled) == tier_values(problem)


@given(drawings())
@settings(max_examples=25)
def test_other_names_do_not_change_the_tiers(drawing: str) -> None:
    renamed = re.sub(
        r"\b(Par|Reg|Spe)(\d)\b", lambda m: f"Z{m[1]}{9 - int(m[2])}", drawing
    )
    assert tier_values(parse(renamed).problem) == tier_values(parse(drawing).problem)


@given(drawings(), st.sampled_from(sorted(RULES)))
@settings(max_examples=40)
def test_one_rule_more_never_makes_cover_cheaper(drawing: str, code: str) -> None:
    problem = parse(drawing).problem
    fewer = [rule for rule in EVERY_RULE if rule.code != code]
    if RULES[code]().tier is Tier.COVER and not RULES[code].may_be_hard:
        return
    less = solve(problem, fewer).tiers[0].value
    assert less <= solve(problem, EVERY_RULE).tiers[0].value
