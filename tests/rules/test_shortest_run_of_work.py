"""RUN-06 at its edges."""

from constraints.shortest_run_of_work import ShortestRunOfWork
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_kept

THREE = ShortestRunOfWork(least=3)


def test_one_day_fewer_than_the_least_is_too_short_and_the_least_is_not() -> None:
    assert_broken(THREE, "Ann - L L - -", times=1)
    assert_kept(THREE, "Ann - L L L -")


def test_a_run_that_touches_the_first_or_the_last_day_may_be_longer() -> None:
    assert_kept(THREE, "Ann L - - - L")
    assert_kept(THREE, "Ann .- L L - - -")


def test_a_run_of_the_teams_own_turns_alone_is_the_teams_business() -> None:
    assert_kept(THREE, "Bob@A - - - - L L L\nteam A - L - - - - -")
    assert_agreement(THREE, "Bob@A - - - -\nteam A - L - - - -\nneed - L L -")


def test_who_joins_or_leaves_within_the_period_begins_and_ends_there() -> None:
    assert_kept(THREE, "Ann - L - - -\nterms Ann employed=2-")
    assert_broken(THREE, "Ann - - L - -\nterms Ann employed=2-", times=1)


def test_with_one_as_the_least_nothing_is_too_short() -> None:
    assert_kept(ShortestRunOfWork(least=1), "Ann - L - L -")


def test_the_breach_tells_the_run() -> None:
    (breach,) = THREE.audit(parse("Ann - L L - -"))
    assert breach.because.startswith("2 at work on end from Tue 5 Jan 2027")
