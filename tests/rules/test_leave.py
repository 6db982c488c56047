"""LEAVE-01 at its edges."""

from dataclasses import replace
from datetime import timedelta

import pytest

from constraints.leave import LeaveBlocks
from rostering.domain import LeaveStatus, Mode, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = LeaveBlocks()


def test_a_shift_may_run_exactly_as_long_into_leave_as_is_allowed() -> None:
    # The late ends at 01:00, one hour into the first morning of leave.
    assert_kept(LeaveBlocks(spill=timedelta(hours=1)), "Ann L A")


def test_one_minute_more_into_leave_is_too_long() -> None:
    assert_broken(LeaveBlocks(spill=timedelta(minutes=59)), "Ann L A", times=1)


def test_only_a_shift_of_the_day_before_may_spill() -> None:
    assert_broken(LeaveBlocks(spill=timedelta(hours=48)), "Ann A+L A+N", times=2)


def test_leave_ends_with_its_last_day() -> None:
    assert_kept(RULE, "Ann A A M")


def test_leave_in_two_rows_blocks_as_if_it_were_in_one() -> None:
    assert_broken(RULE, "Ann - S A\nleave Ann annual x x -", times=1)


def test_leave_from_before_the_period_blocks_its_first_day() -> None:
    assert_broken(RULE, "Ann .A A+M -", times=1)
    assert_kept(RULE, "Ann .A M -")


def test_the_last_shift_may_not_run_into_leave_after_the_period() -> None:
    drawn = parse("Ann N\nleave Ann annual - x")
    assert drawn.problem.period.last == drawn.problem.shifts[-1].day
    assert_broken(RULE, drawn, times=1)


def test_whole_days_at_court_or_in_training_block_as_leave_does() -> None:
    for kind in ("court", "training", "study"):
        assert_broken(RULE, f"Ann S\nleave Ann {kind} x", times=1)
        assert_kept(RULE, f"Ann L -\nleave Ann {kind} - x")


def test_court_with_clock_times_blocks_what_overlaps_and_nothing_else() -> None:
    assert_kept(RULE, "Ann L\nleave Ann court@9-15 x")
    assert_kept(RULE, "Ann N -\nleave Ann court@7-9 - x")
    assert_broken(RULE, "Ann L\nleave Ann court@9-16 x")
    assert_broken(RULE, "Ann N -\nleave Ann court@6-9 - x")


def test_an_absence_with_clock_times_allows_no_spill() -> None:
    # From 00:00 to 12:00; the late ends at 01:00.
    assert_broken(RULE, "Ann L -\nleave Ann annual@0-12 - x")


def test_a_course_blocks_what_overlaps_and_nothing_else() -> None:
    # A drawn course is from 08:00 to 16:00.
    assert_kept(RULE, "Ann T+S")
    assert_kept(RULE, "Ann N T")
    assert_broken(RULE, "Ann T+L")


def test_someone_who_is_not_booked_on_the_course_may_work() -> None:
    assert_kept(RULE, "Ann T\nBob:regular L")


@pytest.mark.parametrize(
    "status", [LeaveStatus.REQUESTED, LeaveStatus.REFUSED, LeaveStatus.CANCELLED]
)
def test_leave_that_is_not_approved_blocks_nothing(status: LeaveStatus) -> None:
    drawn = parse("Ann A+L")
    leave = tuple(replace(x, status=status) for x in drawn.problem.leave)
    problem = replace(drawn.problem, leave=leave)
    assert_kept(RULE, Rota(problem, drawn.fills))


def test_three_hours_of_the_night_in_which_the_clocks_go_back_are_real_hours() -> None:
    # Specials' night of Saturday 30 October ends at 02:00 on the wall, which is three
    # real hours after midnight: 00:00 to 02:00, and 01:00 to 02:00 again.
    assert_kept(LeaveBlocks(spill=timedelta(hours=3)), "start 2027-10-30\nAnn S A")
    shorter = LeaveBlocks(spill=timedelta(hours=2, minutes=59))
    assert_broken(shorter, "start 2027-10-30\nAnn S A")


def test_two_hours_of_the_night_in_which_the_clocks_go_forward_are_one() -> None:
    # 02:00 on Sunday 28 March is one real hour after midnight.
    assert_kept(LeaveBlocks(spill=timedelta(hours=1)), "start 2027-03-27\nAnn S A")
    shorter = LeaveBlocks(spill=timedelta(minutes=59))
    assert_broken(shorter, "start 2027-03-27\nAnn S A")


def test_as_a_wish_each_place_taken_while_away_is_charged_once() -> None:
    assert_charged(LeaveBlocks(weight=3), "Ann A+L A+T+L\nleave Ann sick x x", 6)
    twice = "Ann A\ncrew driver:paramedic attendant:paramedic\nneed L"
    assert_agreement(LeaveBlocks(weight=3, mode=Mode.WISH), twice)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("annual", "on leave"),
        ("sick", "away"),
        ("maternity", "away"),
        ("compassionate", "away"),
        ("court", "at court"),
        ("training", "training"),
        ("study", "on a course"),
    ],
)
def test_a_private_reason_is_never_told(kind: str, said: str) -> None:
    drawn = parse(f"Ann L -\nleave Ann {kind} x x")
    (breach,) = RULE.audit(drawn)
    when = "Mon 4 Jan 2027 to Tue 5 Jan 2027"
    assert breach.because == f"{said} {when}, but on J1 late on Mon 4 Jan 2027"
    (shift,) = drawn.problem.shifts
    bar = RULE.bar(drawn.problem, drawn.problem.people[0], shift, shift.crew.posts[0])
    assert bar is not None
    assert bar.because == f"{said} {when}"


def test_clock_times_and_courses_are_told() -> None:
    (at_court,) = RULE.audit(parse("Ann L\nleave Ann court@9-16 x"))
    assert at_court.because.startswith("at court Mon 4 Jan 2027 09:00 to 16:00, but")
    (on_course,) = RULE.audit(parse("Ann T+L"))
    assert on_course.because.startswith(
        "on course T0401 Mon 4 Jan 2027 08:00 to 16:00, but"
    )


def test_hours_away_that_cross_midnight_are_told_with_both_dates() -> None:
    (breach,) = RULE.audit(parse("Ann L\nleave Ann sick@22-2 x"))
    assert breach.because.startswith(
        "away Mon 4 Jan 2027 22:00 to Tue 5 Jan 2027 02:00"
    )


def test_nobody_is_never_away() -> None:
    assert_kept(RULE, "need L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(LeaveBlocks(people=frozenset()), "Ann A+L")
