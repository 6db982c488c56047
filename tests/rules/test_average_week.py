"""HOURS-02 at its edges."""

from dataclasses import replace
from datetime import timedelta

from constraints.average_week import AverageWeek
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

NEW = "\nterms Ann employed=1-"


def average(hours: int, minutes: int = 0, *, weeks: int = 1) -> AverageWeek:
    return AverageWeek(most=timedelta(hours=hours, minutes=minutes), weeks=weeks)


def test_exactly_the_most_is_allowed_and_a_minute_more_is_not() -> None:
    assert_kept(average(30), "Ann L L L - - - -")
    assert_broken(average(29, 59), "Ann L L L - - - -", times=1)


def test_the_average_is_over_the_whole_reference_period() -> None:
    # 20 h in two weeks are 10 h a week, at the first Sunday and at the second.
    assert_kept(average(10, weeks=2), "Ann L L\ndays 14")
    assert_broken(average(9, weeks=2), "Ann L L\ndays 14", times=2)


def test_the_record_before_the_period_counts() -> None:
    # Of two weeks to Sunday 10 January the first lies before the period.
    assert_broken(average(9, weeks=2), "Ann .L .- L\ndays 7", times=1)
    assert_kept(average(9, weeks=2), "Ann .- .- L\ndays 7")


def test_the_record_before_the_reference_period_does_not_count() -> None:
    # 3 January is the day before the week to Sunday 10 January.
    assert_kept(average(10), "Ann .L L\ndays 7")


def test_the_average_is_taken_at_the_last_day_of_the_period_too() -> None:
    # Thursday is the last day; the week to Thursday holds the last Friday's turn.
    assert_broken(average(10), "Ann .L .- .- L - - -", times=1)
    assert_kept(average(10), "Ann .L .- .- .- L - - -")


def test_between_two_sundays_the_average_is_not_taken() -> None:
    # The week to Sunday 10 January holds one turn, the week to 17 January the other.
    assert_kept(average(10), "Ann - - - - - - L L - - - - - -")


def test_someone_new_is_averaged_over_the_time_since_joining() -> None:
    # 60 h, in one week since joining or in seventeen.
    assert_kept(AverageWeek(), "Ann E+N E+N E+N\ndays 7")
    assert_broken(AverageWeek(), f"Ann E+N E+N E+N{NEW}\ndays 7", times=1)
    # Of 14 days, two weeks: 30 h a week.
    assert_kept(AverageWeek(), f"Ann - - - - - - - E+N E+N E+N{NEW}\ndays 14")


def test_the_time_since_joining_is_a_week_at_least() -> None:
    # 40 h on two days; 40 h a week and not 140.
    assert_kept(AverageWeek(), f"Ann E+N E+N{NEW}")


def test_weeks_since_joining_need_not_be_whole() -> None:
    # 60 h in 8 days of which the contract has 8/7 weeks: 52 h 30 min a week.
    assert_broken(
        AverageWeek(most=timedelta(hours=52)), f"Ann E+N E+N E+N{NEW}\ndays 8"
    )
    allowed = AverageWeek(most=timedelta(hours=60))
    assert_kept(allowed, f"Ann E+N E+N E+N{NEW}\ndays 8")


def test_excluded_days_are_credited_with_a_seventh_of_the_week() -> None:
    # 30 h worked and two sevenths of 37 h 30 min: 30 h + 10 h 42.86 min.
    assert_kept(average(40, 43), "Ann L L L A A - -")
    assert_broken(average(40, 42), "Ann L L L A A - -")


def test_excluded_days_of_someone_in_a_team_count_a_full_week() -> None:
    # 10 h worked and two sevenths of 40 h: 10 h + 11 h 25.7 min.
    team = "Bob@A L A A - - - -\nteam A - - - - - - -"
    assert_kept(average(21, 26), team)
    assert_broken(average(21, 25), team)
    shorter = replace(average(20), team_week=timedelta(hours=35))
    assert_kept(shorter, team)


