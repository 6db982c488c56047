"""Bounds from lines of duties: never above what is proved otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.build import build
from rostering.domain import Tier
from rostering.drawing import parse
from rostering.rulebook import rulebook
from rostering.solve import solve
from rostering.solve.lines.generation import Course, line_bound
from rostering.solve.matrix import matrix_of
from tests.rules.tiny import TINY

DAYS = st.lists(st.sampled_from(["-", "-", "A", "T"]), min_size=5, max_size=5)


def bounds_of(problem):
    """For each tier what all lines prove, and the least that there is."""
    rules, _ = rulebook(problem)
    matrix = matrix_of(build(problem, rules))
    for tier in solve(problem, rules).tiers:
        if tier.tier in matrix.charges:
            bound = line_bound(matrix, matrix.charges[tier.tier], Course(rounds=30))
            yield tier, bound


@pytest.mark.parametrize("tiny", TINY)
def test_no_bound_is_above_what_a_rota_reaches(tiny):
    for tier, bound in bounds_of(parse(TINY[tiny]).problem):
        assert tier.is_proved
        assert 0 <= bound <= tier.value


@settings(max_examples=15)
@given(DAYS, DAYS)
def test_no_bound_is_above_it_with_leave_and_training_at_random(ann, bob):
    drawing = f"Ann {' '.join(ann)}\nBob:paramedic {' '.join(bob)}\nneed L E L N S"
    for tier, bound in bounds_of(parse(f"{drawing}\ncrew p:paramedic").problem):
        assert bound <= tier.value


def test_where_people_are_linked_by_cover_alone_the_bound_is_the_value():
    drawing = "Ann - A\nBob:paramedic - A\nneed L1+L2+L3 L1\ncrew p:paramedic"
    proved = {
        tier.tier: (tier.value, b) for tier, b in bounds_of(parse(drawing).problem)
    }
    value, bound = proved[Tier.COVER]
    assert value == bound > 0


def test_nobody_proves_nothing():
    problem = parse("need L\ncrew p:paramedic").problem
    rules, _ = rulebook(problem)
    matrix = matrix_of(build(problem, rules))
    assert line_bound(matrix, matrix.charges[Tier.COVER], Course()) == 0
