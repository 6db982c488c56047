"""TURN-04 at its edges."""

from constraints.one_shift_a_day import OneShiftADay
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = OneShiftADay()


def test_a_shift_belongs_to_the_day_on_which_it_starts() -> None:
    assert_kept(RULE, "Ann N E")
    assert_broken(RULE, "Ann M+N", times=1)


def test_each_shift_more_on_a_day_costs_one() -> None:
    assert_charged(RULE, "Ann M+L+N", 2)
    assert_charged(RULE, "Ann M+N M+N", 2)


def test_two_people_have_a_shift_each() -> None:
    assert_kept(RULE, "Ann M\nBob:paramedic N")


def test_two_rows_of_one_human_being_share_their_day() -> None:
    drawn = "Ann M\nSam:special N\nterms Sam same_as=Ann\noffer Sam N"
    assert_agreement(RULE, drawn)


def test_the_breach_names_the_shifts() -> None:
    (breach,) = RULE.audit(parse("Ann M+N"))
    assert breach.because == "J1 morning and J1 night on Mon 4 Jan 2027"
