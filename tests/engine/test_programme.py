"""Branch and cut on the whole of a tier: as right as CP-SAT, and stopped in time."""

from dataclasses import replace

import numpy as np
import pytest
from ortools.sat.python import cp_model

from constraints import RULES
from rostering.build import build
from rostering.decisions import Decisions
from rostering.domain import Tier
from rostering.drawing import parse
from rostering.solve.find import Brake, Find
from rostering.solve.matrix import matrix_of
from rostering.solve.programme import USUAL, Allowance, Programme, pauses_for
from rostering.solve.race import Entry, race
from rostering.solve.worker import run, worker

EVERY_RULE = [rule() for rule in RULES.values()]
FOREVER = float("inf")
PLENTY = Allowance(10_000, FOREVER)
WEEKS = """
Ann .N - - A - - - - - - - - - -
Bob
Cal
terms Ann hours=60 overtime units=J1,J2
terms Bob hours=60 overtime units=J1
terms Cal hours=60 overtime units=J2,J1
need L1+L2 L1 L2 L1+L2 - L1 L2 L1+L2 L2 - L1+L2 L1 L2 -
wants Ann off x - - - x - - - - - - x - -
"""


def decisions_of(drawing: str) -> Decisions:
    return build(parse(drawing).problem, EVERY_RULE)


def proved(decisions: Decisions, tier: Tier) -> int:
    decisions.model.minimize(decisions.cost(tier))
    solver = worker(10.0, seed=0, deadline=FOREVER)
    assert run(solver, decisions.model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def programmed(decisions: Decisions, tier: Tier, allowance: Allowance) -> Find:
    return Programme(matrix_of(decisions), tier).run((), allowance)


def test_every_tier_has_the_value_that_the_other_solver_proves() -> None:
    decisions = decisions_of(WEEKS)
    for tier in Tier:
        find = programmed(decisions, tier, PLENTY)
        assert find.status == cp_model.OPTIMAL
        assert (find.value, find.bound) == (proved(decisions, tier), find.value)
        decisions.model.add(decisions.cost(tier) <= find.value)


def test_what_it_finds_is_a_solution_of_the_model() -> None:
    decisions = decisions_of(WEEKS)
    find = programmed(decisions, Tier.COVER, PLENTY)
    assert matrix_of(decisions).is_kept(np.array(find.solution))


def test_without_a_pause_there_is_no_claim_of_a_proof() -> None:
    decisions = decisions_of(WEEKS)
    find = programmed(decisions, Tier.FAIRNESS, Allowance(0, FOREVER))
    assert not find.is_closed
    assert find.bound <= proved(decisions, Tier.FAIRNESS)


def test_that_there_is_no_rota_is_left_to_the_other_solver() -> None:
    decisions = decisions_of(WEEKS)
    decisions.model.add(sum(decisions.fill_claims.values()) >= 1000)
    find = programmed(decisions, Tier.COVER, PLENTY)
    assert find.status == cp_model.UNKNOWN
    assert (find.bound, find.solution) == (0, ())


def test_a_search_that_is_stopped_says_what_it_knows() -> None:
    decisions = decisions_of(WEEKS)
    programme = Programme(matrix_of(decisions), Tier.COVER)
    programme.stop_search()
    assert not programme.run((), PLENTY).is_closed


def test_a_race_goes_to_the_first_in_order_that_comes_to_an_end() -> None:
    decisions = decisions_of(WEEKS)
    decisions.model.minimize(decisions.cost(Tier.COVER))
    (find,) = race(decisions, Tier.COVER, Entry((), 10.0, FOREVER, 0), Brake())
    assert find.is_closed
    _, rival = race(decisions, Tier.COVER, Entry((), 0.0, FOREVER, 0), Brake())
    assert not rival.is_closed


def test_after_the_brake_nobody_runs() -> None:
    decisions = decisions_of(WEEKS)
    decisions.model.minimize(decisions.cost(Tier.COVER))
    brake = Brake()
    brake.pull()
    finds = race(decisions, Tier.COVER, Entry((), 1.0, FOREVER, 0), brake)
    assert [find.status for find in finds] == [cp_model.UNKNOWN, cp_model.UNKNOWN]


@pytest.mark.parametrize("tier", list(Tier))
def test_the_same_allowance_comes_to_the_same(tier: Tier) -> None:
    first, second = (programmed(decisions_of(WEEKS), tier, PLENTY) for _ in range(2))
    assert first == second


def test_nothing_is_said_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    programmed(decisions_of(WEEKS), Tier.COVER, PLENTY)
    assert capfd.readouterr() == ("", "")


def test_a_large_model_is_given_fewer_pauses_and_a_usual_one_all() -> None:
    matrix = matrix_of(decisions_of(WEEKS))
    entries = len(matrix.weights)
    assert entries < USUAL
    assert pauses_for(matrix, 400) == 400
    large, huge = (
        replace(matrix, weights=np.resize(matrix.weights, size * USUAL))
        for size in (4, 100)
    )
    assert pauses_for(large, 400) == 12
    assert pauses_for(huge, 400) == 1
