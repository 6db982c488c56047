"""RUN-05 at its edges."""

import pytest

from constraints.rest_days_in_blocks import RestDaysInBlocks
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept


@pytest.mark.parametrize("days", ["-", "L", "L -", "- L", "L L - - L L", "- - L L - -"])
def test_blocks_of_two_or_more_are_wished(days) -> None:
    assert_kept(RestDaysInBlocks(), f"Ann {days}")


@pytest.mark.parametrize(
    ("days", "cost"), [("L - L", 1), ("- L -", 1), ("L - L -", 2), ("- L - L - -", 3)]
)
def test_each_single_day_costs_one(days, cost) -> None:
    assert_charged(RestDaysInBlocks(), f"Ann {days}", cost)


def test_nothing_is_known_of_what_is_before_and_after() -> None:
    # It may have been the second day off, and may become one of two at work.
    assert_kept(RestDaysInBlocks(), "Ann - L L -")
    assert_kept(RestDaysInBlocks(), "Ann L - - L")


def test_the_days_before_count_for_whoever_has_a_record() -> None:
    assert_broken(RestDaysInBlocks(), "Ann .L - L", times=1)
    assert_broken(RestDaysInBlocks(), "Ann .L .- L L", times=1)
    assert_broken(RestDaysInBlocks(), "Ann .L .- .- L - -", times=1)
    assert_kept(RestDaysInBlocks(), "Ann .L .- .- L L")


def test_leave_is_a_day_off_and_training_is_at_work() -> None:
    assert_charged(RestDaysInBlocks(), "Ann L A L L", 1)
    assert_charged(RestDaysInBlocks(), "Ann L T -", 0)


def test_what_there_is_without_the_rota_is_not_held_against_it() -> None:
    # Two days of training with one between, and one single day of it.
    assert_kept(RestDaysInBlocks(), "Ann T - T\nneed - L")
    assert_kept(RestDaysInBlocks(), "Ann - T - -\nneed - - - L")
    assert_kept(RestDaysInBlocks(), "Bob@A - - L\nteam A L - L - - - - -")


def test_a_shift_beside_training_makes_and_mends_single_days() -> None:
    assert_charged(RestDaysInBlocks(), "Ann T - L L", 1)
    assert_kept(RestDaysInBlocks(), "Ann T L - -")


def test_volunteers_choose_their_days_themselves() -> None:
    assert_kept(RestDaysInBlocks(), "Sam:special L - L\noffer Sam L - L")


def test_nothing_is_known_of_the_days_before_somebody_comes_or_after_they_go() -> None:
    assert_kept(RestDaysInBlocks(), "Ann - L - -\nterms Ann employed=2-")
    assert_kept(RestDaysInBlocks(), "Ann L L - L\nterms Ann employed=-3\nneed - - - -")


def test_whoever_is_on_no_car_is_charged_nothing() -> None:
    assert_kept(RestDaysInBlocks(), "Ann L L\nBob:paramedic T - T")


def test_posting_and_audit_agree_on_a_week_with_all_of_it() -> None:
    assert_agreement(RestDaysInBlocks(weight=2), "Ann .L .- - T - - A -\nneed L L L L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = RestDaysInBlocks(people=frozenset({PersonId("Bob")}))
    assert_kept(rule, "Ann L - L")


def test_the_breach_says_which_day_it_is() -> None:
    off, on = RestDaysInBlocks().audit(parse("Ann L - L -"))
    assert off.because == "Tue 5 Jan 2027 is a single day off"
    assert on.because == "Wed 6 Jan 2027 is a single day at work"
