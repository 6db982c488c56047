"""PAIR-02 at its edges."""

from constraints.avoid_together import AvoidTogether
from rostering.domain import Mode, PersonId, Tier
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

TOGETHER = "Ann L L L\nBob:regular L L L"
AVOID = f"{TOGETHER}\navoid Ann Bob"


def test_each_shared_shift_costs_one() -> None:
    assert_charged(AvoidTogether(), AVOID, 3)
    assert_charged(AvoidTogether(weight=4), AVOID, 12)


def test_it_weighs_less_than_cover() -> None:
    assert AvoidTogether().mode is Mode.WISH
    assert AvoidTogether().tier is Tier.CARE


def test_different_cars_and_different_hours_are_apart() -> None:
    assert_kept(AvoidTogether(), "Ann L1\nBob:regular L2\navoid Ann Bob")
    assert_kept(AvoidTogether(), "Ann E\nBob:regular L\navoid Ann Bob")


def test_a_pair_stands_on_its_first_and_last_day_and_not_beyond() -> None:
    four = "Ann L L L L\nBob:regular L L L L"
    assert_charged(AvoidTogether(), f"{four}\navoid Ann Bob - x x -", 2)


def test_pairs_of_other_kinds_are_none_of_its_own() -> None:
    assert_kept(AvoidTogether(), f"{TOGETHER}\nnever Ann Bob\nmentor Ann Bob")


def test_it_does_not_matter_who_of_the_two_is_named_first() -> None:
    assert_charged(AvoidTogether(), f"{TOGETHER}\navoid Bob Ann", 3)


def test_whether_it_binds_is_decided_by_the_first_of_the_pair() -> None:
    assert_kept(AvoidTogether(people=frozenset({PersonId("Bob")})), AVOID)
    assert_charged(AvoidTogether(people=frozenset({PersonId("Ann")})), AVOID, 3)


def test_posting_and_audit_agree_with_somebody_else_in_reach() -> None:
    drawing = "Ann L -\nBob:regular L -\nCal:regular - -\navoid Ann Bob"
    assert_agreement(AvoidTogether(), f"{drawing}\nneed L L")


def test_the_breach_names_the_two_and_no_reason() -> None:
    (breach,) = AvoidTogether().audit(parse("Ann L\nBob:regular L\navoid Ann Bob"))
    assert breach.subject == "Ann and Bob"
    assert breach.because == "better not together: J1 late on Mon 4 Jan 2027"
