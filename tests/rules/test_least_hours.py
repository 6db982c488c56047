"""HOURS-09 at its edges."""

from datetime import timedelta

from constraints.least_hours import LeastHours
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

TWENTY = LeastHours()


def test_just_the_least_is_enough_and_a_minute_less_is_an_hour_begun() -> None:
    assert_kept(TWENTY, "Ann L L")
    assert_charged(LeastHours(least=timedelta(hours=20, minutes=1)), "Ann L L", 1)


def test_each_hour_begun_that_is_missing_costs_one() -> None:
    assert_charged(TWENTY, "Ann L M", 2)
    odd = LeastHours(least=timedelta(hours=18, minutes=30))
    assert_charged(odd, "Ann L M", 1)
    assert_agreement(odd, "Ann - -\nneed L M")


def test_the_record_and_training_do_not_count() -> None:
    assert_charged(TWENTY, "Ann .L L T", 10)


def test_whoever_no_shift_is_for_is_not_measured() -> None:
    drawing = "Ann -\nBob:regular L\ncrew o:regular"
    assert_charged(TWENTY, drawing, 10)
    assert_agreement(TWENTY, drawing)


def test_the_breach_gives_both_figures_on_the_first_day() -> None:
    (breach,) = TWENTY.audit(parse("Ann - L"))
    assert breach.because == "10 h on the cars; at least 20 h wanted in the period"
    assert f"{breach.day:%a}" == "Mon"
