"""RUN-07 at its edges."""

from constraints.shortest_run_off import ShortestRunOff
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_kept

THREE = ShortestRunOff(least=3)


def test_one_day_off_fewer_than_the_least_is_too_few() -> None:
    assert_broken(THREE, "Ann L - - L", times=1)
    assert_kept(THREE, "Ann L - - - L")


def test_days_off_that_touch_the_first_or_the_last_day_may_be_more() -> None:
    assert_kept(THREE, "Ann - L L L -")


def test_between_two_turns_of_the_teams_own_it_is_the_teams_business() -> None:
    team = "Bob@A - - - - - -\nteam A L - L - - -"
    assert_kept(THREE, team)
    assert_agreement(THREE, f"{team}\nneed - L - L")


def test_the_day_that_is_blamed_is_the_one_after_it() -> None:
    (breach,) = THREE.audit(parse("Ann L - - L L"))
    assert f"{breach.day:%a}" == "Thu"
    assert breach.because.startswith("2 off on end from Tue 5 Jan 2027")


def test_a_shift_on_either_side_makes_it_the_rotas() -> None:
    before = "Bob@A L - - -\nteam A - - - L"
    after = "Bob@A - - - L\nteam A L - - -"
    assert_broken(THREE, before, times=1)
    assert_broken(THREE, after, times=1)
