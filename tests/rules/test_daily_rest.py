"""REST-01 at its edges."""

from datetime import timedelta

from constraints.daily_rest import DailyRest
from tests.verify import assert_broken, assert_kept

NO_OVERRUN = DailyRest(overrun=timedelta())


def test_rest_of_exactly_the_least_is_enough() -> None:
    # A late turn ends at 01:00 and a late turn starts at 15:00: 14 h between.
    assert_kept(DailyRest(rest=timedelta(hours=14), overrun=timedelta()), "Ann L L")


def test_rest_one_minute_short_is_not_enough() -> None:
    rest = timedelta(hours=14, minutes=1)
    assert_broken(DailyRest(rest=rest, overrun=timedelta()), "Ann L L", times=1)


def test_the_planned_overrun_is_taken_from_the_rest() -> None:
    rule = DailyRest(rest=timedelta(hours=14), overrun=timedelta(minutes=1))
    assert_broken(rule, "Ann L L")


def test_an_hour_is_lost_in_the_night_when_the_clocks_go_forward() -> None:
    # Saturday's late ends at 01:00, skipped and so 02:00; the day turn starts at 08:00.
    rule = DailyRest(rest=timedelta(hours=6), overrun=timedelta())
    assert_kept(rule, "start 2027-03-27\nAnn L D")
    longer = DailyRest(rest=timedelta(hours=6, minutes=1), overrun=timedelta())
    assert_broken(longer, "start 2027-03-27\nAnn L D")


def test_an_hour_is_won_in_the_night_when_the_clocks_go_back() -> None:
    # Saturday's night for Specials ends at 02:00; 08:00 is six real hours later.
    rule = DailyRest(rest=timedelta(hours=6), overrun=timedelta())
    assert_kept(rule, "start 2027-10-30\nAnn S D")


def test_rest_after_work_on_record_before_the_period_counts() -> None:
    assert_broken(NO_OVERRUN, "Ann .N D", times=1)
    assert_kept(NO_OVERRUN, "Ann .N N")


def test_rest_before_the_teams_next_turn_after_the_period_counts() -> None:
    assert_broken(DailyRest(), "Bob@A L\nteam A L E", times=1)


def test_a_gap_inside_the_teams_own_pattern_is_not_held_against_the_rota() -> None:
    assert_kept(DailyRest(), "Bob@A - - L\nteam A L E L -")


def test_training_needs_rest_as_a_shift_does() -> None:
    assert_broken(DailyRest(), "Ann L T")


def test_leave_is_no_work_and_needs_no_rest() -> None:
    assert_kept(DailyRest(), "Ann L A")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(DailyRest(people=frozenset()), "Ann L E")


def test_two_duties_at_once_have_no_rest_between_them_to_measure() -> None:
    # That somebody is in two places is CLASH-01's matter.
    assert_kept(DailyRest(), "Ann E1+L2")


def test_a_record_that_ends_late_moves_the_next_start() -> None:
    # The night on record ends at 07:00: 18:00 is the first start eleven hours later.
    assert_kept(DailyRest(), "Ann .N S")
    assert_broken(DailyRest(), "Ann .N L", times=1)
