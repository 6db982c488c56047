"""WISH-03 at its edges."""

from constraints.own_group import OwnGroup
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

RULE = OwnGroup(cars=("J1", "J2"))


def test_each_shift_on_a_car_of_others_costs_one() -> None:
    assert_kept(RULE, "Ann L1 L2")
    assert_charged(RULE, "Ann L1 L3 L4", 2)


def test_with_no_car_named_nothing_is_asked() -> None:
    assert_kept(OwnGroup(cars=()), "Ann L1 L3")
    assert_agreement(OwnGroup(cars=()), "Ann -\nneed L1+L3")


def test_only_the_people_of_the_group_are_meant() -> None:
    only_bob = OwnGroup(cars=("J1",), people=frozenset({PersonId("Bob")}))
    assert_charged(only_bob, "Ann L2\nBob:paramedic L3\nneed L2+L3", 1)
    assert_agreement(only_bob, "Ann -\nBob:paramedic -\nneed L1+L2")


def test_the_breach_names_the_car() -> None:
    (breach,) = RULE.audit(parse("Ann L3"))
    assert breach.because == "on J3, which is not a car of the own group"
