"""FAIR-08 at its edges."""

from constraints.whole_weekends import WholeWeekends
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = WholeWeekends()
SATURDAY = "start 2027-01-09\n"


def test_half_a_weekend_counts_and_a_whole_one_does_not() -> None:
    assert_broken(RULE, f"{SATURDAY}Ann L -", times=1)
    assert_broken(RULE, f"{SATURDAY}Ann - L", times=1)
    assert_kept(RULE, f"{SATURDAY}Ann L L")
    assert_kept(RULE, f"{SATURDAY}Ann - -\nneed L L")


def test_a_weekend_of_which_the_period_has_one_day_is_not_looked_at() -> None:
    assert_kept(RULE, f"{SATURDAY}Ann L")
    assert_kept(RULE, "start 2027-01-10\nAnn L - -")


def test_a_day_that_the_team_works_anyway_is_the_teams_business() -> None:
    team = f"{SATURDAY}Bob@A - -\nteam A L -"
    assert_kept(RULE, team)
    assert_agreement(RULE, f"{team}\nneed L L")


def test_each_weekend_costs_one() -> None:
    assert_charged(RULE, f"{SATURDAY}Ann L - - - - - - - L", 2)


def test_the_breach_names_the_day() -> None:
    (breach,) = RULE.audit(parse(f"{SATURDAY}Ann - L"))
    assert breach.because == "works only Sun 10 Jan 2027 of the weekend"
