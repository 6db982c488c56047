"""WISH-02 at its edges."""

from constraints.home_car import HomeCar
from rostering.drawing import parse
from tests.verify import assert_broken, assert_charged, assert_kept


def test_the_first_car_of_the_list_is_home() -> None:
    assert_kept(HomeCar(), "Ann L1\nneed L2\nterms Ann units=J1,J2")
    assert_charged(HomeCar(), "Ann L1\nneed L2\nterms Ann units=J2,J1", 1)


def test_every_other_car_costs_the_same_from_the_first_day_to_the_last() -> None:
    assert_charged(HomeCar(), "Ann L2 L1 L3\nterms Ann units=J1,J2,J3", 2)
    assert_charged(HomeCar(weight=4), "Ann L2 L1 L3\nterms Ann units=J1,J2,J3", 8)


def test_whoever_may_ride_every_car_has_no_home() -> None:
    assert_kept(HomeCar(), "Ann L1 L2")


def test_whoever_has_one_car_has_nothing_to_wish_for() -> None:
    assert_kept(HomeCar(), "Ann L2\nneed L1\nterms Ann units=J2")


def test_where_it_must_hold_nobody_leaves_the_home_car() -> None:
    assert_broken(HomeCar(), "Ann L2\nterms Ann units=J1,J2", times=1)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(HomeCar(people=frozenset()), "Ann L2\nterms Ann units=J1,J2")


def test_the_breach_names_both_cars() -> None:
    (breach,) = HomeCar().audit(parse("Ann L2\nterms Ann units=J1,J2"))
    assert breach.because == "on J2; the home car is J1"
