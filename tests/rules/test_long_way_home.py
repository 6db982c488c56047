"""FATIGUE-06 at its edges."""

from datetime import time, timedelta

from constraints.long_way_home import LongWayHome
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_broken, assert_charged, assert_kept

FAR = "\nterms Ann commute=60"


def test_just_the_longest_way_is_no_long_one() -> None:
    assert_kept(LongWayHome(), "Ann L\nterms Ann commute=45")
    assert_broken(LongWayHome(), "Ann L\nterms Ann commute=46")
    assert_kept(LongWayHome(most=timedelta(hours=1)), f"Ann L{FAR}")


def test_the_small_hours_begin_and_end_on_the_minute() -> None:
    # The late turn ends at 01:00, the Specials' at 02:00.
    assert_charged(LongWayHome(), f"Ann L{FAR}", 1)
    assert_kept(LongWayHome(begin=time(1, 1)), f"Ann L{FAR}")
    assert_charged(LongWayHome(end=time(2)), f"Ann S{FAR}", 1)
    assert_kept(LongWayHome(end=time(1, 59)), f"Ann S{FAR}")


def test_a_finish_by_day_is_none() -> None:
    assert_kept(LongWayHome(), f"Ann E D N M{FAR}")


def test_who_has_said_nothing_lives_nowhere() -> None:
    assert_kept(LongWayHome(), "Ann L")
    assert_kept(LongWayHome(), "Ann L\nterms Ann commute=0")


def test_in_the_night_of_the_clock_change_the_wall_counts() -> None:
    # 01:00 does not exist on 28 March 2027, and comes twice on 31 October.
    assert_charged(LongWayHome(), f"start 2027-03-27\nAnn L{FAR}", 1)
    assert_charged(LongWayHome(), f"start 2027-10-30\nAnn L{FAR}", 1)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = LongWayHome(people=frozenset({PersonId("Bob")}))
    assert_kept(rule, f"Ann L{FAR}")


def test_the_breach_gives_the_way_and_the_hour() -> None:
    (breach,) = LongWayHome().audit(parse(f"Ann L{FAR}"))
    because = "60 min home from J1 late on Mon 4 Jan 2027, which ends at 01:00"
    assert (breach.subject, breach.because) == ("Ann", because)
