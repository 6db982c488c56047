"""PAIR-07 at its edges."""

from constraints.mentors_met import MentorsMet
from constraints.pins import Pins
from rostering.domain import PersonId
from rostering.drawing import parse
from rostering.solve import solve
from tests.verify import assert_agreement, assert_charged, assert_kept

PAIR = "days 28\nAnn {}\nBob:regular {}\nmentor Ann Bob"


def test_two_meetings_in_four_weeks_are_enough() -> None:
    assert_kept(MentorsMet(), PAIR.format("L L -", "L L -"))
    assert_charged(MentorsMet(), PAIR.format("L L -", "L - L"), 1)
    assert_charged(MentorsMet(), f"{PAIR.format('- -', '- -')}\nneed L L", 2)


def test_a_part_of_four_weeks_asks_for_what_are_whole_meetings() -> None:
    for days, cost in ((13, 0), (14, 1), (27, 1), (28, 2), (42, 3)):
        drawing = f"Ann -\nBob:regular -\nmentor Ann Bob\nneed L L L L\ndays {days}"
        assert_charged(MentorsMet(), drawing, cost)


def test_no_more_is_asked_than_both_can_ride() -> None:
    away = "days 28\nAnn - - A A\nBob:regular -\nmentor Ann Bob\nneed L - L L"
    assert_charged(MentorsMet(), away, 1)
    other_car = "days 28\nAnn -\nBob:regular -\nmentor Ann Bob\nneed L L\n"
    assert_kept(MentorsMet(), f"{other_car}terms Ann units=J2")


def test_any_mentor_counts_and_two_at_once_count_once() -> None:
    pairs = "\nmentor Ann Bob\nmentor Cal Bob"
    assert_kept(MentorsMet(), f"days 28\nAnn L -\nCal - L\nBob:regular L L{pairs}")
    both = f"days 28\nAnn L -\nCal L -\nBob:regular L -{pairs}\nneed L L"
    assert_charged(MentorsMet(), both, 1)


def test_the_days_of_the_pair_limit_it() -> None:
    half = " ".join(["x"] * 14)
    drawing = f"{PAIR.format('- L', '- L')} {half}"
    assert_kept(MentorsMet(), drawing)
    late = f"{PAIR.format('L -', 'L -')} - {half}"
    assert_charged(MentorsMet(), f"{late}\nneed L L", 1)


def test_whether_it_binds_is_decided_by_the_learner() -> None:
    drawing = f"{PAIR.format('-', '-')}\nneed L L"
    assert_kept(MentorsMet(people=frozenset({PersonId("Ann")})), drawing)
    assert_charged(MentorsMet(people=frozenset({PersonId("Bob")})), drawing, 2)


def test_posting_and_audit_agree() -> None:
    drawing = f"{PAIR.format('L -', 'L -')}\nmentor Cal Bob\nneed L L"
    assert_agreement(MentorsMet(weight=2), f"{drawing}\nCal:paramedic - L")


def test_a_learner_of_one_car_is_charged_once_where_cars_share_nobody() -> None:
    cars = (
        "Dee:paramedic - -\nterms Ann units=J1\nterms Bob units=J1\nterms Dee units=J2"
    )
    drawing = (
        f"{PAIR.format('- -', '- -')}\n{cars}\nneed L1+L2 L1+L2\npin Ann off L1 L1"
    )
    rules = (MentorsMet(), Pins())
    result = solve(parse(drawing).problem, rules)
    assert result.components == 2
    assert result.tiers[-1].value == result.tiers[-1].bound == 2


def test_the_breach_counts_the_meetings() -> None:
    (breach,) = MentorsMet().audit(parse(PAIR.format("L L", "L -")))
    assert breach.subject == "Bob"
    assert breach.because == "rides with a mentor 1 of 2 times wished in the period"
