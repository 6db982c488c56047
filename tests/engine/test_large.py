"""What is planned as a large book comes to what is proved of a small one."""

import pytest
from hypothesis import assume, given, settings

from constraints import RULES
from rostering.audit import audit
from rostering.build import build
from rostering.domain import Rota, Tier
from rostering.drawing import parse
from rostering.solve import Outcome, bounding, large, programme, solve, tiers
from rostering.solve.find import Brake
from rostering.solve.large import solve_large
from rostering.solve.limits import Limits
from tests.engine.test_matrix import WITH_CHOICES
from tests.rules.tiny import TINY
from tests.strategies import drawings

EVERY_RULE = [rule() for rule in RULES.values()]
CAR = "Ann - - A\nBob:paramedic - - -\nneed L1+L2 E L N\ncrew p:paramedic"


def quietly(tier, best, bound):
    """Tell nobody."""


def planned(problem, limits=None, brake=None, report=quietly):
    decisions = build(problem, EVERY_RULE)
    return solve_large(decisions, limits or Limits(), brake or Brake(), report)


def costs(problem, part):
    found = audit(Rota(problem, part.fills), EVERY_RULE)
    assert not found.hard
    return tuple(found.cost(tier) for tier in Tier)


def assert_bounded(part, proved):
    """No bound is above what is proved."""
    for found, tier in zip(part.bounds, proved.tiers, strict=True):
        assert found.bound <= tier.value


@pytest.mark.parametrize("tiny", WITH_CHOICES)
def test_large_and_plain_agree_on_what_is_proved(tiny):
    problem = parse(TINY[tiny]).problem
    proved = solve(problem, EVERY_RULE)
    assert all(tier.is_proved for tier in proved.tiers)
    part = planned(problem)
    assert costs(problem, part) == tuple(tier.value for tier in proved.tiers)
    assert all(
        b.bound <= t.value for b, t in zip(part.bounds, proved.tiers, strict=True)
    )


@settings(max_examples=8)
@given(drawings())
def test_they_agree_at_random(drawing):
    problem = parse(drawing).problem
    assume(problem.shifts)
    proved = solve(problem, EVERY_RULE)
    part = planned(problem)
    if proved.rota is None:
        assert part.outcome is Outcome.INFEASIBLE
        return
    assert costs(problem, part) == tuple(tier.value for tier in proved.tiers)
    assert all(
        b.bound <= t.value for b, t in zip(part.bounds, proved.tiers, strict=True)
    )


def test_it_is_switched_on_by_size(monkeypatch):
    problem = parse(CAR).problem
    plain = solve(problem, EVERY_RULE)
    asked = []

    def noted(*given, **how):
        asked.append(given)
        return solve_large(*given, **how)

    monkeypatch.setattr(tiers, "LARGE", 0)
    monkeypatch.setattr(tiers, "solve_large", noted)
    found = solve(problem, EVERY_RULE)
    assert asked
    assert [t.value for t in found.tiers] == [t.value for t in plain.tiers]


def test_the_same_rota_comes_every_time():
    problem = parse(CAR).problem
    assert planned(problem).fills == planned(problem).fills


@pytest.mark.parametrize("limits", [Limits(seconds=0), Limits(effort=0)])
def test_there_is_a_rota_however_little_time_there_is(limits):
    problem = parse(CAR).problem
    part = planned(problem, limits)
    values = costs(problem, part)
    assert part.outcome in (Outcome.FEASIBLE, Outcome.OPTIMAL)
    assert all(b.bound <= v for b, v in zip(part.bounds, values, strict=True))


def test_there_is_one_also_where_it_is_stopped_at_once():
    problem, brake = parse(CAR).problem, Brake()
    brake.pull()
    part = planned(problem, brake=brake)
    assert part.outcome is Outcome.FEASIBLE
    assert len(part.bounds) == len(Tier)


def test_better_rotas_and_bounds_are_told():
    problem, told = parse(CAR).problem, []
    part = planned(problem, report=lambda *each: told.append(each))
    last = {tier: (value, bound) for tier, value, bound in told}
    values = costs(problem, part)
    for found, value in zip(part.bounds, values, strict=True):
        assert last[found.tier] == (value, found.bound)


def test_a_bound_of_an_interior_point_is_as_good(monkeypatch):
    monkeypatch.setattr(programme, "MANY", 0)
    monkeypatch.setattr(bounding, "FEW", 0)
    monkeypatch.setattr(bounding, "relaxed_bound", lambda *given: 0)
    monkeypatch.setattr(large, "SPRINT", 0.0)
    problem = parse(CAR).problem
    part = planned(problem)
    values = costs(problem, part)
    assert values == tuple(tier.value for tier in solve(problem, EVERY_RULE).tiers)
    assert all(b.bound <= v for b, v in zip(part.bounds, values, strict=True))
