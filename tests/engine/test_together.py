"""The tiers of sums all at once: they are tiers still, each as low as on its own."""

import pytest
from hypothesis import assume, given, settings
from ortools.sat.python import cp_model

from constraints import RULES
from rostering.build import build
from rostering.decisions import Decisions
from rostering.domain import Tier
from rostering.drawing import parse
from rostering.solve import Limits
from rostering.solve.find import Brake
from rostering.solve.programme import Allowance
from rostering.solve.tiers import solve_tiers
from rostering.solve.together import TOGETHER, _bounds, all_at_once
from rostering.solve.worker import run, worker
from tests.engine.test_programme import WEEKS, decisions_of
from tests.strategies import drawings

EVERY_RULE = [rule() for rule in RULES.values()]
FOREVER = float("inf")
PLENTY = Allowance(10_000, FOREVER)


def one_by_one(decisions: Decisions) -> dict[Tier, int]:
    """Each tier by one plain search, the earlier ones being limited."""
    values = {}
    for tier in Tier:
        decisions.model.minimize(decisions.cost(tier))
        solver = worker(60.0, seed=0, deadline=FOREVER)
        assert run(solver, decisions.model) == cp_model.OPTIMAL
        values[tier] = round(solver.objective_value)
        decisions.model.add(decisions.cost(tier) <= values[tier])
    return values


def limited(decisions: Decisions, values: dict[Tier, int]) -> Decisions:
    """With the tiers before those of sums at their best."""
    for tier in (Tier.COVER, Tier.CARE):
        decisions.model.add(decisions.cost(tier) <= values[tier])
    return decisions


@given(drawings())
@settings(max_examples=40)
def test_all_at_once_each_tier_is_as_low_as_one_by_one(drawing: str) -> None:
    problem = parse(drawing).problem
    values = one_by_one(build(problem, EVERY_RULE))
    decisions = limited(build(problem, EVERY_RULE), values)
    assume(len(decisions.model.proto.variables))
    found = all_at_once(decisions, (), PLENTY, Brake())
    assert found.is_proved
    assert dict(zip(TOGETHER, found.values, strict=True)).items() <= values.items()


@given(drawings())
@settings(max_examples=25)
def test_a_build_comes_to_what_one_plain_search_a_tier_comes_to(drawing: str) -> None:
    problem = parse(drawing).problem
    decisions = build(problem, EVERY_RULE)
    assume(len(decisions.model.proto.variables))
    part = solve_tiers(decisions, Limits(), Brake(), lambda *_: None)
    bounds = {bound.tier: bound.bound for bound in part.bounds}
    assert bounds == one_by_one(build(problem, EVERY_RULE))
    assert all(bound.is_proved for bound in part.bounds)


def test_stopped_early_it_claims_no_more_than_is_so() -> None:
    values = one_by_one(decisions_of(WEEKS))
    for pauses in (0, 1, 2, 5, 20):
        decisions = limited(decisions_of(WEEKS), values)
        found = all_at_once(decisions, (), Allowance(pauses, FOREVER), Brake())
        for tier, bound in zip(TOGETHER, found.bounds, strict=False):
            assert bound <= values[tier]


def test_after_the_brake_nothing_is_searched() -> None:
    brake = Brake()
    brake.pull()
    found = all_at_once(decisions_of(WEEKS), (), PLENTY, brake)
    assert (found.solution, found.is_proved) == ((), False)


@pytest.mark.parametrize(
    ("bound", "values", "expected"),
    [
        (7 * 100 + 3 * 10 + 2, (7, 3, 2), (7, 3, 2)),
        (7 * 100 + 3 * 10 + 1, (7, 3, 2), (7, 3, 1)),
        (7 * 100 + 1, (7, 3, 2), (7, 0, 0)),
        (6 * 100 + 99, (7, 3, 2), (6, 0, 0)),
        (6 * 100 + 100, (7, 3, 2), (7, 0, 0)),
        (0, (7, 3, 2), (0, 0, 0)),
    ],
)
def test_a_bound_of_the_sum_is_one_of_each_tier(
    bound: int, values: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert tuple(_bounds(bound, values, (100, 10, 1))) == expected
