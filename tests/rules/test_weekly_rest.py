"""REST-02 at its edges."""

from dataclasses import replace
from datetime import date, timedelta

from constraints._rests import Weekday
from constraints.weekly_rest import WeeklyRest, WeeklyRestForm
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

WEEKLY = WeeklyRest(form=WeeklyRestForm.ONE_A_WEEK)
TWICE = WeeklyRest(form=WeeklyRestForm.TWO_A_FORTNIGHT)
DOUBLE = WeeklyRest(form=WeeklyRestForm.DOUBLE_A_FORTNIGHT)


def lasting(rule: WeeklyRest, hours: int, minutes: int = 0) -> WeeklyRest:
    return replace(rule, rest=timedelta(hours=hours, minutes=minutes))


def test_rest_of_exactly_the_length_is_enough() -> None:
    # Friday's course ends at 16:00 and Sunday's late begins at 15:00: 47 h between.
    drawing = "Ann T T T T T - L"
    assert_kept(lasting(WEEKLY, 47), drawing)
    assert_broken(lasting(WEEKLY, 47, 1), drawing, times=1)


def test_rest_must_not_be_interrupted() -> None:
    # 15 h, and 14 h five times, are no rest of 24 h.
    assert_broken(WEEKLY, "Ann L L L L L L L", times=1)
    assert_agreement(WEEKLY, "Ann L L L L L L L")


def test_the_week_begins_on_monday_at_midnight() -> None:
    # Saturday's late ends on Sunday at 01:00: 23 h until the week is over.
    assert_broken(WEEKLY, "Ann L L L L L L -", times=1)
    # The first late begins on Tuesday at 15:00: 39 h from Monday 00:00.
    assert_kept(WEEKLY, "Ann - L L L L L L")


def test_a_rest_that_is_free_beyond_the_week_counts_in_neither_week() -> None:
    # From Sunday 01:00 until Monday 15:00 are 38 h: 23 in one week, 15 in the next.
    drawing = "Ann T T T T T L - L L L L L L L"
    (first, second) = WEEKLY.audit(parse(drawing))
    assert (first.day, second.day) == (
        parse(drawing).problem.period.first + timedelta(days=6),
        parse(drawing).problem.period.first + timedelta(days=13),
    )


def test_two_rests_may_follow_one_another() -> None:
    # Saturday 01:00 until Monday 15:00 are 62 h; all else is shorter than 24 h.
    assert_kept(TWICE, "Ann L L L L L - - L L L L L L L")


def test_two_rests_may_be_apart() -> None:
    # Sunday 01:00 to Monday 15:00 and Friday 01:00 to Saturday 15:00, 38 h each.
    assert_kept(TWICE, "Ann L L L L L L - L L L L - L L")


def test_one_rest_in_a_fortnight_is_not_enough_where_two_are_needed() -> None:
    drawing = "Ann L L L L L L - L L L L L L L"
    assert_broken(TWICE, drawing, times=1)
    (breach,) = TWICE.audit(parse(drawing))
    assert breach.amount == 1
    assert breach.because == (
        "1 rest of 24 h from Mon 4 Jan 2027 to Sun 17 Jan 2027; 2 needed"
    )


def test_no_rest_in_a_fortnight_is_missing_twice() -> None:
    assert_charged(TWICE, "Ann T T T T T L L T T T T T L L", 2)


def test_one_rest_of_twice_the_length_is_not_two_rests_apart() -> None:
    assert_broken(DOUBLE, "Ann L L L L L L - L L L L - L L", times=1)
    assert_kept(DOUBLE, "Ann L L L L L - - L L L L L L L")


def test_a_double_rest_of_exactly_the_length_is_enough() -> None:
    # Saturday 01:00 until Monday 15:00 are 62 h.
    drawing = "Ann L L L L L - - L L L L L L L"
    assert_kept(lasting(DOUBLE, 31), drawing)
    assert_broken(lasting(DOUBLE, 31, 1), drawing)


def test_a_rest_of_35_hours_may_be_asked_for() -> None:
    # 38 h from Sunday 01:00 to Monday 15:00; 35 h is what NHS rotas plan.
    drawing = "Ann L L L L L L - L L L L - L L"
    assert_kept(lasting(TWICE, 35), drawing)
    assert_broken(lasting(TWICE, 39), drawing)


def test_every_form_agrees_with_its_audit_on_every_rota() -> None:
    tight = "Ann T T T L - L L T T L T T L -\nneed - - - L L - - - - - - - - L"
    for rule in (WEEKLY, TWICE, DOUBLE):
        for hours in (15, 24, 35):
            assert_agreement(lasting(rule, hours), tight)


def test_agreement_where_shifts_can_be_at_once() -> None:
    drawing = "Ann T T T T T L+E N+S\nneed - - - - - N -"
    for rule in (WEEKLY, TWICE, DOUBLE):
        assert_agreement(rule, drawing)


def test_days_on_record_in_the_first_week_count() -> None:
    # The period begins on Saturday; Monday to Friday were worked.
    worked = "start 2027-01-09\nAnn .L .L .L .L .L L -"
    assert_broken(WEEKLY, worked, times=1)
    assert_kept(WEEKLY, "start 2027-01-09\nAnn .- .L .L .L .L L -")


def test_days_on_record_before_the_first_week_do_not_count() -> None:
    assert_kept(WEEKLY, "Ann .L .L .L .L .L .L .L - L L L L L L")


