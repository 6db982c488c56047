"""The search for one tier: parts planned anew, and a brake that stops it all."""

from random import Random

import pytest

from constraints import RULES
from rostering.build import build
from rostering.decisions import Decisions
from rostering.domain import Tier
from rostering.drawing import parse
from rostering.solve import Limits, solve
from rostering.solve.find import Brake
from rostering.solve.links import Links
from rostering.solve.neighbourhoods import Neighbourhoods
from rostering.solve.search import Search, Standing

EVERY_RULE = [rule() for rule in RULES.values() if rule.is_usual]
FOREVER = float("inf")
TWO_WEEKS = """
Ann
Bob
Cal
terms Ann hours=60 overtime units=J1,J2
terms Bob hours=60 overtime units=J1
terms Cal hours=60 overtime units=J2,J1
need L1+L2 L1 L2 L1+L2 - L1 L2 L1+L2 L2 - L1+L2 L1 L2 -
"""


def decisions_of(drawing: str) -> Decisions:
    return build(parse(drawing).problem, EVERY_RULE)


def empty_standing(decisions: Decisions, search: Search) -> Standing:
    """The rota in which nobody works, as the solver would hand it on."""
    part = frozenset[object]()
    model = search._around([0] * len(decisions.model.proto.variables), part)
    solver = search._solver(1.0, FOREVER)
    find = Brake().run(solver, model)
    assert find.solution
    return Standing(find.value, 0, find.solution)


def search_of(decisions: Decisions, tier: Tier = Tier.COVER) -> Search:
    return Search(decisions, tier, Limits(), Brake())


def test_planning_parts_anew_comes_from_nothing_to_the_best_cover() -> None:
    decisions = decisions_of(TWO_WEEKS)
    search = search_of(decisions)
    best = empty_standing(decisions, search)
    for find in search._improve(best, FOREVER):
        search._note(best, find)
    proved = solve(parse(TWO_WEEKS).problem, EVERY_RULE).tiers[0]
    assert proved.is_proved
    assert best.value == proved.value
    assert best.value < 18 * 100


@pytest.mark.parametrize("size", [3, 8, 1000])
def test_a_part_is_some_of_the_fills_and_never_none(size: int) -> None:
    decisions = decisions_of(TWO_WEEKS)
    parts = Neighbourhoods(decisions, Tier.COVER, seed=1, size=size)
    every = set(decisions.fill_claims)
    solution = empty_standing(decisions, search_of(decisions)).solution
    for _ in range(12):
        part = parts.draw(solution)
        assert part
        assert part <= every


def test_the_same_seed_draws_the_same_parts() -> None:
    drawn = []
    for _ in range(2):
        decisions = decisions_of(TWO_WEEKS)
        parts = Neighbourhoods(decisions, Tier.COVER, seed=5)
        solution = empty_standing(decisions, search_of(decisions)).solution
        drawn.append([parts.draw(solution) for _ in range(9)])
    assert drawn[0] == drawn[1]


def test_a_walk_from_a_charge_finds_the_fills_that_share_its_rows() -> None:
    decisions = decisions_of("Ann -\nBob:paramedic -\ncrew p:paramedic\nneed D")
    (charge, _) = decisions.charges[Tier.COVER][0]
    near = Links(decisions).around(charge.index, 99, Random(1))
    assert near == set(decisions.fill_claims)
    assert Links(decisions).around(charge.index, 0, Random(1)) == frozenset()


def test_parts_grow_where_they_are_soon_exhausted_and_shrink_where_not() -> None:
    parts = Neighbourhoods(decisions_of(TWO_WEEKS), Tier.COVER, seed=1, size=25)
    parts.exhausted()
    assert parts.size > 25
    parts = Neighbourhoods(decisions_of(TWO_WEEKS), Tier.COVER, seed=1, size=25)
    parts.too_large()
    assert 20 <= parts.size < 25


def test_nothing_outside_a_part_changes() -> None:
    decisions = decisions_of(TWO_WEEKS)
    search = search_of(decisions)
    best = empty_standing(decisions, search)
    parts = Neighbourhoods(decisions, Tier.COVER, seed=2, size=5)
    part = parts.draw(best.solution)
    find = Brake().run(
        search._solver(1.0, FOREVER), search._around(best.solution, part)
    )
    assert decisions.read(find.solution) <= part


def test_after_the_brake_no_search_begins() -> None:
    decisions = decisions_of(TWO_WEEKS)
    brake = Brake()
    brake.pull()
    standing = Search(decisions, Tier.COVER, Limits(), brake).run(
        lambda *_: None, (), FOREVER
    )
    assert standing.value is None


def test_a_search_without_anything_to_charge_is_proved_at_once() -> None:
    decisions = build(parse("Ann\nneed L").problem, [])
    standing = search_of(decisions).run(lambda *_: None, (), FOREVER)
    assert (standing.value, standing.bound) == (0, 0)


def test_more_effort_never_gives_a_worse_tier() -> None:
    problem = parse(TWO_WEEKS).problem
    usual = solve(problem, EVERY_RULE)
    longer = solve(problem, EVERY_RULE, limits=Limits(effort=5))
    assert longer.tiers[0].value <= usual.tiers[0].value
