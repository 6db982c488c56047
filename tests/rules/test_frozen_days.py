"""CHANGE-03 at its edges."""

import pytest

from constraints.frozen_days import FrozenDays
from rostering.drawing import parse
from tests.verify import assert_broken, assert_charged, assert_kept

CALLED_IN = "Ann {}\npublished Bob L L L\nneed L L L\ntold 2027-01-05"


def test_without_a_parameter_only_what_is_past_is_frozen() -> None:
    assert_broken(FrozenDays(), CALLED_IN.format("L - -"), times=1)
    assert_kept(FrozenDays(), CALLED_IN.format("- L -"))


@pytest.mark.parametrize(("days", "times"), [(1, 2), (2, 3), (28, 3)])
def test_the_days_are_counted_from_the_day_of_telling(days: int, times: int) -> None:
    assert_broken(FrozenDays(days=days), CALLED_IN.format("L L L"), times=times)


def test_to_be_stood_down_is_never_against_it() -> None:
    drawing = "Ann - -\npublished Ann L L\nneed L L\ntold 2027-01-05"
    assert_kept(FrozenDays(days=28), drawing)


def test_whoever_has_agreed_is_taken_out_for_those_days() -> None:
    drawing = f"{CALLED_IN.format('L - -')}\nwaive Ann CHANGE-03 x"
    assert list(FrozenDays().breaches(parse(drawing))) == []
    other = f"{CALLED_IN.format('L - -')}\nwaive Ann CHANGE-03 - x"
    assert len(list(FrozenDays().breaches(parse(other)))) == 1


def test_nothing_published_or_no_day_of_telling_freezes_nothing() -> None:
    assert_kept(FrozenDays(days=28), "Ann L\ntold 2027-01-05")
    assert_kept(FrozenDays(days=28), "Ann L\npublished Bob L")


def test_as_a_wish_each_new_duty_costs_one() -> None:
    assert_charged(FrozenDays(), CALLED_IN.format("L - -"), 1)


def test_a_place_called_off_may_not_be_taken_up_again_on_a_frozen_day() -> None:
    drawing = "Sam:special S\npublished Sam S\ntold 2027-01-05"
    assert_broken(FrozenDays(), drawing, times=1)
