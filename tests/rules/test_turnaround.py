"""ROAD-02 at its edges."""

from datetime import timedelta

from constraints.turnaround import Turnaround
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

# The morning turn ends at 14:00, and the late one begins at 15:00.
HOUR_APART = "Ann M\nBob:paramedic L"


def test_just_the_least_time_is_enough() -> None:
    assert_kept(Turnaround(least=timedelta(minutes=60)), HOUR_APART)
    assert_broken(Turnaround(least=timedelta(minutes=61)), HOUR_APART, times=1)


def test_no_time_at_all_is_too_little() -> None:
    # The day turn ends at 18:00, as the Specials' begins; the night at 07:00.
    assert_broken(Turnaround(), "Ann D\nBob:paramedic S", times=1)
    assert_broken(Turnaround(), "Ann N -\nBob:paramedic - E", times=1)


def test_two_crews_at_once_are_one_too_many() -> None:
    assert_broken(Turnaround(), "Ann E\nBob:paramedic L", times=1)


def test_the_same_people_need_the_time_too() -> None:
    assert_broken(Turnaround(), "Ann D+S", times=1)


def test_every_car_is_looked_at_by_itself() -> None:
    assert_kept(Turnaround(), "Ann D1\nBob:paramedic S2")
    rule = Turnaround(units=frozenset({"J2"}))
    assert_kept(rule, "Ann D1\nBob:paramedic S1")
    assert_broken(rule, "Ann D2\nBob:paramedic S2")


def test_a_shift_with_nobody_on_it_takes_no_car() -> None:
    assert_kept(Turnaround(), "Ann D\nneed S")


def test_a_long_shift_may_run_into_several() -> None:
    drawing = "Ann N -\nBob:paramedic - M\nCal:paramedic - E"
    assert_charged(Turnaround(), drawing, 3)
    assert_agreement(Turnaround(), drawing)


def test_the_hour_that_the_clocks_skip_is_no_time() -> None:
    # From 01:00, which is skipped, to 06:00 are four hours on 28 March 2027.
    drawing = "start 2027-03-27\nAnn L -\nBob:paramedic - M"
    assert_kept(Turnaround(least=timedelta(hours=4)), drawing)
    assert_broken(Turnaround(least=timedelta(hours=4, minutes=1)), drawing)


def test_the_breach_is_the_second_shifts() -> None:
    (none,) = Turnaround().audit(parse("Ann D\nBob:paramedic S"))
    assert none.subject == "J1 2027-01-04 specials"
    assert none.because.startswith("no time between J1 day on Mon 4 Jan 2027 and ")
    rule = Turnaround(least=timedelta(hours=2))
    (hour,) = rule.audit(parse(HOUR_APART))
    assert hour.because.startswith("1 h between ")
    assert hour.because.endswith("; 2 h needed")
