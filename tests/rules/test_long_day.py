"""VOL-03 at its edges."""

from datetime import timedelta

from constraints.long_day import LongDay
from rostering.domain import Mode, PersonId
from rostering.drawing import parse
from rostering.eligibility import eligibility
from tests.verify import assert_broken, assert_charged, assert_kept


def test_exactly_the_longest_day_is_allowed() -> None:
    # From 10:00 to 02:00: 16 h.
    assert_kept(LongDay(), "Sam:special S\nterms Sam job=10-18")
    assert_kept(LongDay(mode=Mode.HARD), "Sam:special S\nterms Sam job=10-18")


def test_one_minute_beyond_is_an_hour_begun() -> None:
    rule = LongDay(most=timedelta(hours=15, minutes=59))
    assert_charged(rule, "Sam:special S\nterms Sam job=10-18", 1)
    assert_broken(rule, "Sam:special S\nterms Sam job=10-18", times=1)


def test_friday_is_the_last_day_of_the_main_job() -> None:
    # The drawing starts on Monday: only Friday's night is charged.
    assert_charged(LongDay(), "Sam:special - - - - S S S\nterms Sam job=9-17", 1)


def test_monday_is_the_first_day_of_the_main_job() -> None:
    assert_charged(LongDay(), "Sam:special S\nterms Sam job=9-17", 1)


def test_each_shift_is_charged_for_its_own_hours() -> None:
    # Monday's night ends 17 h after the job began, Tuesday's night 22 h: 1 and 6.
    assert_charged(LongDay(), "Sam:special S N\nterms Sam job=9-17", 7)


def test_a_shift_that_ends_before_the_main_job_begins_is_no_long_day() -> None:
    assert_kept(LongDay(), "Sam:special M\nterms Sam job=16-22")


def test_a_shift_beside_the_main_job_is_measured_from_the_jobs_start() -> None:
    # 07:00 to 17:00 with a job from 09:00: 8 h.
    assert_kept(LongDay(most=timedelta(hours=8)), "Sam:special E\nterms Sam job=9-17")


def test_where_the_main_job_is_unknown_nothing_is_said() -> None:
    assert_kept(LongDay(), "Sam:special S N")


def test_as_a_hard_rule_it_bars_and_says_why() -> None:
    rota = parse("Sam:special S\nterms Sam job=9-17")
    (reasons,) = eligibility(rota.problem, [LongDay(mode=Mode.HARD)]).reasons.values()
    assert [reason.because for reason in reasons] == [
        "17 h from the start of the main job; at most 16 h"
    ]


def test_as_a_wish_it_bars_nobody() -> None:
    rota = parse("Sam:special S\nterms Sam job=9-17")
    assert eligibility(rota.problem, [LongDay()]).reasons == {}


def test_a_shift_is_charged_once_in_whatever_post() -> None:
    drawing = "Sam:special S\ncrew a:special b:special\nterms Sam job=9-17"
    assert_charged(LongDay(), drawing, 1)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = LongDay(people=frozenset({PersonId("Tom")}))
    assert_kept(rule, "Sam:special S\nterms Sam job=9-17")
