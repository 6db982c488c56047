"""REST-05 at its edges."""

from constraints.rest_days_of_teams import RestDaysOfTeams
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = RestDaysOfTeams()
SIX_ON_FOUR_OFF = "team A E E L L N N - - - -"


def test_two_rest_days_in_each_seven_are_kept() -> None:
    assert_kept(RULE, "Bob@A L L L L L - -\nteam A L L L L L - -")
    assert_broken(RULE, "Bob@A - - - - - - L\nteam A L L L L L - -")


def test_one_of_four_rest_days_may_be_given_and_not_two() -> None:
    # Two in seven days are 2.9 in ten: three are kept.
    assert_kept(RULE, f"Bob@A - - - - - - L - - -\n{SIX_ON_FOUR_OFF}")
    assert_broken(RULE, f"Bob@A - - - - - - L L - -\n{SIX_ON_FOUR_OFF}")


def test_riding_in_the_place_of_the_turn_takes_no_rest_day() -> None:
    assert_kept(RULE, f"Bob@A E E L L N N\n{SIX_ON_FOUR_OFF}")


def test_the_record_and_the_days_after_the_period_count() -> None:
    team = "team A L L L L - - -"
    # The pattern begins again on the day after: L L L L - - - before the period too.
    assert_broken(RULE, f"Bob@A .L .L - - - - L\n{team}")
    assert_kept(RULE, f"Bob@A .- .L - - - -\n{team}")


def test_a_pattern_that_gives_too_few_is_not_held_against_the_rota() -> None:
    assert_kept(RULE, "Bob@A L L\nteam A L L L L L L -")
    assert_broken(RULE, "Bob@A - - - - - - L\nteam A L L L L L L -")


def test_leave_in_the_place_of_a_turn_is_no_rest_day() -> None:
    away = "Bob@A - - - - - L -\nteam A L L L L L - -\nleave Bob annual x x"
    assert_broken(RULE, away)
    assert_agreement(RULE, away)


def test_each_rest_day_missing_is_charged_in_each_stretch() -> None:
    assert_charged(RestDaysOfTeams(), "Bob@A - - - - - L -\nteam A L L L L L - -", 7)


def test_people_without_a_team_are_not_measured() -> None:
    assert_kept(RULE, "Ann L L L L L L L")


def test_a_day_worked_twice_is_one_day() -> None:
    assert_agreement(RULE, "Bob@A - - - - L E+N -\nteam A L L L L - - -")


def test_of_a_team_without_a_pattern_nothing_is_known() -> None:
    assert_kept(RULE, "Bob@A L L L L L L L L")
