"""Solving: tiers in order, components apart, the same rota every time."""

from itertools import product

import pytest

from constraints import RULES
from constraints.daily_rest import DailyRest
from rostering.audit import audit
from rostering.domain import Breach, Fill, Problem, Rota, Tier
from rostering.drawing import parse
from rostering.eligibility import candidates, eligibility
from rostering.solve import Disagreement, Limits, Outcome, Progress, solve
from rostering.solve.components import components

EVERY_RULE = [rule() for rule in RULES.values() if rule.is_usual]
WEEK = """
Ann:paramedic .N - - - -
Bob:paramedic - A - -
Sam:special - - - -
offer Sam S S - S
crew p:paramedic o:special
need S S S S
"""


def test_a_rota_is_proved_best_and_passes_the_audit() -> None:
    result = solve(parse(WEEK).problem, EVERY_RULE)
    assert result.outcome is Outcome.OPTIMAL
    assert result.rota is not None
    assert audit(result.rota, EVERY_RULE).hard == ()
    assert all(tier.is_proved for tier in result.tiers)


def test_a_pin_left_out_for_want_of_time_is_no_disagreement() -> None:
    problem = parse(f"{WEEK}pin Ann on - S\n").problem
    result = solve(problem, EVERY_RULE, limits=Limits(seconds=1e-9))
    assert result.outcome is Outcome.UNDECIDED
    assert result.rota == Rota(problem)


def test_the_value_of_every_tier_is_the_least_of_all_legal_rotas() -> None:
    problem = parse(WEEK).problem
    result = solve(problem, EVERY_RULE)
    assert [tier.value for tier in result.tiers] == list(_least_costs(problem))


def _least_costs(problem: Problem) -> tuple[int, ...]:
    """Every set of fills, audited: the least costs in the order of the tiers."""
    fills = [
        Fill(person.id, shift, post.name)
        for shift in problem.shifts
        for person, post in candidates(problem, shift)
    ]
    costs = []
    for chosen in product((False, True), repeat=len(fills)):
        picked = (fill for fill, on in zip(fills, chosen, strict=True) if on)
        found = audit(Rota(problem, frozenset(picked)), EVERY_RULE)
        if not found.hard:
            costs.append(tuple(found.cost(tier) for tier in Tier))
    return min(costs)


def test_nobody_at_all_gives_an_empty_rota() -> None:
    result = solve(parse("need L L").problem, EVERY_RULE)
    assert result.rota is not None
    assert result.rota.fills == frozenset()


def test_no_shifts_at_all_give_an_empty_rota() -> None:
    result = solve(parse("Ann - -").problem, EVERY_RULE)
    assert result.outcome is Outcome.OPTIMAL


def test_the_same_seed_gives_the_same_rota() -> None:
    problem = parse("Ann\nBob\nCal\nneed L+D L N - L S+L").problem
    first, second = (
        solve(problem, EVERY_RULE, limits=Limits(seed=3)).rota for _ in range(2)
    )
    assert first == second


def test_people_who_share_nothing_are_solved_apart() -> None:
    problem = parse(
        "Ann\nBob\nterms Ann units=J1\nterms Bob units=J2\nneed L1+L2"
    ).problem
    parts = components(problem, eligibility(problem, EVERY_RULE))
    assert sorted({shift.unit for shift in part} for part in parts) == [{"J1"}, {"J2"}]
    result = solve(problem, EVERY_RULE)
    assert result.components == 2
    assert result.rota is not None
    assert all(result.rota.is_crewed(shift) for shift in problem.shifts)


def test_two_crews_of_one_car_that_share_nobody_still_share_the_car() -> None:
    people = "Pat:special -\nQuin:special -\noffer Pat E\noffer Quin L\n"
    terms = "terms Pat status=IPS\nterms Quin status=IPS\n"
    problem = parse(f"{people}{terms}crew o:special\nneed E+L").problem
    result = solve(problem, EVERY_RULE)
    assert result.rota is not None
    assert len(result.rota.crews) == 1


def test_someone_who_may_ride_both_cars_joins_the_components() -> None:
    problem = parse(
        "Ann\nBob\nCal\nterms Ann units=J1\nterms Bob units=J2\n"
        "terms Cal units=J1,J2\nneed L1+L2"
    ).problem
    assert len(components(problem, eligibility(problem, EVERY_RULE))) == 1


def test_pins_that_break_a_rule_leave_no_rota() -> None:
    problem = parse("Ann\nneed L E\npin Ann on L E").problem
    result = solve(problem, EVERY_RULE)
    assert result.outcome is Outcome.INFEASIBLE
    assert result.rota is None


def test_the_watcher_hears_of_every_tier() -> None:
    heard: list[Progress] = []
    solve(parse(WEEK).problem, EVERY_RULE, watcher=heard.append)
    assert {progress.tier for progress in heard} == set(Tier)
    assert heard[-1].components_done == heard[-1].components


def test_a_rota_that_the_audit_refuses_is_never_returned() -> None:
    class Refuser(DailyRest):
        """Nobody is allowed anything."""

        def audit(self, rota: Rota) -> list[Breach]:
            return [self.breach(str(fill.person), "never") for fill in rota.fills]

    problem = parse("Ann\nneed L").problem
    others = [rule for rule in EVERY_RULE if not isinstance(rule, DailyRest)]
    with pytest.raises(Disagreement, match="never"):
        solve(problem, [*others, Refuser()])


def test_a_limit_in_seconds_is_said_where_it_struck() -> None:
    problem = parse(WEEK).problem
    assert not solve(problem, EVERY_RULE).is_timed
    hurried = solve(problem, EVERY_RULE, limits=Limits(seconds=0.0))
    assert hurried.rota is not None
    assert hurried.is_timed == (hurried.outcome is not Outcome.OPTIMAL)
