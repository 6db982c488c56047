"""The benchmarks still run."""

from benchmarks.rules import costs
from rostering.drawing import parse
from rostering.rulebook import rulebook


def test_what_rules_cost_is_measured_rule_by_rule():
    rota = parse("Ann L L - A A\nBob:paramedic - L - - -\ncrew p:paramedic*1-2")
    rules, _ = rulebook(rota.problem)
    found = {cost.code: cost for cost in costs(rota, rules, is_quick=True)}
    assert found.keys() == {rule.code for rule in rules}
    assert found["COVER-01"].rows > 0
    assert found["COVER-01"].variables > 0
    assert found["REST-01"].bars == 0
    assert all(cost.without is None for cost in found.values())
    few = [rule for rule in rules if rule.code in ("COVER-01", "CREW-01")]
    assert all(cost.without >= 0 for cost in costs(rota, few, is_quick=False))
