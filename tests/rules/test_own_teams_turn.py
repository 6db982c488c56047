"""LATE-01 at its edges."""

from dataclasses import replace
from datetime import time, timedelta

from constraints.own_teams_turn import OwnTeamsTurn
from rostering.domain import Mode, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = OwnTeamsTurn()


def test_each_day_has_the_turn_of_its_place_in_the_pattern() -> None:
    # The pattern of three days begins again on the fourth: late, night, rest, late.
    assert_kept(RULE, "Bob@A L N - L\nteam A L N -")
    assert_broken(RULE, "Bob@A L L L L\nteam A L N -", times=2)


def test_the_pattern_reaches_back_to_before_its_first_day() -> None:
    # Anchored a day after the first drawn one, which is then the pattern's last: rest.
    drawn = parse("Bob@A L\nteam A L -")
    (team,) = drawn.problem.teams
    later = replace(team, anchor=team.anchor + timedelta(days=1))
    assert_broken(RULE, Rota(replace(drawn.problem, teams=(later,)), drawn.fills))


def test_a_night_belongs_to_the_date_on_which_it_starts() -> None:
    assert_kept(RULE, "Bob@A N -\nteam A N L")
    assert_broken(RULE, "Bob@A - N\nteam A N L", times=1)


def test_the_turn_is_known_by_its_name_whatever_its_hours() -> None:
    drawn = parse("Bob@A L\nteam A L")
    (team,) = drawn.problem.teams
    moved = replace(team, times=(("late", time(14), time(22)),))
    assert_kept(RULE, Rota(replace(drawn.problem, teams=(moved,)), drawn.fills))


def test_the_record_from_before_the_period_is_no_breach() -> None:
    assert_kept(RULE, "Bob@A .L -\nteam A E E")


def test_a_car_that_serves_several_districts_takes_the_teams_of_each() -> None:
    districts = "team A@North L\nteam B@South L\ncar J1 districts=North,South"
    assert_kept(RULE, f"Bob@A L\nCal@B L\n{districts}")


def test_a_car_without_districts_takes_every_team() -> None:
    assert_kept(RULE, "Bob@A L\nteam A@North L")


def test_a_team_without_a_district_is_taken_by_every_car() -> None:
    assert_kept(RULE, "Bob@A L\nteam A L\ncar J1 districts=South")


def test_another_team_on_the_right_turn_does_not_help() -> None:
    assert_broken(RULE, "Bob@A L\nteam A E\nteam B L", times=1)


def test_someone_whose_team_has_no_pattern_is_left_alone() -> None:
    assert_kept(RULE, "Bob@A L")


def test_each_place_taken_on_another_turn_is_charged_once() -> None:
    assert_charged(OwnTeamsTurn(weight=3), "Bob@A L L\nteam A E N", 6)
    wish = OwnTeamsTurn(weight=3, mode=Mode.WISH)
    twice = "Bob@A -\nteam A E\ncrew a:regular b:regular\nneed L+E"
    assert_agreement(wish, twice)


def test_it_says_what_the_team_is_doing_instead() -> None:
    resting, early = RULE.audit(parse("Bob@A L L\nteam A - E"))
    assert resting.because == (
        "team A rests on Mon 4 Jan 2027, but on J1 late on Mon 4 Jan 2027"
    )
    assert early.because == (
        "team A works early on Tue 5 Jan 2027, but on J1 late on Tue 5 Jan 2027"
    )


def test_it_says_in_which_district_the_team_works() -> None:
    drawn = parse("Bob@A L\nteam A@North L\ncar J1 districts=South")
    (shift,), (bob,) = drawn.problem.shifts, drawn.problem.people
    bar = RULE.bar(drawn.problem, bob, shift, shift.crew.posts[0])
    assert bar is not None
    assert bar.because == "team A is of North, not of J1's districts"
    (breach,) = RULE.audit(drawn)
    assert breach.because == f"{bar.because}, but on J1 late on Mon 4 Jan 2027"


def test_nobody_is_of_no_team() -> None:
    assert_kept(RULE, "team A L\nneed L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(OwnTeamsTurn(people=frozenset()), "Bob@A L\nteam A E")


def test_a_car_of_which_nothing_is_said_takes_every_team() -> None:
    drawn = parse("Bob@A L\nteam A@North L")
    assert_kept(RULE, Rota(replace(drawn.problem, units=()), drawn.fills))
