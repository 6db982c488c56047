"""TURN-03 at its edges."""

from constraints.turns_that_follow import TurnsThatFollow
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = TurnsThatFollow()


def test_only_the_next_day_counts() -> None:
    assert_broken(RULE, "Ann L E", times=1)
    assert_kept(RULE, "Ann L - E")
    assert_kept(RULE, "Ann E+L -")


def test_only_the_named_turns_count_and_only_in_that_order() -> None:
    assert_kept(RULE, "Ann S E")
    assert_kept(RULE, "Ann M E")
    assert_kept(RULE, "Ann L M")
    assert_kept(RULE, "Ann E L")


def test_each_day_on_which_it_happens_costs_one() -> None:
    assert_charged(RULE, "Ann L E+L E", 2)


def test_a_turn_may_be_kept_from_following_itself() -> None:
    itself = TurnsThatFollow(turns=("night",), not_next=("night",))
    assert_broken(itself, "Ann N N", times=1)
    assert_agreement(itself, "Ann - - -\nneed N N N")


def test_what_is_on_record_is_not_looked_at() -> None:
    assert_kept(RULE, "Ann .L E")


def test_the_breach_names_both_turns_on_the_later_day() -> None:
    (breach,) = RULE.audit(parse("Ann N E"))
    assert breach.because == "early on the day after night"
    assert f"{breach.day:%a}" == "Tue"
