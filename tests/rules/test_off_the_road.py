"""ROAD-01 at its edges."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from constraints.off_the_road import OffTheRoad
from rostering.domain import DateRange, Mode, OffRoad, PersonId, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = OffTheRoad()
ROAD = "\nroad J1 - x"


def _with(drawing: str, *off_road: OffRoad) -> Rota:
    drawn = parse(drawing)
    return Rota(replace(drawn.problem, off_road=off_road), drawn.fills)


def test_a_shift_may_run_exactly_as_long_into_the_day_as_is_allowed() -> None:
    # The late ends at 01:00, the Specials' night at 02:00.
    assert_kept(OffTheRoad(spill=timedelta(hours=1)), f"Ann L{ROAD}")
    assert_kept(OffTheRoad(spill=timedelta(hours=2)), f"Ann S{ROAD}")


def test_one_minute_more_is_too_long() -> None:
    assert_broken(OffTheRoad(spill=timedelta(minutes=59)), f"Ann L{ROAD}", times=1)


def test_only_a_shift_of_the_day_before_may_spill() -> None:
    rule = OffTheRoad(spill=timedelta(hours=24))
    assert_broken(rule, "Ann L N\nroad J1 x x", times=2)


def test_the_first_and_the_last_day_off_the_road_count() -> None:
    off = OffRoad("J1", DateRange(date(2027, 1, 5), date(2027, 1, 6)))
    assert_kept(RULE, _with("Ann L - - L", off))
    assert_broken(RULE, _with("Ann - L L -", off), times=2)


def test_days_without_an_end_or_a_beginning_go_on() -> None:
    until, since = DateRange(None, date(2027, 1, 4)), DateRange(date(2027, 1, 6), None)
    assert_broken(RULE, _with("Ann L L", OffRoad("J1", until)), times=1)
    assert_broken(RULE, _with("Ann L N L L", OffRoad("J1", since)), times=3)


def test_the_last_shift_may_not_run_long_into_a_day_after_the_period() -> None:
    assert_broken(RULE, f"Ann N{ROAD}", times=1)


def test_the_record_from_before_the_period_is_no_breach() -> None:
    assert_kept(RULE, "Ann .N -\nroad J1 x")


def test_three_hours_of_the_night_in_which_the_clocks_go_back_are_real_hours() -> None:
    # Specials' night of Saturday 30 October ends three real hours after midnight.
    assert_kept(RULE, f"start 2027-10-30\nAnn S{ROAD}")
    shorter = OffTheRoad(spill=timedelta(hours=2, minutes=59))
    assert_broken(shorter, f"start 2027-10-30\nAnn S{ROAD}")


def test_two_hours_of_the_night_in_which_the_clocks_go_forward_are_one() -> None:
    assert_kept(OffTheRoad(spill=timedelta(hours=1)), f"start 2027-03-27\nAnn S{ROAD}")


def test_another_car_is_not_stopped() -> None:
    assert_kept(RULE, "Ann L2\nBob:regular L2\nroad J1 x")


def test_a_crew_is_one_breach_and_a_charge_for_each_of_its_people() -> None:
    drawn = "Ann L\nBob:regular L\nroad J1 x"
    assert_broken(RULE, drawn, times=1)
    assert_charged(OffTheRoad(weight=3), drawn, 6)
    assert_agreement(OffTheRoad(weight=3, mode=Mode.WISH), drawn)


@pytest.mark.parametrize(
    ("days", "when"),
    [
        (DateRange(date(2027, 1, 4), date(2027, 1, 4)), " on Mon 4 Jan 2027"),
        (
            DateRange(date(2027, 1, 3), date(2027, 1, 4)),
            " from Sun 3 Jan 2027 to Mon 4 Jan 2027",
        ),
        (DateRange(date(2027, 1, 4)), " from Mon 4 Jan 2027"),
        (DateRange(None, date(2027, 1, 4)), " to Mon 4 Jan 2027"),
        (DateRange(), ""),
    ],
)
def test_it_says_when_and_why(days: DateRange, when: str) -> None:
    drawn = _with("Ann L", OffRoad("J1", days, "service"))
    (breach,) = RULE.audit(drawn)
    said = f"J1 is off the road{when} (service)"
    assert breach.because == f"{said}, but 1 person on J1 late on Mon 4 Jan 2027"
    (ann,), (shift,) = drawn.problem.people, drawn.problem.shifts
    bar = RULE.bar(drawn.problem, ann, shift, shift.crew.posts[0])
    assert bar is not None
    assert bar.because == said


def test_nobody_crews_it() -> None:
    assert_kept(RULE, "road J1 x\nneed L")


def test_a_car_that_it_does_not_bind_is_left_alone() -> None:
    other = OffTheRoad(units=frozenset({"J2"}))
    assert_kept(other, "Ann L1\nroad J1 x")
    assert_broken(other, "Ann L2\nroad J2 x")
    wish = OffTheRoad(units=frozenset({"J2"}), mode=Mode.WISH)
    assert_agreement(wish, "Ann L1+L2\nroad J1 x\nroad J2 x")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    drawn = "Ann L1\nBob:regular L1\nroad J1 x"
    only_bob = OffTheRoad(people=frozenset({PersonId("Bob")}), weight=3)
    assert_charged(only_bob, drawn, 3)
