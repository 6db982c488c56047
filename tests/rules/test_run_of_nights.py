"""RUN-02 at its edges."""

from datetime import time, timedelta

from constraints.run_of_nights import RunOfNights
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

ONE = RunOfNights(most=1)
TWO = RunOfNights(most=2)


def test_a_run_of_exactly_the_most_is_allowed_and_one_more_is_not() -> None:
    assert_kept(TWO, "Ann N N - N")
    assert_broken(TWO, "Ann N N N", times=1)


def test_a_duty_until_two_in_the_morning_is_a_night() -> None:
    # 23:00 to 02:00 are exactly the three hours that make a night.
    assert_broken(ONE, "Ann S S", times=1)


def test_a_duty_until_one_in_the_morning_is_not() -> None:
    # 23:00 to 01:00 are two hours.
    assert_kept(ONE, "Ann L L")


def test_one_minute_more_of_night_is_needed_where_the_rule_asks_for_it() -> None:
    asking = RunOfNights(most=1, least=timedelta(hours=3, minutes=1))
    assert_kept(asking, "Ann S S")


def test_night_time_is_what_the_book_says() -> None:
    # 22:00 to 01:00 are three hours.
    assert_broken(RunOfNights(most=1, begin=time(22)), "Ann L L")
    # 00:00 to 02:00 are two hours.
    assert_kept(RunOfNights(most=1, begin=time(0), end=time(5)), "Ann S S")


def test_an_hour_of_the_night_is_lost_when_the_clocks_go_forward() -> None:
    # On Saturday 27 March 23:00 to 02:00 are two real hours.
    assert_kept(ONE, "start 2027-03-26\nAnn S S")
    assert_broken(ONE, "start 2027-03-19\nAnn S S")


def test_an_hour_of_the_night_is_won_when_the_clocks_go_back() -> None:
    # On Saturday 30 October 23:00 to the second 01:00 are three real hours.
    assert_broken(ONE, "start 2027-10-29\nAnn S L")


def test_nights_on_record_before_the_period_count() -> None:
    assert_broken(TWO, "Ann .N .N N", times=1)
    assert_kept(TWO, "Ann .N .N L N")
    assert_kept(TWO, "Ann .N .N .N - N")


def test_a_teams_nights_after_the_period_count() -> None:
    assert_broken(TWO, "Bob@A - N\nteam A - - N N - - -", times=1)


def test_a_run_of_nights_that_the_pattern_makes_is_the_teams_business() -> None:
    assert_kept(TWO, "Bob@A N N N\nteam A N N N - - -")
    assert_agreement(TWO, "Bob@A N N N\nteam A N N N - - -")


def test_a_late_on_the_car_takes_the_place_of_the_teams_night() -> None:
    # Without the ride on day 2, the night on the rest day would be the third in a row.
    assert_kept(TWO, "Bob@A - L N -\nteam A N N - -")
    assert_broken(TWO, "Bob@A - - N -\nteam A N N - -")
    assert_agreement(TWO, "Bob@A - L N -\nteam A N N - -")


def test_a_night_on_the_car_may_take_the_place_of_the_teams_late() -> None:
    assert_broken(TWO, "Bob@A - N -\nteam A N L N - - -", times=1)


def test_either_of_two_turns_may_replace_a_night_of_the_teams() -> None:
    # Days on which a ride may keep the night or not: both kinds are on offer.
    assert_agreement(TWO, "Bob@A N N N\nteam A N N - - - -\nneed L L -")


def test_day_duties_between_nights_end_the_run() -> None:
    assert_kept(TWO, "Ann N N L N N")


def test_leave_is_no_night() -> None:
    assert_kept(TWO, "Ann N N A N")


def test_a_long_run_counts_once_for_each_night_too_many() -> None:
    (breach,) = ONE.audit(parse("Ann S S S"))
    assert breach.amount == 2
    assert breach.because.startswith("works 3 nights in a row, Mon 4 Jan 2027 to ")
    assert_charged(ONE, "Ann S S S", 2)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(RunOfNights(most=1, people=frozenset()), "Ann N N N")


def test_nobody_breaks_nothing() -> None:
    assert_kept(ONE, "need N N N")
