"""VOL-04 at its edges."""

from datetime import timedelta

from constraints.next_days_job import NextDaysJob
from rostering.domain import Mode
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept


def test_exactly_the_rest_is_enough() -> None:
    # From 02:00 to 13:00 are eleven hours.
    assert_kept(NextDaysJob(), "Sam:special S\nterms Sam job=13-18")
    assert_charged(NextDaysJob(), "Sam:special S\nterms Sam job=12:59-18", 1)
    assert_broken(NextDaysJob(), "Sam:special S\nterms Sam job=12:59-18", times=1)


def test_the_usual_nights_end_on_days_off() -> None:
    assert_kept(NextDaysJob(), "Sam:special - - - - S S -\nterms Sam job=9-17")


def test_sundays_night_ends_on_a_working_day() -> None:
    assert_charged(NextDaysJob(), "Sam:special - - - - - - S\nterms Sam job=9-17", 4)


def test_nobody_works_elsewhere_on_a_bank_holiday() -> None:
    easter = "start 2027-03-28\nSam:special S\nterms Sam job=9-17\nholiday - x"
    assert_kept(NextDaysJob(), easter)


def test_a_shift_before_work_on_the_same_day_counts() -> None:
    # A morning to 14:00, and work from 16:00.
    assert_charged(NextDaysJob(), "Sam:special M\nterms Sam job=16-22", 9)


def test_a_job_whose_start_lies_in_the_shift_is_not_next() -> None:
    # Monday's work began at 09:00; what comes next is Tuesday's, 15 h after 18:00.
    assert_kept(NextDaysJob(), "Sam:special D\nterms Sam job=9-17")


def test_rest_may_be_asked_for_longer_than_a_day() -> None:
    long = NextDaysJob(rest=timedelta(hours=30))
    assert_agreement(long, "Sam:special - - - S S S S\nterms Sam job=9-17")


def test_of_unknown_hours_nothing_is_said() -> None:
    drawing = "Sam:special S S S"
    assert_kept(NextDaysJob(mode=Mode.HARD), drawing)
    assert not any(map(NextDaysJob().measures, parse(drawing).problem.people))


def test_hours_are_real_hours_when_the_clocks_change() -> None:
    # Sunday 31 October 2027: from 17:00 on Sunday nothing changes; on Saturday's night
    # the clocks go back, and Sunday is no working day.
    drawing = "start 2027-10-30\nSam:special S S\nterms Sam job=9-17"
    assert_charged(NextDaysJob(), drawing, 4)


def test_it_says_between_what_there_is_too_little() -> None:
    rota = parse("Sam:special S\nterms Sam job=9-17")
    (breach,) = NextDaysJob().audit(rota)
    assert breach.because == (
        "7 h from the end of J1 specials on Mon 4 Jan 2027 to the main job on "
        "Tue 5 Jan 2027; at least 11 h"
    )
    (shift,) = rota.problem.shifts
    sam = rota.problem.people[0]
    bar = NextDaysJob().bar(rota.problem, sam, shift, shift.crew.posts[0])
    assert bar is not None
    assert bar.because == "7 h to the start of the main job; at least 11 h"


def test_a_job_that_begins_when_the_shift_ends_leaves_no_rest_at_all() -> None:
    assert_charged(NextDaysJob(), "Sam:special N\nterms Sam job=7-15", 11)


def test_the_job_is_worked_on_a_friday_too() -> None:
    assert_charged(NextDaysJob(), "Sam:special - - - N\nterms Sam job=9-17", 9)


def test_a_start_that_the_shift_has_run_past_is_not_the_next_one() -> None:
    # The night ends at 07:00 on Tuesday, and the job begins at 06:00 on Wednesday.
    rule = NextDaysJob(rest=timedelta(hours=24))
    assert_charged(rule, "Sam:special N\nterms Sam job=6-14", 1)
    later = NextDaysJob(rest=timedelta(hours=48))
    assert_kept(later, "Sam:special N\nterms Sam job=6-14\nholiday - - x")


def test_the_breach_names_the_day_of_the_job() -> None:
    (breach,) = NextDaysJob().audit(parse("Sam:special N\nterms Sam job=9-17"))
    assert "to the main job on Tue 5 Jan 2027" in breach.because
