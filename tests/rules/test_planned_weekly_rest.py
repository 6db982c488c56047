"""REST-04 at its edges."""

from dataclasses import replace
from datetime import timedelta

from constraints._rests import WeeklyRestForm
from constraints.cover import Cover
from constraints.planned_weekly_rest import PlannedWeeklyRest
from rostering.build import build
from rostering.domain import Mode, Tier
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

WEEKLY = PlannedWeeklyRest(form=WeeklyRestForm.ONE_A_WEEK, weight=1)
DOUBLE = PlannedWeeklyRest(form=WeeklyRestForm.DOUBLE_A_FORTNIGHT, weight=1)


def test_35_hours_are_planned_in_a_week() -> None:
    assert WEEKLY.length == timedelta(hours=35)
    # Sunday's 01:00 until Monday leaves 23 h; Monday until Tuesday 15:00 39 h.
    assert_charged(WEEKLY, "Ann L L L L L L -", 1)
    assert_kept(WEEKLY, "Ann - L L L L L L")


def test_59_hours_are_planned_in_a_fortnight_and_not_70() -> None:
    assert DOUBLE.length == timedelta(hours=59)
    # Saturday 01:00 to Monday 15:00 are 62 h.
    assert_kept(DOUBLE, "Ann L L L L L - - L L L L L L L")
    longer = replace(DOUBLE, daily_rest=timedelta(hours=14, minutes=1))
    assert_charged(longer, "Ann L L L L L - - L L L L L L L", 1)


def test_it_is_told_of_and_not_sought_unless_a_book_gives_it_weight() -> None:
    (told,) = PlannedWeeklyRest(form=WeeklyRestForm.ONE_A_WEEK).findings(
        parse("Ann L L L L L L -")
    )
    assert (told.amount, told.cost) == (1, 0)
    drawn = parse("Ann - - - - - - -\nneed L L L L L L -").problem
    for weight, charge in ((0, 0), (1, 1)):
        rules = (Cover(), PlannedWeeklyRest(form=WEEKLY.form, weight=weight))
        built = build(drawn, rules)
        assert bool(built.charges[Tier.CARE]) is bool(charge)


def test_it_is_a_wish_that_may_be_made_to_hold() -> None:
    assert PlannedWeeklyRest().mode is Mode.WISH
    assert_broken(WEEKLY, "Ann L L L L L L -", times=1)


def test_rests_of_both_weeks_may_follow_one_another() -> None:
    # From Thursday 01:00 to Monday 15:00 there are two of 35 h, and more.
    assert_kept(PlannedWeeklyRest(), "Ann L L L - - - - L L L L L L L")
    assert_agreement(PlannedWeeklyRest(), "Ann .T .T L L L L L L\ndays 7")


def test_a_rest_of_no_length_is_always_had() -> None:
    nothing = PlannedWeeklyRest(rest=timedelta(), daily_rest=timedelta())
    assert_kept(nothing, "Ann L L L L L L L")
    assert_agreement(nothing, "Ann L L")
