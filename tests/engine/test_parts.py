"""Planning by parts: the same costs as are proved of the whole, by whole lines too."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from constraints import RULES
from rostering.build import build
from rostering.domain import Tier
from rostering.drawing import parse
from rostering.solve import solve
from rostering.solve.find import Brake
from rostering.solve.lines import shape
from rostering.solve.lines.anew import Task, planned_anew
from rostering.solve.lines.diving import dive
from rostering.solve.lines.generation import Course as Looking
from rostering.solve.lines.generation import Generation
from rostering.solve.lines.in_turn import in_turn
from rostering.solve.lines.lawful import lawful_line, solved_at
from rostering.solve.lines.pool import Pool
from rostering.solve.lines.split import split
from rostering.solve.matrix import Excerpts, matrix_of
from rostering.solve.matrix.plain import plain
from rostering.solve.parts import Course, plan, whole
from rostering.solve.parts.aim import aimed_at, costs
from rostering.solve.parts.completing import Completing
from rostering.solve.parts.whole import searched_whole
from tests.engine.test_matrix import WITH_CHOICES
from tests.rules.tiny import TINY
from tests.strategies import drawings

EVERY_RULE = [rule() for rule in RULES.values()]
ENOUGH = Course(patience=2.0)
DAYS = st.lists(st.sampled_from(["-", "-", "A"]), min_size=6, max_size=6)


class Here:
    """An executor that does all at once."""

    map = staticmethod(map)


def pool_of(matrix):
    """A pool without lines, of all that the matrix charges."""
    return Pool(split(plain(matrix), aimed_at(matrix.charges)))


def crossed(ann="- - - - - -", bob="- - - - - -"):
    """Two who could share six shifts, some of them on leave."""
    drawing = f"Ann {ann}\nBob:paramedic {bob}\nneed L L1+L2 E L N L"
    problem = parse(f"{drawing}\ncrew p:paramedic").problem
    return matrix_of(build(problem, EVERY_RULE))


@pytest.mark.parametrize("tiny", WITH_CHOICES)
def test_parts_come_to_what_is_proved_of_the_whole(tiny):
    problem = parse(TINY[tiny]).problem
    proved = solve(problem, EVERY_RULE)
    assert all(tier.is_proved for tier in proved.tiers)
    matrix = matrix_of(build(problem, EVERY_RULE))
    found = plan(matrix, ENOUGH, Brake())
    assert matrix.is_kept(found.solution)
    values = [tier.value for tier in proved.tiers if tier.tier in matrix.charges]
    assert costs(matrix.charges, found.solution) == tuple(values)
    assert found.bound <= aimed_at(matrix.charges).cost(found.solution)


@settings(max_examples=6)
@given(drawings())
def test_parts_come_to_it_at_random(drawing):
    problem = parse(drawing).problem
    matrix = matrix_of(build(problem, EVERY_RULE))
    assume(matrix.fills)
    proved = solve(problem, EVERY_RULE)
    assume(proved.rota is not None)
    found = plan(matrix, ENOUGH, Brake())
    values = [tier.value for tier in proved.tiers if tier.tier in matrix.charges]
    assert costs(matrix.charges, found.solution) == tuple(values)


def test_the_same_rota_comes_every_time():
    matrix = crossed()
    first, second = (plan(matrix, ENOUGH, Brake(), seed=3) for _ in range(2))
    assert (first.solution == second.solution).all()


def test_a_pulled_brake_leaves_no_rota_behind():
    brake = Brake()
    brake.pull()
    assert plan(crossed(), ENOUGH, brake).solution is None


@settings(max_examples=8)
@given(DAYS, DAYS)
def test_a_dive_leaves_everybody_one_line_that_keeps_all_rows(ann, bob):
    matrix = crossed(" ".join(ann), " ".join(bob))
    assume(matrix.fills)
    generation = Generation(pool_of(matrix), Here(), Looking(rounds=20))
    generation.run()
    everybody = range(len(generation.pool.split.graphs))
    lines = dive(generation.pool, generation.master, everybody).settled
    assert lines.keys() == set(everybody)
    values = np.zeros(matrix.size, np.int64)
    for column in lines.values():
        values[[*column.line]] = [*column.line.values()]
    fills = matrix.fill_columns
    completing = Completing(Excerpts(matrix), aimed_at(matrix.charges), Brake())
    solution = completing.anew(values, fills)
    assert matrix.is_kept(solution)
    assert generation.bound <= completing.aim.cost(solution)


def test_whoever_is_planned_anew_alone_gets_a_line_as_cheap_as_any():
    matrix = crossed()
    pool = pool_of(matrix)
    aim = aimed_at(matrix.charges)
    completing = Completing(Excerpts(matrix), aim, Brake())
    fills = matrix.fill_columns
    nobody = completing.anew(np.zeros(matrix.size, np.int64), fills)
    idle = [_column(pool, person, nobody) for person in range(2)]
    known = {0: (), 1: ()}
    task = Task((0, 1), idle, known, aim.cost(nobody), float("inf"))
    found = planned_anew(pool, task)
    chosen = nobody.copy()
    for person, column in found.chosen.items():
        chosen[pool.split.graphs[person].variables] = 0
        chosen[[*column.line]] = [*column.line.values()]
    solution = completing.changed(nobody, fills, chosen[fills])
    assert aim.cost(solution) < aim.cost(nobody)
    assert aim.cost(solution) == aim.cost(plan(matrix, ENOUGH, Brake()).solution)


def _column(pool, person, solution):
    variables = pool.split.graphs[person].variables.tolist()
    return pool.column(person, {v: int(solution[v]) for v in variables if solution[v]})


@pytest.mark.parametrize("most", [2, 5])
def test_rows_that_a_graph_lets_go_are_kept_all_the_same(monkeypatch, most):
    matrix = crossed()
    unbroken = plan(matrix, ENOUGH, Brake())
    monkeypatch.setattr(shape, "MOST_STATES", most)
    pool = pool_of(matrix)
    assert any(each.released for each in pool.split.graphs)
    found = plan(matrix, ENOUGH, Brake())
    assert matrix.is_kept(found.solution)
    assert found.bound <= costs_of(matrix, unbroken)
    assert costs_of(matrix, found) == costs_of(matrix, unbroken)


def costs_of(matrix, found):
    """What a plan costs as it is aimed at."""
    return aimed_at(matrix.charges).cost(found.solution)


@settings(max_examples=10)
@given(st.lists(st.integers(-9, 9), min_size=5, max_size=5))
def test_a_graph_has_no_dearer_line_than_a_solver_finds(some):
    pool = pool_of(crossed())
    split = pool.split
    values = np.resize(np.array(some, float), len(split.rows))
    prices = split.worth.reduced(split.worth.multipliers(values))
    for person, graph in enumerate(split.graphs):
        assert not graph.released
        cost, line = graph.cheapest(prices)
        theirs = solved_at(split, person, prices)
        assert cost == sum(int(prices[c]) * value for c, value in line.items())
        assert cost == sum(int(prices[c]) * value for c, value in theirs.items())
        assert pool.column(person, line).is_lawful


@pytest.mark.parametrize("most", [2, 5, 4000])
def test_lines_in_turn_make_a_rota_and_cost_what_it_costs(monkeypatch, most):
    monkeypatch.setattr(shape, "MOST_STATES", most)
    matrix = crossed(ann="- A - - - -")
    pool = pool_of(matrix)
    standing = in_turn(pool)
    assert all(column.is_lawful for column in standing.lines)
    values = np.zeros(matrix.size, np.int64)
    for column in standing.lines:
        values[[*column.line]] = [*column.line.values()]
    completing = Completing(Excerpts(matrix), aimed_at(matrix.charges), Brake())
    solution = completing.anew(values, matrix.fill_columns)
    assert matrix.is_kept(solution)


@settings(max_examples=8)
@given(DAYS, DAYS)
def test_whoever_is_left_open_has_a_turn_beside_those_who_have_a_line(ann, bob):
    pool = pool_of(crossed(" ".join(ann), " ".join(bob)))
    first = in_turn(pool, deadline=0.0)
    some = dict(enumerate(first.lines[:1]))
    assert len(in_turn(pool, 0.0, some).lines) == len(first.lines)
    again = in_turn(pool, begun=dict(enumerate(first.lines)))
    assert again.cost <= first.cost


def test_lines_in_turn_are_there_though_time_is_up():
    pool = pool_of(crossed())
    assert len(in_turn(pool, deadline=0.0).lines) == 2


@pytest.mark.parametrize("most", [2, 5])
@settings(max_examples=6)
@given(some=st.lists(st.integers(-9, 9), min_size=5, max_size=5))
def test_a_line_made_lawful_keeps_what_its_graph_let_go(most, some):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shape, "MOST_STATES", most)
        pool = pool_of(crossed())
    for person in range(len(pool.split.graphs)):
        line = lawful_line(pool.split, person, np.resize(some, len(pool.split.rows)))
        assert pool.column(person, line).is_lawful


def test_the_whole_of_a_small_model_is_proved_and_of_a_large_one_left(monkeypatch):
    matrix = crossed()
    completing = Completing(Excerpts(matrix), aimed_at(matrix.charges), Brake())
    nobody = completing.anew(np.zeros(matrix.size, np.int64), matrix.fill_columns)
    found = searched_whole(matrix, nobody, completing, float("inf"))
    assert completing.aim.cost(found.solution) == found.bound
    assert found.bound == costs_of(matrix, plan(matrix, ENOUGH, Brake()))
    monkeypatch.setattr(whole, "FEW", 0)
    left = searched_whole(matrix, nobody, completing, float("inf"))
    assert left.bound == 0
    assert (left.solution == nobody).all()


def test_a_settled_tier_costs_nothing_and_is_not_counted():
    matrix = crossed().without(Tier.COVER)
    assert Tier.COVER not in matrix.charges
    found = plan(matrix, ENOUGH, Brake())
    assert found.solution is None or matrix.is_kept(found.solution)
