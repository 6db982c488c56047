"""VOL-01 at its edges."""

from dataclasses import replace
from datetime import timedelta

from constraints.volunteer_caps import VolunteerCaps
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

NO_MONTH = VolunteerCaps(month=timedelta(hours=999))
NO_WEEK = VolunteerCaps(week=timedelta(hours=999))


def test_exactly_the_weeks_hours_are_allowed() -> None:
    # Three nights of 8 h.
    assert_kept(VolunteerCaps(week=timedelta(hours=24)), "Sam:special S S S")


def test_one_minute_beyond_the_weeks_hours_is_an_hour_begun() -> None:
    rule = VolunteerCaps(week=timedelta(hours=23, minutes=59))
    assert_charged(rule, "Sam:special S S S", 1)
    assert_broken(rule, "Sam:special S S S", times=1)


def test_an_hour_and_a_minute_beyond_are_two_hours_begun() -> None:
    rule = VolunteerCaps(week=timedelta(hours=22, minutes=59))
    assert_charged(rule, "Sam:special S S S", 2)
    assert_charged(VolunteerCaps(week=timedelta(hours=23)), "Sam:special S S S", 1)


def test_the_week_ends_with_the_shift_that_starts_on_sunday() -> None:
    # Sunday's night ends on Monday at 02:00 and belongs to Sunday's week: 32 h.
    assert_charged(VolunteerCaps(), "Sam:special - - - S S S S", 8)
    # Monday's belongs to the next: 24 h and 8 h.
    assert_kept(VolunteerCaps(), "Sam:special - - - - S S S S")


def test_the_last_week_counts_though_the_period_ends_within_it() -> None:
    assert_charged(VolunteerCaps(), "Sam:special - - - - - - - S S S S", 8)


def test_hours_on_record_in_the_periods_first_week_count() -> None:
    # The period starts on Thursday: 10 h on record on Wednesday and 16 h planned.
    assert_charged(VolunteerCaps(), "start 2027-01-07\nSam:special .L S S", 2)
    # It starts on Monday: the record is of the week before.
    assert_kept(VolunteerCaps(), "start 2027-01-11\nSam:special .L S S")


def test_what_was_beyond_before_planning_is_charged_only_for_what_is_added() -> None:
    # 30 h on record from Monday to Wednesday; 8 h are added.
    drawing = "start 2027-01-07\nSam:special .L .L .L S"
    assert_charged(VolunteerCaps(), drawing, 8)
    assert_kept(VolunteerCaps(), "start 2027-01-07\nSam:special .L .L .L -\nneed S")


def test_a_course_counts_as_time_given() -> None:
    # Training takes 8 h, three nights 24 h.
    assert_charged(VolunteerCaps(), "Sam:special T S S S", 8)


def test_leave_does_not_count() -> None:
    assert_kept(VolunteerCaps(), "Sam:special A S S S")


def test_exactly_the_months_hours_are_allowed_and_one_minute_beyond_is_not() -> None:
    drawing = "start 2027-01-01\nSam:special S S S"
    assert_kept(VolunteerCaps(month=timedelta(hours=24)), drawing)
    short = VolunteerCaps(month=timedelta(hours=23, minutes=59))
    assert_charged(short, drawing, 1)


def test_a_month_ends_with_the_shift_that_starts_on_its_last_day() -> None:
    # 31 January ends on 1 February at 02:00 and is January's.
    rule = replace(NO_WEEK, month=timedelta(hours=8))
    assert_charged(rule, "start 2027-01-30\nSam:special S S", 8)
    assert_kept(rule, "start 2027-01-31\nSam:special S S")


def test_hours_on_record_in_the_periods_first_month_count() -> None:
    rule = replace(NO_WEEK, month=timedelta(hours=10))
    assert_charged(rule, "start 2027-01-11\nSam:special .L S", 8)
    assert_kept(rule, "start 2027-02-01\nSam:special .L S")


def test_a_week_and_a_month_are_charged_each() -> None:
    # Five nights in one week are 40 h: 16 beyond 24 and 10 beyond 30.
    rule = VolunteerCaps(month=timedelta(hours=30))
    assert_charged(rule, "Sam:special S S S S S", 26)


def test_the_night_when_the_clocks_go_back_is_an_hour_longer() -> None:
    # Saturday 30 October 2027, 18:00 to 02:00, lasts 9 h.
    rule = replace(NO_MONTH, week=timedelta(hours=8))
    assert_charged(rule, "start 2027-10-30\nSam:special S", 1)
    # Saturday 27 March 2027 lasts 7 h.
    assert_kept(
        replace(rule, week=timedelta(hours=7)), "start 2027-03-27\nSam:special S"
    )


def test_people_with_contracted_hours_or_a_team_are_left_alone() -> None:
    assert_kept(VolunteerCaps(), "Ann L L L L L")
    assert_kept(VolunteerCaps(), "Bob@A L L L L L\nteam A L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = VolunteerCaps(people=frozenset({PersonId("Tom")}))
    assert_kept(rule, "Sam:special S S S S\nTom:special - - - -")


def test_posting_and_audit_agree_where_weeks_and_months_meet() -> None:
    rule = VolunteerCaps(week=timedelta(hours=15), month=timedelta(hours=20), weight=2)
    drawing = "start 2027-01-29\nSam:special .L S L S L S L S L"
    assert_agreement(rule, drawing)


def test_the_breach_names_the_week_and_its_hours() -> None:
    (breach,) = VolunteerCaps().audit(parse("Sam:special S S S S"))
    assert breach.because == (
        "32 h from Mon 4 Jan 2027 to Sun 10 Jan 2027; at most 24 h"
    )
    assert breach.amount == breach.cost == 8
