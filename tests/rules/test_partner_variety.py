"""PAIR-05 at its edges."""

from dataclasses import replace

import pytest

from constraints.partner_variety import PartnerVariety
from rostering.domain import AbsenceKind, DutyKind, PersonId, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

TWO = "Ann {0}\nBob:regular {0}"
SIX = " ".join([".L"] * 6)


def test_six_times_are_often_enough_and_a_seventh_is_too_often() -> None:
    assert_kept(PartnerVariety(), TWO.format("L L L L L L"))
    assert_charged(PartnerVariety(), TWO.format("L L L L L L L"), 1)
    assert_charged(PartnerVariety(), TWO.format("L L L L L L L L"), 1 + 2)


def test_what_is_on_record_counts_for_four_weeks() -> None:
    for rests, cost in ((21, 1), (22, 0)):
        record = f"{SIX} {' '.join(['.-'] * rests)}"
        assert_charged(PartnerVariety(), TWO.format(f"{record} L"), cost)


def test_other_cars_and_other_hours_on_record_were_not_together() -> None:
    assert_kept(PartnerVariety(most=1), "Ann .L1 L\nBob:regular .L2 L")
    assert_kept(PartnerVariety(most=1), "Ann .M L\nBob:regular .L L")
    assert_broken(PartnerVariety(most=1), "Ann .L L\nBob:regular .L L")


def test_two_turns_of_one_person_on_record_are_no_pair() -> None:
    assert_kept(PartnerVariety(most=1), "Ann .L+N L\nBob:regular .- L")


def test_shifts_apart_cost_nothing_whatever_was_before() -> None:
    assert_kept(PartnerVariety(), f"Ann {SIX} .L L -\nBob:regular {SIX} .L - L")


@pytest.mark.parametrize("word", ["prefer Ann Bob", "prefer Bob Ann", "mentor Ann Bob"])
def test_two_who_are_wanted_together_may_be(word) -> None:
    assert_kept(PartnerVariety(most=1), f"{TWO.format('L L')}\n{word}")


def test_two_who_are_better_apart_are_not_wanted_together() -> None:
    assert_broken(PartnerVariety(most=1), f"{TWO.format('L L')}\navoid Ann Bob")


def test_three_in_a_crew_are_three_pairs() -> None:
    drawing = f"{TWO.format('L L')}\nCal:regular L L"
    assert_charged(PartnerVariety(most=1), drawing, 3)


def test_either_of_the_two_decides_whether_it_binds() -> None:
    bound = {name: frozenset({PersonId(name)}) for name in ("Ann", "Bob", "Cal")}
    two = TWO.format("L L")
    assert_broken(PartnerVariety(most=1, people=bound["Ann"]), two)
    assert_broken(PartnerVariety(most=1, people=bound["Bob"]), two)
    assert_kept(PartnerVariety(most=1, people=bound["Cal"]), two)


def test_posting_and_audit_agree_with_a_short_memory() -> None:
    drawing = f"{TWO.format('.L .- L - L L')}\nneed - - - L"
    assert_agreement(PartnerVariety(most=1, days=3, weight=2), drawing)


def test_the_breach_is_of_the_two_and_counts() -> None:
    (breach,) = PartnerVariety(most=1).audit(parse(TWO.format("L L")))
    assert breach.subject == "Ann and Bob"
    assert breach.because == "together 2 times in 28 days; at most 1 wished"


@pytest.mark.parametrize(
    "other",
    [
        {"unit": ""},
        {"person": PersonId("Zoe")},
        {"kind": DutyKind.AWAY, "absence": AbsenceKind.SICK},
    ],
    ids=["elsewhere", "with somebody who has left", "not at all"],
)
def test_only_rides_on_record_of_two_people_of_the_book_count(other) -> None:
    drawn = parse(TWO.format(".L L"))
    first, second = drawn.problem.history
    also = first._replace(unit=other.get("unit", first.unit))
    history = (also, second._replace(**other))
    problem = replace(drawn.problem, history=history)
    assert_kept(PartnerVariety(most=1), Rota(problem, drawn.fills))


def test_the_order_in_which_a_book_names_people_makes_no_difference() -> None:
    drawing = "Zoe {0}\nBob:regular {0}".format(".L L")
    assert_charged(PartnerVariety(most=1), drawing, 1)


def test_of_two_shifts_on_one_day_the_second_is_the_one_too_many() -> None:
    drawing = TWO.format("E+N")
    assert_charged(PartnerVariety(most=1), drawing, 1)
    assert_agreement(PartnerVariety(most=1), drawing)


def test_two_who_are_wanted_together_excuse_no_others() -> None:
    drawing = f"{TWO.format('L L')}\nCal:regular L L\nprefer Ann Bob"
    assert_charged(PartnerVariety(most=1), drawing, 2)
