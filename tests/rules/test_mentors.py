"""PAIR-04 at its edges."""

from constraints.mentors import Mentors
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

PAIR = "Ann {}\nBob:regular {}\nmentor Ann Bob"


def test_the_learner_may_ride_with_the_mentor() -> None:
    assert_kept(Mentors(), PAIR.format("L - L", "L - L"))


def test_the_mentor_may_ride_without_the_learner() -> None:
    assert_kept(Mentors(), PAIR.format("L L", "- L"))


def test_each_of_the_learners_shifts_alone_costs_one() -> None:
    assert_charged(Mentors(), PAIR.format("- L -", "L L L"), 2)
    assert_broken(Mentors(), PAIR.format("- L -", "L L L"), times=2)


def test_a_mentor_in_another_car_is_no_mentor() -> None:
    assert_broken(Mentors(), PAIR.format("L1", "L2"), times=1)


def test_one_of_several_mentors_is_enough() -> None:
    drawing = "Ann L - -\nCal - L -\nBob:regular L L L\nmentor Ann Bob\nmentor Cal Bob"
    assert_charged(Mentors(), drawing, 1)


def test_a_mentor_counts_only_in_the_days_of_the_pair() -> None:
    # On the second day only Cal is a mentor, but Ann rides.
    drawing = "Ann L L\nCal - -\nBob:regular L L\nmentor Ann Bob x -\nmentor Cal Bob"
    assert_broken(Mentors(), drawing, times=1)


def test_the_learner_is_free_before_the_first_and_after_the_last_day() -> None:
    drawing = PAIR.format("- - - -", "L L L L")
    assert_broken(Mentors(), f"{drawing} - x x -", times=2)


def test_a_mentor_who_may_not_ride_the_car_keeps_the_learner_off_it() -> None:
    drawing = f"{PAIR.format('- L2', 'L1 -')}\nterms Ann units=J2"
    assert_broken(Mentors(), drawing, times=1)
    assert_agreement(Mentors(), drawing)


def test_two_learners_in_one_crew_need_a_mentor_each() -> None:
    drawing = (
        "Ann L\nBob:regular L\nCal:regular L\nDee -\nmentor Ann Bob\nmentor Dee Cal"
    )
    assert_broken(Mentors(), drawing, times=1)


def test_whether_it_binds_is_decided_by_the_learner() -> None:
    alone = PAIR.format("-", "L")
    assert_kept(Mentors(people=frozenset({"Ann"})), alone)
    assert_broken(Mentors(people=frozenset({"Bob"})), alone)


def test_the_breach_is_the_learners() -> None:
    (breach,) = Mentors().audit(parse(PAIR.format("-", "L")))
    assert breach.subject == "Bob"
    assert breach.because == "without a mentor on J1 late on Mon 4 Jan 2027"
