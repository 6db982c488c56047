"""How many shifts any legal rota can crew."""

from hypothesis import given, settings

from constraints.cover import Cover
from rostering.drawing import parse
from rostering.explain.proof.most_crewed import most_crewed
from rostering.solve import solve
from tests.explain.asking import EVERY_RULE
from tests.strategies import drawings

TWO_CARS = "Ann\nneed L1+L2 L1+L2\norder J1 J2"


def test_without_a_bound_all_may_be_crewed() -> None:
    assert most_crewed(parse(TWO_CARS).problem, EVERY_RULE, 0) == 4


def test_a_bound_is_divided_by_the_dearest_shift() -> None:
    # J1 costs 101 when it is open and J2 costs 100: 201 is two of them, 203 three.
    problem = parse(TWO_CARS).problem
    assert most_crewed(problem, [Cover()], 201) == 2
    assert most_crewed(problem, [Cover()], 202) == 2
    assert most_crewed(problem, [Cover()], 203) == 1


def test_without_a_rule_on_cover_nothing_is_proved() -> None:
    assert most_crewed(parse(TWO_CARS).problem, [], 0) == 4


@given(drawings())
@settings(max_examples=40)
def test_a_proved_rota_crews_just_as_many_as_can_be(drawing: str) -> None:
    problem = parse(drawing).problem
    result = solve(problem, EVERY_RULE)
    assert result.rota is not None
    crewed = sum(result.rota.is_crewed(shift) for shift in problem.shifts)
    assert most_crewed(problem, EVERY_RULE, result.tiers[0].bound) == crewed
