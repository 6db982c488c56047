"""RUN-04 at its edges."""

from constraints.thirteen_turns import ThirteenTurns
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = ThirteenTurns()
THREE = ThirteenTurns(most=3, days=4)


def test_thirteen_turns_in_fourteen_days_are_allowed_and_a_fourteenth_is_not() -> None:
    assert_kept(RULE, "Ann L L L L L L L - L L L L L L L")
    assert_broken(RULE, "Ann L L L L L L L L L L L L L L", times=1)


def test_it_is_off_unless_a_book_switches_it_on() -> None:
    assert not ThirteenTurns.is_usual


def test_two_turns_of_a_day_are_two() -> None:
    assert_kept(THREE, "Ann M+S L")
    assert_broken(THREE, "Ann M+S L L", times=2)


def test_the_record_and_what_comes_after_the_period_count() -> None:
    assert_broken(THREE, "Ann .L .L .L L", times=1)
    assert_kept(THREE, "Ann .L .L .L - L")
    assert_broken(THREE, "Bob@A - L\nteam A - - L L L - - -", times=1)


def test_what_is_so_anyway_is_not_held_against_the_rota() -> None:
    assert_kept(THREE, "Bob@A L L\nteam A L L L L L")
    assert_agreement(THREE, "Bob@A L+E L\nteam A L L L L L")


def test_each_turn_too_many_is_charged_in_each_stretch() -> None:
    assert_charged(THREE, "Ann L L L L", 1)
    assert_charged(THREE, "Ann L L L L L", 2)