def test_a_night_on_record_that_ends_in_the_first_week_counts() -> None:
    # Sunday's night ends on Monday at 07:00; 32 h until Tuesday at 15:00.
    assert_kept(lasting(WEEKLY, 32), "Ann .N - L L L L L L")
    assert_broken(lasting(WEEKLY, 32, 1), "Ann .N - L L L L L L")


def test_the_last_week_counts_as_far_as_it_is_known() -> None:
    # The period ends on Wednesday; the paramedic is free after, the team is not.
    assert_kept(WEEKLY, "Ann L L L")
    team = "team A L L - L L L L"
    assert_broken(WEEKLY, f"Bob@A L L L\n{team}", times=1)


def test_a_shift_that_runs_into_the_week_after_the_period_counts_there() -> None:
    # In that week the team has Monday and Tuesday free, 63 h until Wednesday at 15:00.
    team = "team A - - - - - - L - - L L L L L"
    assert_kept(lasting(WEEKLY, 62), f"Bob@A - - - - - - L\n{team}")
    # The night on the car takes seven hours of that, the late only one.
    night = f"Bob@A - - - - - - N\n{team}"
    assert_kept(lasting(WEEKLY, 56), night)
    assert_broken(lasting(WEEKLY, 57), night, times=1)


def test_the_third_week_begins_another_fortnight() -> None:
    free, busy = "- - - - - - -", "L L L L L L L"
    assert_kept(TWICE, f"Ann {busy} {free} {free} {busy}")
    assert_kept(TWICE, f"Ann {free} {busy} {busy} {free}")
    assert_broken(TWICE, f"Ann {free} {free} {busy} {busy}", times=1)


def test_fortnights_are_counted_from_the_monday_of_the_first_week() -> None:
    # The period begins on Saturday 9 January, so the second fortnight on the 18th.
    start, busy = "start 2027-01-09", "L L L L L L L"
    assert_kept(TWICE, f"{start}\nAnn - - {busy} {busy} - - - - - - -")
    assert_broken(TWICE, f"{start}\nAnn - - - - - - - - - {busy} {busy}", times=1)


def test_what_the_fixed_duties_leave_is_enough() -> None:
    assert_kept(TWICE, "Bob@A L L L\nteam A L L L L L L L")
    assert_kept(WEEKLY, "Ann T T T T T T T+L")


def test_the_rota_may_not_take_away_the_last_rest_that_is_left() -> None:
    # Two are needed and the courses leave one, from Saturday 16:00 to Monday 08:00.
    courses = "Ann T T T T T T {} T T T T T T T"
    assert_kept(TWICE, courses.format("-") + "\nneed - - - - - - L")
    assert_broken(TWICE, courses.format("L"), times=1)
    assert_charged(TWICE, courses.format("L"), 1)


def test_leave_is_rest_from_work() -> None:
    assert_kept(WEEKLY, "Ann L L L A A L L")


def test_a_short_hearing_in_court_interrupts_the_rest() -> None:
    # From Friday 01:00 to Sunday 15:00 but for two hours on Saturday: 33 h and 28 h.
    drawing = "Ann L L L L - - L\nleave Ann court@10-12 - - - - - x"
    assert_kept(lasting(WEEKLY, 33), drawing)
    assert_broken(lasting(WEEKLY, 34), drawing)


def test_an_hour_is_lost_when_the_clocks_go_forward() -> None:
    # From Saturday 01:00 to Monday 00:00 are 47 h by the clock and 46 in fact.
    worked = "start 2027-03-22\nAnn L L L L L - -"
    assert_kept(lasting(WEEKLY, 46), worked)
    assert_broken(lasting(WEEKLY, 47), worked)


def test_an_hour_is_won_when_the_clocks_go_back() -> None:
    worked = "start 2027-10-25\nAnn L L L L L - -"
    assert_kept(lasting(WEEKLY, 48), worked)
    assert_broken(lasting(WEEKLY, 48, 1), worked)


def test_a_shift_in_the_place_of_a_turn_may_leave_more_rest() -> None:
    assert_agreement(
        WEEKLY, "Bob@A L E - L - - -\nteam A N L L L L L L\nneed - - - - L S"
    )


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(replace(WEEKLY, people=frozenset({"Bob"})), "Ann L L L L L L L")


def test_nobody_breaks_nothing() -> None:
    assert_kept(WEEKLY, "need L L L L L L L")
    assert_kept(WEEKLY, "Ann\ndays 7")


def test_weeks_may_begin_on_another_day() -> None:
    # From Sunday to Saturday: the late of the Saturday ends after the week is over.
    sunday = replace(WEEKLY, first_day=Weekday.SUNDAY)
    worked = "Ann .- L L L L L L -"
    assert_kept(sunday, worked)
    assert_broken(WEEKLY, worked, times=1)
    assert_agreement(sunday, "Ann .L L L L L L L -")


def test_every_first_day_is_the_last_such_day_before_the_period() -> None:
    wednesday = date(2027, 1, 6)
    begins = [day.on_or_before(wednesday) for day in Weekday]
    assert begins[2] == wednesday
    assert {(wednesday - begin).days for begin in begins} == set(range(7))
    assert [f"{begin:%A}" for begin in begins] == [day.value for day in Weekday]


def test_a_week_that_begins_in_the_record_and_one_that_ends_after_the_period() -> None:
    # The period is a Saturday and the Monday after; the pattern works all the rest.
    team = "team A L L L - L L L L L L"
    drawing = f"start 2027-01-09\nBob@A .L .L .L .L .L - - L\n{team}"
    assert_agreement(WEEKLY, drawing)
