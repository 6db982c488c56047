"""HOURS-02 at its edges."""

from dataclasses import replace
from datetime import date, timedelta

from constraints.average_week import AverageWeek, Excluded, Windows
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


def test_excluded_days_are_credited_with_a_fifth_of_the_week() -> None:
    # 30 h worked and two fifths of 37 h 30 min.
    assert_kept(average(45), "Ann L L L A A - -")
    assert_broken(average(44, 59), "Ann L L L A A - -", times=1)


def test_a_week_away_stands_for_five_days_of_work_and_no_more() -> None:
    away = "Ann A A A A A A A L"
    assert_kept(average(37, 30, weeks=2), f"{away} L L - - - -\nterms Ann hours=45")
    assert_broken(average(37, 29, weeks=2), f"{away} L L - - - -\nterms Ann hours=45")
    # The Sunday and the Monday are of two weeks, and stand for two days.
    assert_kept(average(12, 30, weeks=2), "Ann - - - - - - A A - - - - - L")
    assert_broken(average(12, 29, weeks=2), "Ann - - - - - - A A - - - - - L")


def test_excluded_days_of_someone_in_a_team_count_a_full_week() -> None:
    # 10 h worked and two fifths of 40 h.
    team = "Bob@A L A A - - - -\nteam A - - - - - - -"
    assert_kept(average(26), team)
    assert_broken(average(25, 59), team)
    shorter = replace(average(24), team_week=timedelta(hours=35))
    assert_kept(shorter, team)


def test_training_unpaid_leave_and_rest_are_not_excluded() -> None:
    assert_kept(average(20), "Ann L L -\nleave Ann unpaid - - x x\ndays 7")
    assert_kept(average(28), "Ann L L T\ndays 7")
    assert_broken(average(27, 59), "Ann L L T\ndays 7")


