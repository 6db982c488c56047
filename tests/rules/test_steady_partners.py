"""PAIR-06 at its edges."""

from constraints.steady_partners import SteadyPartners
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

TWO_PARTNERS = "Ann L L\nBob:regular L -\nCal:regular - L"


def test_it_is_off_unless_a_book_switches_it_on() -> None:
    assert not SteadyPartners.is_usual


def test_as_many_partners_as_the_book_says_are_few() -> None:
    assert_kept(SteadyPartners(most=2), TWO_PARTNERS)
    assert_broken(SteadyPartners(most=1), TWO_PARTNERS, times=1)


def test_the_same_partner_again_is_no_other() -> None:
    assert_kept(SteadyPartners(most=1), "Ann L L L\nBob:regular L L L")


def test_each_of_a_crew_counts_all_the_others() -> None:
    three = "Ann L\nBob:regular L\nCal:regular L"
    assert_charged(SteadyPartners(most=1), three, 3)


def test_partners_on_record_are_not_counted() -> None:
    drawing = "Ann .L L\nBob:regular .L -\nCal:regular .- L"
    assert_kept(SteadyPartners(most=1), drawing)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = SteadyPartners(most=1, people=frozenset({PersonId("Bob")}))
    assert_kept(rule, TWO_PARTNERS)


def test_posting_and_audit_agree() -> None:
    assert_agreement(SteadyPartners(most=1, weight=2), f"{TWO_PARTNERS}\nneed L L")


def test_the_breach_names_the_partners() -> None:
    (breach,) = SteadyPartners(most=1).audit(parse(TWO_PARTNERS))
    assert breach.because == "rides with 2 partners, Bob, Cal; at most 1 wished"
