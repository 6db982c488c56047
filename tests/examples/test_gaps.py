"""The engine leaves open what nobody can cover, and nothing else."""

import pytest

from examples.generator.kent import PLAN, kent_book
from examples.generator.kent_gaps import planted_gaps
from examples.generator.neighbours import WEEKENDS
from examples.generator.staff import recruit
from inputs import read
from rostering.domain import Mode, Tier
from rostering.rulebook import rulebook
from rostering.solve import Outcome, solve
from tests.examples.books import ROOT


def open_shifts(name):
    """What stays open when nothing but cover is wished for, once that is proved."""
    problem = read(ROOT / name, first=WEEKENDS.first, weeks=WEEKENDS.weeks).problem
    rules, faults = rulebook(problem)
    assert not faults
    asked = [x for x in rules if x.mode is Mode.HARD or x.tier is Tier.COVER]
    result = solve(problem, asked)
    assert result.outcome is Outcome.OPTIMAL
    return {x.id for x in problem.shifts if not result.rota.is_crewed(x)}


def test_kent_leaves_open_just_what_was_planted():
    gaps = planted_gaps(kent_book(), recruit(PLAN))
    assert open_shifts("kent") == {f"{x.unit} {x.day} {x.turn}" for x in gaps}


@pytest.mark.parametrize(
    ("name", "gaps"),
    [("surrey-sussex", {"SJ-03 2027-02-13 twilight"}), ("falls", set())],
)
def test_a_small_book_can_be_covered_while_its_cars_are_on_the_road(name, gaps):
    assert open_shifts(name) == gaps
