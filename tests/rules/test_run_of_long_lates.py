"""RUN-03 at its edges."""

from datetime import time, timedelta

from constraints.run_of_long_lates import RunOfLongLates
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

TWO = RunOfLongLates(most=2)


def test_a_run_of_exactly_the_most_is_allowed_and_one_more_is_not() -> None:
    assert_kept(TWO, "Ann L L - L")
    assert_broken(TWO, "Ann L L L", times=1)


def test_a_duty_of_exactly_the_length_is_not_long() -> None:
    # 15:00-01:00 is ten hours.
    assert_kept(RunOfLongLates(most=2, longer_than=timedelta(hours=10)), "Ann L L L")
    shorter = timedelta(hours=9, minutes=59)
    assert_broken(RunOfLongLates(most=2, longer_than=shorter), "Ann L L L")


def test_a_finish_at_exactly_the_hour_is_not_late() -> None:
    assert_kept(RunOfLongLates(most=2, finish_after=time(1)), "Ann L L L")
    assert_broken(RunOfLongLates(most=2, finish_after=time(0, 59)), "Ann L L L")


def test_a_finish_in_the_evening_may_be_called_late() -> None:
    # The day turn ends at 18:00, the early turn at 17:00.
    assert_broken(RunOfLongLates(most=2, finish_after=time(17)), "Ann D D D")
    assert_kept(RunOfLongLates(most=2, finish_after=time(17)), "Ann E E E")


def test_a_night_is_late_too() -> None:
    assert_broken(TWO, "Ann L N N", times=1)


def test_a_short_late_becomes_long_when_the_clocks_go_back() -> None:
    # Saturday's 18:00-02:00 is nine real hours on 30 October.
    last = "start 2027-10-28\nAnn L L S"
    assert_broken(TWO, last, times=1)
    assert_kept(TWO, "start 2027-10-21\nAnn L L S")


def test_a_long_late_becomes_shorter_when_the_clocks_go_forward() -> None:
    # 15:00 to 01:00, skipped and so 02:00, is ten real hours; 18:00-02:00 only seven.
    seven = RunOfLongLates(most=2, longer_than=timedelta(hours=7))
    assert_kept(seven, "start 2027-03-25\nAnn L L S")
    assert_broken(seven, "start 2027-03-18\nAnn L L S")


def test_long_lates_on_record_before_the_period_count() -> None:
    assert_broken(TWO, "Ann .L .L L", times=1)
    assert_kept(TWO, "Ann .L .L .L E L L")


def test_a_teams_lates_after_the_period_count() -> None:
    assert_broken(TWO, "Bob@A - L\nteam A - - L L - - -", times=1)


def test_a_run_that_the_pattern_makes_by_itself_is_the_teams_business() -> None:
    assert_kept(TWO, "Bob@A L L L\nteam A L L L - - -")


def test_a_short_turn_on_the_car_takes_the_place_of_the_teams_long_late() -> None:
    assert_kept(TWO, "Bob@A - S L -\nteam A L L - -")
    assert_broken(TWO, "Bob@A - - L -\nteam A L L - -")
    assert_agreement(TWO, "Bob@A - S L -\nteam A L L - -")


def test_training_by_day_and_leave_end_a_run() -> None:
    assert_kept(TWO, "Ann L L T L L A L")


def test_a_long_run_counts_once_for_each_duty_too_many() -> None:
    (breach,) = TWO.audit(parse("Ann L L L L"))
    assert breach.amount == 2
    assert breach.because.startswith("works 4 long lates in a row, Mon 4 Jan 2027 to ")
    assert_charged(TWO, "Ann L L L L", 2)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(RunOfLongLates(most=2, people=frozenset({"Bob"})), "Ann L L L")


def test_nobody_breaks_nothing() -> None:
    assert_kept(TWO, "need L L L")
