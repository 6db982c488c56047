"""CREW-06 at its edges."""

import pytest

from constraints.alone_in_blue import AloneInBlue
from rostering.drawing import parse
from tests.verify import assert_broken, assert_charged, assert_kept

ALONE = "Ann L\nSam:special L"


@pytest.mark.parametrize("status", ["APS", "DPS"])
def test_only_the_independent_are_better_alone(status) -> None:
    assert_broken(AloneInBlue(), f"{ALONE}\nterms Sam status={status}", times=1)
    assert_kept(AloneInBlue(), f"{ALONE}\nterms Sam status=IPS")


def test_no_standing_is_none() -> None:
    assert_broken(AloneInBlue(), ALONE, times=1)


def test_a_regular_may_be_alone_and_is_company() -> None:
    assert_kept(AloneInBlue(), "Ann L\nBob:regular L")
    assert_kept(AloneInBlue(), f"{ALONE}\nBob:regular L")


def test_two_who_are_learning_have_each_other() -> None:
    assert_kept(AloneInBlue(), f"{ALONE}\nTom:special L")


def test_company_in_another_car_or_on_another_day_is_none() -> None:
    assert_charged(AloneInBlue(), "Sam:special L1\nTom:special L2", 2)
    assert_charged(AloneInBlue(), "Sam:special L -\nTom:special - L", 2)


def test_a_crew_without_police_is_not_looked_at() -> None:
    assert_kept(AloneInBlue(), "Ann L\nPat:physiotherapist L")
    assert_kept(AloneInBlue(), "Ann L\nSam:special -")


def test_the_book_says_who_is_better_alone_and_on_which_cars() -> None:
    drawing = f"{ALONE}\nterms Sam status=DPS"
    assert_kept(AloneInBlue(statuses=("DPS",)), drawing)
    assert_kept(AloneInBlue(units=frozenset({"J2"})), drawing)
    assert_broken(AloneInBlue(always=()), "Ann L\nBob:regular L")


def test_the_breach_names_the_officer_and_the_standing() -> None:
    (dps,) = AloneInBlue().audit(parse(f"{ALONE}\nterms Sam status=DPS"))
    assert dps.because == "Sam, the only officer, is DPS"
    (none,) = AloneInBlue().audit(parse(ALONE))
    assert none.because == "Sam, the only officer, is of no standing"
