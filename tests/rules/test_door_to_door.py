"""FATIGUE-07 at its edges."""

from datetime import timedelta

from constraints.door_to_door import DoorToDoor
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_broken, assert_charged, assert_kept


def test_fourteen_hours_are_enough_and_a_minute_more_is_not() -> None:
    # Ten hours, and two hours each way.
    assert_kept(DoorToDoor(), "Ann L\nterms Ann commute=120")
    assert_broken(DoorToDoor(), "Ann L\nterms Ann commute=121", times=1)
    rule = DoorToDoor(most=timedelta(hours=14, minutes=2))
    assert_kept(rule, "Ann L\nterms Ann commute=121")


def test_the_way_counts_twice_and_each_shift_by_itself() -> None:
    assert_charged(DoorToDoor(), "Ann L M L\nterms Ann commute=150", 2)


def test_who_has_said_nothing_is_at_home_at_work() -> None:
    assert_kept(DoorToDoor(most=timedelta(hours=9)), "Ann L")
    assert_kept(DoorToDoor(most=timedelta(hours=9)), "Ann L\nterms Ann commute=0")


def test_the_night_in_which_the_clocks_go_back_is_an_hour_longer() -> None:
    night = "\nAnn N\nterms Ann commute=110"
    assert_kept(DoorToDoor(), f"start 2027-10-29{night}")
    assert_charged(DoorToDoor(), f"start 2027-10-30{night}", 1)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = DoorToDoor(people=frozenset({PersonId("Bob")}))
    assert_kept(rule, "Ann L\nterms Ann commute=300")


def test_the_breach_gives_the_whole_time() -> None:
    (breach,) = DoorToDoor().audit(parse("Ann L\nterms Ann commute=135"))
    assert breach.because == (
        "14 h 30 min from door to door for J1 late on Mon 4 Jan 2027; at most 14 h"
    )
