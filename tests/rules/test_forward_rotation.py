"""FATIGUE-05 at its edges."""

from datetime import time

import pytest

from constraints.forward_rotation import ForwardRotation
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept


@pytest.mark.parametrize("turns", ["E L", "L N", "E N", "E - L - N", "L L", "N N"])
def test_it_may_go_with_the_clock(turns) -> None:
    assert_kept(ForwardRotation(), f"Ann {turns}")


@pytest.mark.parametrize("turns", ["L - E", "N - L", "N - E", "L - - E"])
def test_it_costs_one_to_go_back(turns) -> None:
    assert_charged(ForwardRotation(), f"Ann {turns}", 1)


def test_three_days_are_looked_at_and_no_more() -> None:
    assert_charged(ForwardRotation(), "Ann L - - E", 1)
    assert_kept(ForwardRotation(), "Ann L - - - E")
    assert_kept(ForwardRotation(days=2), "Ann L - - E")


def test_noon_and_eight_in_the_evening_part_the_day() -> None:
    # The Specials' turn begins at 18:00.
    assert_kept(ForwardRotation(), "Ann S L")
    assert_charged(ForwardRotation(night=time(18)), "Ann S - L", 1)
    assert_kept(ForwardRotation(night=time(18, 1)), "Ann S - L")
    assert_kept(ForwardRotation(late=time(8)), "Ann L - D")
    assert_charged(ForwardRotation(late=time(8, 1)), "Ann L - D", 1)


def test_a_duty_that_goes_back_on_two_costs_one() -> None:
    assert_charged(ForwardRotation(), "Ann N N - L", 1)


def test_record_training_and_the_teams_turns_count_beside_a_shift() -> None:
    assert_charged(ForwardRotation(), "Ann .N - L", 1)
    assert_charged(ForwardRotation(), "Ann L T", 1)
    assert_charged(ForwardRotation(), "Bob@A L\nteam A - E - - -", 1)
    assert_kept(ForwardRotation(), "Bob@A - - - - - - - L\nteam A L E - - - - - - - -")


def test_it_is_the_same_where_the_rules_are_stated_for_the_solver() -> None:
    assert_agreement(ForwardRotation(weight=2), "Ann .N L E - L\nneed N+L - N E")


def test_the_breach_says_which_two() -> None:
    (breach,) = ForwardRotation().audit(parse("Ann L - E"))
    assert breach.because == (
        "J1 early Wed 6 Jan 07:00-17:00 goes back on the clock after "
        "J1 late Mon 4 Jan 15:00-01:00"
    )
