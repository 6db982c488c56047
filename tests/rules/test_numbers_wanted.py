"""COVER-03 at its edges."""

from constraints.numbers_wanted import NumbersWanted
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

RULE = NumbersWanted(below=10, above=3)
TWO = "crew p:paramedic*2"


def test_just_the_number_costs_nothing_and_each_missing_costs_its_price() -> None:
    assert_kept(RULE, f"Ann L\nBob L\n{TWO}")
    assert_charged(RULE, f"Ann L\nBob -\n{TWO}", 10)
    assert_charged(RULE, f"Ann -\nBob -\n{TWO}\nneed L", 20)


def test_each_beyond_the_number_costs_another_price() -> None:
    assert_charged(RULE, "Ann L\nBob L\nCal L\ncrew p:paramedic", 6)
    assert_agreement(RULE, "Ann -\nBob -\nCal -\ncrew p:paramedic\nneed L")


def test_with_no_price_one_side_is_free() -> None:
    assert_kept(NumbersWanted(below=0), f"Ann L\nBob -\n{TWO}")
    free = NumbersWanted(above=0)
    assert_kept(free, "Ann L\nBob L\ncrew p:paramedic")
    assert_agreement(free, "Ann -\nBob -\ncrew p:paramedic\nneed L")


def test_the_price_is_multiplied_by_the_weight() -> None:
    heavy = NumbersWanted(below=10, above=3, weight=2)
    assert_charged(heavy, f"Ann L\nBob -\n{TWO}", 20)
    assert_charged(heavy, "Ann L\nBob L\ncrew p:paramedic", 6)


def test_it_binds_the_cars_that_the_book_names() -> None:
    only = NumbersWanted(units=frozenset({"J2"}))
    assert_charged(only, f"Ann -\n{TWO}\nneed L1+L2", 200)


def test_the_breach_gives_both_numbers() -> None:
    (breach,) = RULE.audit(parse(f"Ann L\nBob -\n{TWO}"))
    assert breach.because == "p has 1 people, 2 wanted"
