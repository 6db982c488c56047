"""LEAVE-02 at its edges."""

from dataclasses import replace
from datetime import time

from constraints.eve_of_early_start import EveOfEarlyStart
from rostering.domain import Fill, Mode, Rota
from rostering.domain.time import span_between
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = EveOfEarlyStart()


def test_work_may_end_exactly_when_it_must() -> None:
    # The early ends at 17:00.
    assert_kept(EveOfEarlyStart(latest=time(17)), "Ann E T")


def test_one_minute_later_is_too_late() -> None:
    assert_broken(EveOfEarlyStart(latest=time(16, 59)), "Ann E T", times=1)


def test_a_shift_must_be_over_eleven_hours_before_a_course() -> None:
    # The course begins at 08:00.
    assert_kept(RULE, day_ending(time(21)))
    assert_broken(RULE, day_ending(time(21, 1)), times=1)


def day_ending(end: time) -> Rota:
    problem = parse("Ann D T").problem
    (shift,) = problem.shifts
    longer = replace(shift, span=span_between(shift.day, time(8), end))
    fills = frozenset({Fill(problem.people[0].id, longer, "paramedic")})
    return Rota(replace(problem, shifts=(longer,)), fills)


def test_a_time_before_noon_is_on_the_morning_itself() -> None:
    # The late ends at 01:00.
    assert_kept(EveOfEarlyStart(latest=time(1)), "Ann L T")
    assert_broken(EveOfEarlyStart(latest=time(0, 59)), "Ann L T")


def test_noon_is_noon_of_the_eve() -> None:
    # The early ends at 17:00 on the eve.
    assert_broken(EveOfEarlyStart(latest=time(12)), "Ann E T")


def test_a_start_at_exactly_the_hour_is_not_early() -> None:
    assert_kept(RULE, "Ann L -\nleave Ann court@10-12 - x")
    later = EveOfEarlyStart(early=time(10, 1))
    assert_broken(later, "Ann L -\nleave Ann court@10-12 - x")


def test_each_whole_day_of_several_has_its_eve() -> None:
    drawn = "Ann L L L -\nleave Ann training - x x x"
    assert_broken(RULE, drawn, times=3)


def test_only_the_eve_counts() -> None:
    assert_kept(RULE, "Ann L - T")
    assert_kept(RULE, "Ann T+S -")


def test_the_last_day_is_the_eve_of_what_comes_after_the_period() -> None:
    assert_broken(RULE, "Ann L\nleave Ann court@9-12 - x", times=1)


def test_the_record_of_the_evening_before_the_period_is_no_breach() -> None:
    assert_kept(RULE, "Ann .L T")


def test_leave_and_sickness_are_no_early_start() -> None:
    assert_kept(RULE, "Ann L A")
    assert_kept(RULE, "Ann L -\nleave Ann sick@8-12 - x")


def test_two_early_starts_on_one_morning_are_one_breach() -> None:
    drawn = "Ann L T\nleave Ann court@9-12 - x"
    assert_broken(RULE, drawn, times=1)
    assert_charged(EveOfEarlyStart(weight=3), drawn, 3)


def test_each_place_taken_on_the_eve_is_charged_once() -> None:
    wish = EveOfEarlyStart(weight=3, mode=Mode.WISH)
    assert_agreement(
        wish, "Ann - T\ncrew driver:paramedic attendant:paramedic\nneed L1+N2 -"
    )


def test_the_hour_that_comes_twice_ends_with_its_second_time() -> None:
    # Saturday's late ends when 01:00 shows for the second time on 31 October.
    rule = EveOfEarlyStart(latest=time(1))
    assert_kept(rule, "start 2027-10-30\nAnn L T")
    assert_broken(EveOfEarlyStart(latest=time(0, 59)), "start 2027-10-30\nAnn L T")


def test_the_hour_that_the_clocks_skip_is_moved_for_both() -> None:
    # Saturday's late ends at 01:00 on 28 March, which shows as 02:00.
    rule = EveOfEarlyStart(latest=time(1))
    assert_kept(rule, "start 2027-03-27\nAnn L T")
    assert_broken(EveOfEarlyStart(latest=time(0, 59)), "start 2027-03-27\nAnn L T")


def test_it_says_what_starts_early() -> None:
    (breach,) = RULE.audit(parse("Ann L -\nleave Ann court@9-16 - x"))
    assert breach.because == (
        "at court from 09:00 on Tue 5 Jan 2027, but on J1 late on Mon 4 Jan 2027"
    )


def test_nobody_has_no_early_start() -> None:
    assert_kept(RULE, "need L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(EveOfEarlyStart(people=frozenset()), "Ann L T")


def test_of_a_crew_only_whoever_starts_early_is_meant() -> None:
    (breach,) = RULE.audit(parse("Ann L T\nBob:regular L -\nCal:special L -"))
    assert breach.subject == "Ann"
