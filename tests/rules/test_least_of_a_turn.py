"""TURN-02 at its edges."""

from constraints.least_of_a_turn import LeastOfATurn
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

TWO = LeastOfATurn()


def test_just_the_least_is_enough_and_each_that_is_missing_costs_one() -> None:
    assert_kept(TWO, "Ann N - N")
    assert_charged(TWO, "Ann N L -", 1)
    assert_charged(TWO, "Ann - L -\nneed N L -", 2)


def test_several_turns_may_count_together() -> None:
    both = LeastOfATurn(turns=("late", "night"))
    assert_kept(both, "Ann L N")
    assert_agreement(both, "Ann - -\nneed L N")


def test_where_the_period_has_no_such_shift_nobody_is_measured() -> None:
    assert_kept(TWO, "Ann L L")


def test_a_turn_on_two_cars_of_one_day_counts_once() -> None:
    assert_charged(TWO, "Ann N1+N2", 1)


def test_the_breach_gives_the_number_on_the_first_day() -> None:
    (breach,) = TWO.audit(parse("Ann - N"))
    assert breach.because == "1 shifts of night in the period; at least 2 wanted"
    assert f"{breach.day:%a}" == "Mon"
