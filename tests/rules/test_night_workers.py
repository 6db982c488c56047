"""HOURS-05 at its edges."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from constraints.night_workers import NightWorkers
from rostering.domain import Duty, DutyKind, PersonId
from rostering.domain.time import span_between
from rostering.drawing.reading import FIRST_DAY
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

NEW = "\nterms Ann employed=1-"


@pytest.mark.parametrize(
    ("start", "end", "is_night"),
    [
        (time(18), time(2), True),
        (time(15), time(1), False),
        (time(16), time(2), True),
        (time(14), time(0), False),
        (time(3), time(7), True),
        (time(23), time(1, 59), False),
    ],
)
def test_three_hours_between_23_and_6_make_a_night(
    start: time, end: time, is_night: bool
) -> None:
    span = span_between(FIRST_DAY, start, end)
    duty = Duty(PersonId("Ann"), DutyKind.SHIFT, span, FIRST_DAY, "J1")
    assert NightWorkers().is_night(duty) is is_night


def test_seventeen_weeks_have_816_hours_and_no_more() -> None:
    # Six nights of eight hours in each of 17 weeks; then one of ten in their place.
    record = " ".join([".S .S .S .S .S .- .S"] * 16)
    assert_kept(NightWorkers(), f"Ann {record} S S S S S - S")
    assert_broken(NightWorkers(), f"Ann {record} S S S S S - N", times=1)
    # Saturday 24 October, when the clocks go back, is an hour longer.
    autumn = " ".join([".S .S .S .S .S .S .-"] * 16)
    assert_broken(NightWorkers(), f"Ann {autumn} S S S S S S -", times=1)


def test_nights_on_a_third_of_the_days_worked_make_a_night_worker() -> None:
    # 60 h in a week of which 48 are allowed: one night in three days, or in four.
    assert_broken(NightWorkers(), f"Ann N E+N E+N\ndays 7{NEW}")
    assert_broken(NightWorkers(), f"Ann N E+L E+L\ndays 7{NEW}", times=1)
    assert_kept(NightWorkers(), f"Ann N E+L E+L E\ndays 7{NEW}")
    assert_broken(NightWorkers(one_in=4), f"Ann N E+L E+L E\ndays 7{NEW}", times=1)


def test_nobody_opts_out_of_it() -> None:
    assert_broken(NightWorkers(), f"Ann N E+N E+N\ndays 7{NEW} optout", times=1)


def test_days_away_are_no_days_of_work_and_are_not_made_up_for() -> None:
    assert_kept(NightWorkers(), f"Ann A A S S S S S{NEW}")
    assert_broken(NightWorkers(), f"Ann A A E+S S S S S{NEW}\ndays 7", times=1)


def test_a_week_at_least_is_looked_at() -> None:
    # 40 h on two days, and 48 allowed.
    assert_kept(NightWorkers(), f"Ann E+N E+N{NEW}")


def test_volunteers_are_left_alone() -> None:
    assert_kept(NightWorkers(most=timedelta()), "Sam:special N N N")


def test_the_record_can_make_a_night_worker_of_somebody() -> None:
    one_week = NightWorkers(weeks=1)
    assert_broken(one_week, "Ann .N .- E+L E+L", times=1)
    assert_kept(one_week, "Ann .D .- E+L E+L")


def test_what_the_team_works_anyway_is_not_held_against_the_rota() -> None:
    team = "Bob@A N - -\nteam A N N N N N N N\ndays 7\nterms Bob employed=1-"
    assert_kept(NightWorkers(), team)
    longer = "Bob@A N - E+N\nteam A N N N N N N N\ndays 7\nterms Bob employed=1-"
    assert_broken(NightWorkers(), longer, times=1)


def test_each_hour_begun_is_charged() -> None:
    rule = replace(NightWorkers(), most=timedelta(hours=4, minutes=59))
    # Six days of 4 h 59 min are 29 h 54 min.
    assert_charged(rule, f"Ann N N N\ndays 7{NEW}", 1)
    assert_agreement(rule, f"Ann S N L M N\ndays 7{NEW}")


def test_a_night_that_the_clocks_shorten_is_none() -> None:
    # 18:00-02:00 on 27 March has two real hours after 23:00.
    spring = f"start 2027-03-22\nAnn E+L E+L - - - S -{NEW}"
    assert_kept(NightWorkers(most=timedelta(hours=7)), spring)
    winter = f"start 2027-03-15\nAnn E+L E+L - - - S -{NEW}"
    assert_broken(NightWorkers(most=timedelta(hours=7)), winter, times=1)


def test_it_looks_back_over_the_whole_reference_period() -> None:
    assert NightWorkers().weeks_remembered == 17