def test_what_is_worked_on_an_excluded_day_is_not_counted() -> None:
    # A fifth of 37 h 30 min stands for the ten hours.
    assert_kept(average(7, 30), "Ann A+L\ndays 7")
    assert_agreement(average(7), "Ann A+L L\ndays 7")


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
    # 10 h and two fifths of 10 h 31 min are 14 h 12.4 min.
    drawing = "Ann L - A A\ndays 7\nterms Ann hours=10.52"
    (breach,) = average(14, 12).audit(parse(drawing))
    assert breach.because == (
        "14 h 13 min a week on average from Mon 4 Jan 2027 to Sun 10 Jan 2027; "
        "at most 14 h 12 min allowed"
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


# Six mornings of eight hours make a week of 48 h.
FULL_WEEK = ".M .M .M .M .M .M .-"


def test_seventeen_weeks_at_the_limit_are_816_hours() -> None:
    record = " ".join([FULL_WEEK] * 16)
    assert_kept(AverageWeek(), f"Ann {record} M M M M M M -")
    # One early of ten hours in the place of a morning: 818 h.
    assert_broken(AverageWeek(), f"Ann {record} M M M M M E -", times=1)


def test_the_example_of_overtime_and_four_days_of_leave_is_800_hours() -> None:
    # Ten weeks of 52 h, six of 40 h, one of 8 h and four days' leave of 8 h each:
    # 648 + 120 + 32 = 800 h, by 17 weeks 47 h 3.5 min (HSE's worked example).
    overtime = " ".join([".E .E .M .M .M .M .-"] * 10)
    plain = " ".join([".M .M .M .M .M .- .-"] * 6)
    drawing = f"Ann {overtime} {plain} M A A A A - -\nterms Ann hours=40"
    assert_kept(average(47, 4, weeks=17), drawing)
    assert_broken(average(47, 3, weeks=17), drawing, times=1)


def test_the_reference_period_may_be_26_or_52_weeks_long() -> None:
    # 48 h in every week of the record, and 50 h in the last one.
    for weeks in (26, 52):
        record = " ".join([".- .M .M .M .M .M .M"] * (weeks - 1))
        drawing = f"Ann {record} - M M M M M E"
        assert_broken(average(48, weeks=weeks), drawing, times=1)
        assert_kept(average(48, 5, weeks=weeks), drawing)
        assert average(48, weeks=weeks).weeks_remembered == weeks


def measured(hours: int, minutes: int = 0, *, weeks: int = 1) -> AverageWeek:
    return replace(average(hours, minutes, weeks=weeks), excluded=Excluded.MEASURED)


def test_hours_made_up_for_are_those_of_the_days_worked_next() -> None:
    # Two days away; the first two days worked after Sunday 10 January have 8 and 10 h.
    drawing = "Ann L A A - - - - - M - E L - -\nneed - - - - - - - - M"
    assert_kept(measured(30), drawing)
    first = next(measured(27, 59).audit(parse(drawing)))
    assert first.because.startswith("28 h a week on average from Mon 4 Jan")
    assert_agreement(measured(27), "Ann L A A - - - - - M - E\ndays 14")


def test_days_made_up_for_that_are_not_known_count_a_fifth_of_the_week() -> None:
    # One day is known to be worked after Sunday, of the two that are wanted.
    drawing = "Ann L A A - - - - - E - - - - -"
    assert_kept(measured(27, 30), drawing)
    assert_broken(measured(27, 29), drawing, times=1)
    assert_agreement(measured(24), drawing)


def test_nobody_makes_up_for_days_that_are_not_excluded() -> None:
    assert_kept(measured(10), "Ann L - - - - - - L - - - - - -")


def test_a_pattern_says_what_is_worked_after_the_period() -> None:
    # Bob's two days away are made up for by two turns of the week after.
    drawing = "Bob@A A A - L - - -\nteam A M M - - - - -"
    assert_kept(measured(26), drawing)
    assert_broken(measured(25, 59), drawing, times=1)
    # A ride in the place of a turn makes the day longer, and it stays one day.
    riding = "Bob@A A A - L - - - E -\nteam A M M - - - - -"
    assert_agreement(measured(27), riding)


def test_a_day_worked_twice_makes_up_for_one_day() -> None:
    assert_agreement(measured(20), "Ann L A - - - - - M+S L\ndays 14")


def successive(hours: int, begins: str, *, weeks: int = 2) -> AverageWeek:
    return replace(
        average(hours, weeks=weeks),
        windows=Windows.SUCCESSIVE,
        begins=date.fromisoformat(begins),
    )


def test_successive_periods_are_looked_at_one_after_another() -> None:
    # 40 h in two weeks from Monday 4 January; 80 h in any two weeks to the 24th.
    drawing = "Ann - - - - - - - L L L L - - - L L L L - - -"
    assert_kept(successive(20, "2027-01-04"), drawing)
    assert_broken(successive(39, "2026-12-28"), drawing, times=1)
    assert_broken(average(39, weeks=2), drawing, times=1)


def test_a_successive_period_that_runs_past_the_end_is_judged_by_what_is_known() -> (
    None
):
    assert_kept(successive(20, "2027-01-04"), "Ann L L L L - - -")
    assert_broken(successive(19, "2027-01-04"), "Ann L L L L - - -", times=1)
    assert_kept(successive(19, "2030-01-14"), "Ann L L L - - - -")


def test_successive_periods_begin_on_joining_and_end_on_leaving() -> None:
    joining = "Ann - - - - - - - L L - - - - -\nterms Ann employed=8-"
    assert_broken(successive(19, "2027-01-04"), joining, times=1)
    leaving = "Ann L L - - - - - - - - - - - -\nterms Ann employed=-7"
    assert_broken(successive(19, "2027-01-04"), leaving, times=1)
    gone = "Ann L L - - - - -\nterms Ann employed=-0"
    assert_kept(successive(0, "2027-01-04"), gone)
    new = "Ann - - L\nterms Ann employed=9-\ndays 14"
    assert_kept(successive(0, "2027-01-04", weeks=1), new)


def test_whoever_leaves_is_averaged_to_the_last_day() -> None:
    # Six turns to the Saturday on which she leaves, the first on Sunday before.
    leaving = "Ann .L L L L L L -\nterms Ann employed=-6\ndays 9"
    assert_broken(average(59, weeks=1), leaving, times=1)
    assert_kept(average(60, weeks=1), leaving)


def test_work_in_another_job_counts_every_week() -> None:
    assert_kept(average(42), "Ann L L L\nterms Ann other=12\ndays 7")
    assert_broken(average(41, 59), "Ann L L L\nterms Ann other=12\ndays 7", times=1)
    (breach,) = average(41).audit(parse("Ann L L L\nterms Ann other=12\ndays 7"))
    assert breach.because.startswith("42 h a week")


def test_work_in_another_role_counts_once() -> None:
    both = "Ann L L\nSam:special - - S\nterms Sam same_as=Ann\ndays 7"
    assert_kept(average(28), both)
    assert_broken(average(27, 59), both, times=1)
    assert_agreement(average(20), both)


def test_a_week_that_the_clocks_make_longer_has_its_real_hours() -> None:
    # 21:00-07:00 on 24 October is eleven hours.
    week = "start 2026-10-19\nAnn - - - - - N -"
    assert_kept(average(11), week)
    assert_broken(average(10, 59), week, times=1)
