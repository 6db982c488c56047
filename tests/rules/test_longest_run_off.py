"""RUN-08 at its edges."""

from constraints.longest_run_off import LongestRunOff
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

TWO = LongestRunOff(most=2)


def test_just_the_longest_run_is_allowed_and_each_day_more_costs_one() -> None:
    assert_kept(TWO, "Ann L - - L")
    assert_charged(TWO, "Ann L - - - L", 1)
    assert_charged(TWO, "Ann L - - - -", 2)


def test_the_first_and_the_last_day_count() -> None:
    assert_charged(TWO, "Ann - - - L", 1)
    assert_charged(TWO, "Ann L - - -", 1)


def test_leave_for_a_day_parts_what_is_off() -> None:
    assert_kept(TWO, "Ann L - A - L")


def test_training_is_no_day_off() -> None:
    assert_kept(TWO, "Ann L - T - L")


def test_days_before_joining_are_not_off() -> None:
    assert_kept(TWO, "Ann - - - L\nterms Ann employed=3-")


def test_whoever_no_shift_is_for_is_not_measured() -> None:
    assert_kept(TWO, "Ann - - - -\nBob:regular L L L L\ncrew o:regular")
    assert_agreement(TWO, "Ann - - -\nBob:regular - - -\ncrew o:regular\nneed L - L")


def test_the_breach_tells_from_when() -> None:
    (breach,) = TWO.audit(parse("Ann L - - - L"))
    assert breach.because.startswith("off for 3 days from Tue 5 Jan 2027")
    assert f"{breach.day:%a}" == "Thu"
