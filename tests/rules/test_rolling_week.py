"""HOURS-01 at its edges."""

from datetime import timedelta

from constraints.rolling_week import RollingWeek
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept


def most(hours: int, minutes: int = 0) -> RollingWeek:
    return RollingWeek(most=timedelta(hours=hours, minutes=minutes))


def test_exactly_the_most_is_allowed_and_a_minute_more_is_not() -> None:
    # Three turns of ten hours, in the seven days to 8, 9 and 10 January.
    assert_kept(most(30), "Ann L - L - L")
    assert_broken(most(29, 59), "Ann L - L - L", times=3)


def test_each_seven_dates_that_hold_too_much_are_counted() -> None:
    # The first and the last turn are six days apart: only 4 to 10 January hold both.
    (breach,) = most(10).audit(parse("Ann L - - - - - L -"))
    assert breach.because == (
        "20 h of work in the 7 days to Sun 10 Jan 2027; at most 10 h allowed"
    )
    assert_broken(most(10), "Ann L - - - - - L -", times=1)


def test_a_week_apart_is_another_seven_days() -> None:
    assert_kept(most(10), "Ann L - - - - - - L")


def test_hours_on_record_before_the_period_count() -> None:
    assert_broken(most(10), "Ann .L .- .- .- .- .- L", times=1)
    assert_kept(most(10), "Ann .L .- .- .- .- .- .- L")


def test_a_teams_hours_after_the_period_count() -> None:
    # Bob rides on his rest day; the next turn of the team is six days later.
    late = "Bob@A - L\nteam A - - - - - - - L - - - - - -"
    assert_broken(most(10), late, times=1)
    later = "Bob@A - L\nteam A - - - - - - - - L - - - - - -"
    assert_kept(most(10), later)


def test_hours_that_the_team_works_anyway_are_not_held_against_the_rota() -> None:
    assert_kept(most(10), "Bob@A L L -\nteam A L L - - - - - - - - - -")


def test_a_ride_in_the_place_of_a_turn_adds_only_the_difference() -> None:
    # Saturday's late is ten hours; instead of it the Specials' night is eight.
    assert_kept(most(10), "Bob@A S L\nteam A L L - - - - - - - - - -")
    # The night in which the clocks go back is eleven hours, one more than the early.
    longer = "start 2027-10-30\nBob@A N\nteam A E - - - - - - -"
    assert_broken(most(10), longer, times=7)
    assert_kept(most(11), longer)


def test_the_fixed_hours_are_the_limit_where_they_are_more() -> None:
    # Twenty hours stand in some seven days already, and no hour may be added.
    assert_broken(most(10), "Bob@A - - L\nteam A L L - - - - - - - - - - -")


def test_a_night_counts_its_real_hours_when_the_clocks_change() -> None:
    assert_kept(most(9), "start 2027-03-27\nAnn N")
    assert_broken(most(10, 59), "start 2027-10-30\nAnn N")


def test_training_and_court_count_and_leave_does_not() -> None:
    assert_kept(most(18), "Ann L T")
    assert_broken(most(17, 59), "Ann L T")
    assert_broken(most(12, 59), "Ann L -\nleave Ann court@9-12 - x")
    assert_kept(most(10), "Ann L A A")


def test_two_shifts_in_one_day_both_count() -> None:
    assert_broken(most(19), "Ann E+N")
    assert_agreement(most(19), "Bob@A E+N L\nteam A L L - -")


def test_each_hour_begun_is_charged() -> None:
    # Ten hours a day; the seven days to 4 January, and each later, hold the turn.
    assert_charged(most(10), "Ann L", 0)
    assert_charged(most(9, 59), "Ann L", 7)
    assert_charged(most(9), "Ann L", 7)
    assert_charged(most(8, 59), "Ann L", 14)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = RollingWeek(most=timedelta(), people=frozenset({"Bob"}))
    assert_kept(rule, "Ann L L")


def test_nobody_breaks_nothing() -> None:
    assert_kept(most(0), "need L L")