def test_training_unpaid_leave_and_rest_are_not_excluded() -> None:
    assert_kept(average(20), "Ann L L -\nleave Ann unpaid - - x x\ndays 7")
    assert_kept(average(28), "Ann L L T\ndays 7")
    assert_broken(average(27, 59), "Ann L L T\ndays 7")


def test_what_is_worked_on_an_excluded_day_is_not_counted() -> None:
    # A seventh of 37 h 30 min, 5 h 21.4 min, stands for the ten hours.
    assert_kept(average(6), "Ann A+L\ndays 7")
    assert_agreement(average(6), "Ann A+L L\ndays 7")


def test_an_opt_out_lifts_the_limit() -> None:
    assert_kept(average(40), "Ann E+N E+N E+N\nterms Ann optout\ndays 7")


def test_volunteers_are_bound_only_where_the_book_says_so() -> None:
    drawing = "Sam:special L L L - - - -"
    assert_kept(average(20), drawing)
    assert_broken(replace(average(20), volunteers=True), drawing, times=1)


def test_a_teams_whole_pattern_counts() -> None:
    # Four turns of the team and the ride on a rest day.
    team = "Bob@A L\nteam A - L L L L - -\ndays 7"
    assert_kept(average(50), team)
    assert_broken(average(49), team, times=1)


def test_what_the_team_works_anyway_is_not_held_against_the_rota() -> None:
    assert_kept(average(20), "Bob@A L L L\nteam A L L L L L L L\ndays 7")


def test_hours_past_a_limit_that_is_already_broken_may_not_be_added() -> None:
    assert_charged(average(20), "Bob@A L\nteam A - L L L L - -\ndays 7", 10)


def test_a_ride_in_the_place_of_a_turn_adds_only_the_difference() -> None:
    assert_kept(average(20), "Bob@A L L\nteam A L L - - - - -\ndays 7")
    assert_agreement(average(20), "Bob@A L+E L\nteam A L L - - - - -\ndays 7")


def test_hours_are_real_hours_when_the_clocks_change() -> None:
    # Saturday's 21:00-07:00 is eleven hours on 30 October and nine on 27 March.
    assert_broken(average(10), "start 2027-10-30\nAnn N -", times=1)
    assert_kept(average(9), "start 2027-03-27\nAnn N -")


def test_each_hour_begun_is_charged_in_each_reference_period() -> None:
    assert_charged(average(9, 59), "Ann L\ndays 7", 1)
    assert_charged(average(8, 59), "Ann L\ndays 7", 2)
    # Two weeks at 4 h 30 min are nine hours: one too many at either Sunday.
    assert_charged(average(4, 30, weeks=2), "Ann L\ndays 14", 2)


def test_the_figure_is_rounded_up_so_that_it_shows_why() -> None:
    # Two sevenths of 37 h 30 min are 10 h 42.86 min.
    (breach,) = average(20, 42).audit(parse("Ann L - A A\ndays 7"))
    assert breach.because == (
        "20 h 43 min a week on average from Mon 4 Jan 2027 to Sun 10 Jan 2027; "
        "at most 20 h 42 min allowed"
    )


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = replace(average(0), people=frozenset({"Bob"}))
    assert_kept(rule, "Ann L L")


def test_nobody_breaks_nothing() -> None:
    assert_kept(average(0), "need L L")


def test_before_joining_there_is_no_average_to_take() -> None:
    # Ann joins on the Monday after the first Sunday: only the second counts.
    joining = "Ann - - - - - - - L L\nterms Ann employed=8-\ndays 14"
    assert_kept(average(20), joining)
    assert_broken(average(19), joining, times=1)


def test_it_looks_back_over_the_whole_reference_period() -> None:
    assert AverageWeek().weeks_remembered == 17
    assert average(48, weeks=26).weeks_remembered == 26
