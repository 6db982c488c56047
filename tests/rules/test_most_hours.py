"""HOURS-08 at its edges."""

from datetime import timedelta

from constraints.most_hours import MostHours
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

TWENTY = MostHours(most=timedelta(hours=20))


def test_just_the_most_is_allowed_and_a_minute_more_is_an_hour_begun() -> None:
    assert_kept(TWENTY, "Ann L L")
    short = MostHours(most=timedelta(hours=19, minutes=59))
    assert_charged(short, "Ann L L", 1)
    assert_broken(short, "Ann L L", times=1)


def test_each_hour_begun_beyond_costs_one() -> None:
    assert_charged(TWENTY, "Ann L L M", 8)
    odd = MostHours(most=timedelta(hours=19, minutes=30))
    assert_charged(odd, "Ann L L M", 9)
    assert_agreement(odd, "Ann - - -\nneed L L M")


def test_the_record_and_training_do_not_count() -> None:
    assert_kept(TWENTY, "Ann .L L L T")


def test_the_breach_gives_both_figures_on_the_first_day() -> None:
    (breach,) = TWENTY.audit(parse("Ann - L L M"))
    assert breach.because == "28 h on the cars; at most 20 h in the period"
    assert f"{breach.day:%a}" == "Mon"
