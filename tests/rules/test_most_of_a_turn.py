"""TURN-01 at its edges."""

from constraints.most_of_a_turn import MostOfATurn
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

TWO = MostOfATurn(most=2)


def test_just_the_most_is_allowed_and_each_more_counts() -> None:
    assert_kept(TWO, "Ann N - N")
    assert_broken(TWO, "Ann N N N", times=1)
    assert_charged(TWO, "Ann N N N N", 2)


def test_other_turns_and_the_record_do_not_count() -> None:
    assert_kept(TWO, "Ann .N .N N N L L")


def test_several_turns_may_count_together() -> None:
    both = MostOfATurn(turns=("late", "night"), most=2)
    assert_broken(both, "Ann L N L", times=1)
    assert_agreement(both, "Ann - - -\nneed L N L")


def test_a_turn_on_two_cars_of_one_day_counts_once() -> None:
    assert_kept(MostOfATurn(most=1), "Ann N1+N2")


def test_with_none_allowed_the_first_is_too_many() -> None:
    assert_broken(MostOfATurn(most=0), "Ann N", times=1)


def test_the_breach_gives_the_number_on_the_first_day() -> None:
    (breach,) = TWO.audit(parse("Ann - N N N"))
    assert breach.because == "3 shifts of night in the period; at most 2 allowed"
    assert f"{breach.day:%a}" == "Mon"
