"""CHANGE-04 at its edges."""

import pytest

from constraints.told_again import ToldAgain
from tests.verify import assert_charged, assert_kept

CHANGED = "Ann L\npublished Bob L\ntold 2027-01-15\ntold Ann {}"


@pytest.mark.parametrize("last", ["2027-01-02", "2027-01-15", "2027-01-16"])
def test_within_a_fortnight_is_lately(last: str) -> None:
    assert_charged(ToldAgain(), CHANGED.format(last), 1)


@pytest.mark.parametrize("last", ["2027-01-01", "2026-01-15"])
def test_a_fortnight_ago_is_long_enough(last: str) -> None:
    assert_kept(ToldAgain(), CHANGED.format(last))


def test_a_book_may_ask_for_more_peace_or_none() -> None:
    assert_charged(ToldAgain(days=15, weight=3), CHANGED.format("2027-01-01"), 3)
    assert_kept(ToldAgain(days=0), CHANGED.format("2027-01-15"))


def test_it_costs_once_however_many_days_change() -> None:
    drawing = "Ann L L\npublished Bob L L\ntold 2027-01-02\ntold Ann 2027-01-02"
    assert_charged(ToldAgain(), drawing, 1)


def test_whoever_keeps_what_was_published_is_not_told_again() -> None:
    drawing = "Ann L\npublished Ann L\ntold 2027-01-02\ntold Ann 2027-01-02"
    assert_kept(ToldAgain(), drawing)


def test_nothing_published_says_nothing() -> None:
    assert_kept(ToldAgain(), "Ann L\ntold 2027-01-02\ntold Ann 2027-01-02")


def test_only_those_whose_shift_is_gone_are_told_that_it_is() -> None:
    # The published late shift is no longer asked for.
    drawing = "Ann -\nBob -\npublished Ann L\ntold 2027-01-02"
    lately = "\ntold Ann 2027-01-02\ntold Bob 2027-01-02"
    assert_charged(ToldAgain(), drawing + lately, 1)
