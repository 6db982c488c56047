"""PAIR-01 at its edges."""

from datetime import date

from constraints.never_together import NeverTogether
from rostering.drawing import parse
from tests.verify import assert_broken, assert_kept

TOGETHER = "Ann L L L\nBob:regular L L L"


def test_the_two_may_work_on_the_same_day_in_different_cars() -> None:
    assert_kept(NeverTogether(), "Ann L1\nBob:regular L2\nnever Ann Bob")


def test_the_two_may_follow_one_another_on_one_car() -> None:
    assert_kept(NeverTogether(), "Ann E\nBob:regular L\nnever Ann Bob")


def test_every_shared_shift_is_a_breach_from_the_first_day_to_the_last() -> None:
    assert_broken(NeverTogether(), f"{TOGETHER}\nnever Ann Bob", times=3)


def test_a_pair_stands_on_its_first_and_last_day_and_not_beyond() -> None:
    four = "Ann L L L L\nBob:regular L L L L"
    assert_broken(NeverTogether(), f"{four}\nnever Ann Bob - x x -", times=2)


def test_a_shift_over_midnight_counts_by_the_date_of_its_start() -> None:
    nights = "Ann N -\nBob:regular N -\nnever Ann Bob"
    assert_kept(NeverTogether(), f"{nights} - x")
    assert_broken(NeverTogether(), f"{nights} x -")


def test_it_does_not_matter_who_of_the_two_is_named_first() -> None:
    assert_broken(NeverTogether(), f"{TOGETHER}\nnever Bob Ann", times=3)


def test_two_in_the_same_post_are_together_as_well() -> None:
    assert_broken(NeverTogether(), "Ann L\nBob L\nnever Ann Bob", times=1)


def test_a_third_person_in_the_crew_makes_no_difference() -> None:
    assert_broken(
        NeverTogether(), "Ann L\nBob:regular L\nCal L\nnever Ann Bob", times=1
    )
    assert_kept(NeverTogether(), "Ann L\nBob:regular -\nCal L\nnever Ann Bob")


def test_pairs_of_other_kinds_are_none_of_its_own() -> None:
    assert_kept(NeverTogether(), f"{TOGETHER}\navoid Ann Bob\nprefer Ann Bob")


def test_whether_it_binds_is_decided_by_the_first_of_the_pair() -> None:
    drawing = f"{TOGETHER}\nnever Ann Bob"
    assert_broken(NeverTogether(people=frozenset({"Ann"})), drawing)
    assert_kept(NeverTogether(people=frozenset({"Bob"})), drawing)


def test_the_breach_names_the_two_and_no_reason() -> None:
    (breach,) = NeverTogether().audit(parse("Ann L\nBob:regular L\nnever Ann Bob"))
    assert breach.subject == "Ann and Bob"
    assert breach.because == "not permitted together: J1 late on Mon 4 Jan 2027"
    assert breach.day == date(2027, 1, 4)
