"""FATIGUE-02 at its edges."""

from constraints.tired_crews import TiredCrews
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

JOBS = "\nterms Sam job=9-17\nterms Tom job=9-17"
FOUR = ".L .L .L .L"


def test_one_tired_person_has_a_fresh_one_beside_them() -> None:
    assert_kept(TiredCrews(), f"Ann {FOUR} L\nBob:regular .- L")
    assert_broken(TiredCrews(), f"Ann {FOUR} L\nBob:regular {FOUR} L", times=1)


def test_the_fifth_late_on_end_is_tiring_and_the_fourth_is_not() -> None:
    three = FOUR.removeprefix(".L ")
    assert_kept(TiredCrews(), f"Ann {FOUR} L\nBob:regular {three} L")


def test_how_tired_is_set_by_the_book() -> None:
    # A late turn by itself comes to 0.82, and 0.91 after another.
    two = "Ann .L L\nBob:regular .L L"
    assert_broken(TiredCrews(tired=90), two)
    assert_kept(TiredCrews(tired=92), two)
    assert_broken(TiredCrews(tired=80), "Ann L\nBob:regular L")


def test_in_different_cars_or_at_different_hours_they_may_both_be_tired() -> None:
    assert_kept(TiredCrews(), f"Sam:special S1\nTom:special S2{JOBS}")
    assert_kept(TiredCrews(), f"Sam:special S -\nTom:special - S{JOBS}")


def test_each_tired_person_but_one_costs_one() -> None:
    three = f"Sam:special S\nTom:special S\nUli:special S{JOBS}\nterms Uli job=9-17"
    assert_charged(TiredCrews(), three, 2)


def test_at_the_weekend_nobody_comes_from_the_main_job() -> None:
    assert_kept(TiredCrews(), f"start 2027-01-09\nSam:special S\nTom:special S{JOBS}")


def test_it_binds_the_cars_that_the_book_names() -> None:
    drawing = f"Sam:special S\nTom:special S{JOBS}"
    assert_kept(TiredCrews(units=frozenset({"J2"})), drawing)
    assert_broken(TiredCrews(units=frozenset({"J1"})), drawing)


def test_posting_and_audit_agree_on_two_people_and_two_cars() -> None:
    drawing = f"Ann {FOUR} - -\nBob:paramedic .- {FOUR[3:]} - -\nneed L1+L2 L1"
    assert_agreement(TiredCrews(weight=2), drawing)


def test_the_breach_names_the_two() -> None:
    (breach,) = TiredCrews().audit(parse(f"Sam:special S\nTom:special S{JOBS}"))
    assert breach.subject == "J1 2027-01-04 specials"
    assert breach.because == "Sam and Tom are both tired"
