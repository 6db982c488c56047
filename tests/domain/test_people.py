"""Who may do what, and what counts as being away."""

from dataclasses import replace
from datetime import date, time

import pytest

from rostering.domain import (
    AbsenceKind,
    Leave,
    Person,
    PersonId,
    SkillNeed,
)
from rostering.domain.time import span_between, whole_days

ANN = Person(PersonId("Ann"), "Ann Ash", "paramedic", weekly_minutes=2250)


def test_people_offer_time_who_have_neither_contracted_hours_nor_a_team() -> None:
    assert not ANN.offers_time
    assert replace(ANN, weekly_minutes=None).offers_time
    assert not replace(ANN, weekly_minutes=None, team="A").offers_time
    # A contract of no hours is a contract.
    assert not replace(ANN, weekly_minutes=0).offers_time


def test_who_names_no_car_may_ride_all_and_has_no_home() -> None:
    assert ANN.may_ride("JR-04")
    assert ANN.home == ""


def test_who_names_cars_may_ride_those_and_is_at_home_on_the_first() -> None:
    ann = replace(ANN, units=("JR-04", "JR-01"))
    assert ann.may_ride("JR-01")
    assert not ann.may_ride("JR-07")
    assert ann.home == "JR-04"


def test_a_skill_is_asked_of_one_role_in_the_posts_named() -> None:
    anywhere = SkillNeed("regular", "driving")
    assert anywhere.asks("regular", "officer")
    assert not anywhere.asks("special", "officer")
    driver = SkillNeed("regular", "driving", frozenset({"driver"}))
    assert driver.asks("regular", "driver")
    assert not driver.asks("regular", "officer")


@pytest.mark.parametrize("kind", AbsenceKind)
def test_no_absence_is_both_work_and_left_out_of_the_average(kind: AbsenceKind) -> None:
    assert not (kind.is_work and kind.is_excluded)


def test_training_study_and_court_are_work() -> None:
    assert {kind for kind in AbsenceKind if kind.is_work} == {
        AbsenceKind.STUDY,
        AbsenceKind.TRAINING,
        AbsenceKind.COURT,
    }


def test_unpaid_leave_and_rest_are_the_kinds_that_earn_no_hours() -> None:
    assert {kind for kind in AbsenceKind if not kind.keeps_hours} == {
        AbsenceKind.UNPAID,
        AbsenceKind.REST,
    }


@pytest.mark.parametrize(
    "day", [date(2027, 1, 4), date(2027, 3, 28), date(2027, 10, 31)]
)
def test_a_day_of_leave_is_whole_however_long_the_day_is(day: date) -> None:
    assert Leave(ANN.id, AbsenceKind.ANNUAL, whole_days(day, day)).is_whole_days
    hours = span_between(day, time(8), time(18))
    assert not Leave(ANN.id, AbsenceKind.ANNUAL, hours).is_whole_days
