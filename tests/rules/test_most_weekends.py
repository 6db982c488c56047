"""FAIR-07 at its edges."""

from constraints.most_weekends import MostWeekends
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

ONE = MostWeekends(most=1)
SATURDAY = "start 2027-01-09\n"
WEEK = " - - - - - "


def test_both_days_of_a_weekend_are_one() -> None:
    assert_kept(ONE, f"{SATURDAY}Ann L L")
    assert_broken(ONE, f"{SATURDAY}Ann L -{WEEK}- L", times=1)


def test_each_weekend_beyond_costs_one() -> None:
    assert_charged(ONE, f"{SATURDAY}Ann L -{WEEK}L -{WEEK}L -", 2)


def test_the_days_that_make_a_weekend_may_be_others() -> None:
    sundays = MostWeekends(most=1, days=("Sunday",))
    assert_kept(sundays, f"{SATURDAY}Ann L -{WEEK}L L")
    assert_broken(sundays, f"{SATURDAY}Ann - L{WEEK}- L", times=1)


def test_a_weekend_of_the_teams_own_is_not_held_against_the_rota() -> None:
    team = "team A L - - - - - - L"
    assert_kept(MostWeekends(most=0), f"{SATURDAY}Bob@A - -{WEEK}- -\n{team}")
    assert_agreement(ONE, f"{SATURDAY}Bob@A -\nteam A L - -\nneed L L - L")


def test_the_record_and_days_after_the_period_do_not_count() -> None:
    monday = "start 2027-01-11\nAnn .L L - - - - L"
    assert_kept(ONE, monday)


def test_the_breach_gives_the_number_on_the_first_day() -> None:
    (breach,) = ONE.audit(parse(f"{SATURDAY}Ann L -{WEEK}L -"))
    assert breach.because == "works on 2 weekends; at most 1 allowed"
    assert f"{breach.day:%a}" == "Sat"
