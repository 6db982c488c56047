"""AVAIL-01 at its edges."""

from dataclasses import replace
from datetime import timedelta

from constraints.offered_time import OfferedTime
from rostering.domain import Mode, Offer, Rota, Span
from rostering.domain.time import HOUR, MINUTE
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = OfferedTime()


def _offering(drawing: str, *hours: tuple[timedelta, timedelta]) -> Rota:
    """The drawn rota with offers that begin and end so long after the first shift."""
    drawn = parse(drawing)
    start, person = drawn.problem.shifts[0].span.start, drawn.problem.people[0].id
    offers = tuple(Offer(person, Span(start + a, start + b)) for a, b in hours)
    return Rota(replace(drawn.problem, offers=offers), drawn.fills)


def test_an_offer_of_exactly_the_shift_is_enough() -> None:
    # Specials' night is from 18:00 to 02:00, eight hours.
    assert_kept(RULE, _offering("Sam:special S", (0 * HOUR, 8 * HOUR)))


def test_an_offer_that_begins_a_minute_late_is_not_enough() -> None:
    assert_broken(RULE, _offering("Sam:special S", (MINUTE, 8 * HOUR)), times=1)


def test_an_offer_that_ends_a_minute_early_is_not_enough() -> None:
    drawn = _offering("Sam:special S", (0 * HOUR, 8 * HOUR - MINUTE))
    assert_broken(RULE, drawn, times=1)


def test_offers_that_touch_count_as_one() -> None:
    offers = ((4 * HOUR, 9 * HOUR), (-HOUR, 2 * HOUR), (2 * HOUR, 4 * HOUR))
    assert_kept(RULE, _offering("Sam:special S", *offers))


def test_offers_that_overlap_count_as_one() -> None:
    offers = ((0 * HOUR, 6 * HOUR), (HOUR, 2 * HOUR), (3 * HOUR, 8 * HOUR))
    assert_kept(RULE, _offering("Sam:special S", *offers))


def test_a_minute_between_two_offers_is_not_offered() -> None:
    offers = ((0 * HOUR, 4 * HOUR), (4 * HOUR + MINUTE, 8 * HOUR))
    drawn = _offering("Sam:special S", *offers)
    assert_broken(RULE, drawn, times=1)
    (breach,) = RULE.audit(drawn)
    assert breach.because == "1 min of J1 specials on Mon 4 Jan 2027 not offered"


def test_an_offer_may_reach_over_midnight_into_the_next_date() -> None:
    # The offer of the day after begins at midnight, six hours into the shift.
    offers = ((0 * HOUR, 6 * HOUR), (6 * HOUR, 30 * HOUR))
    assert_kept(RULE, _offering("Sam:special S", *offers))


def test_offered_time_is_real_time_when_the_clocks_change() -> None:
    # Saturday's night for Specials has 7 real hours in March and 9 in October.
    march, october = "start 2027-03-27\n", "start 2027-10-30\n"
    assert_kept(RULE, _offering(march + "Sam:special S", (0 * HOUR, 7 * HOUR)))
    assert_broken(RULE, _offering(october + "Sam:special S", (0 * HOUR, 8 * HOUR)))
    assert_kept(RULE, _offering(october + "Sam:special S", (0 * HOUR, 9 * HOUR)))


def test_the_first_and_the_last_day_are_looked_at() -> None:
    assert_broken(RULE, "Sam:special S S S\noffer Sam - S -", times=2)


def test_work_on_record_before_the_period_needs_no_offer() -> None:
    assert_kept(RULE, "Sam:special .S -")


def test_people_with_contracted_hours_or_a_team_offer_no_time() -> None:
    assert_kept(RULE, "Ann L\nBob@A L\nSam:special -\nteam A L")
    assert_kept(RULE, "Sam:special S\nterms Sam hours=20")


def test_bank_staff_without_contracted_hours_offer_time() -> None:
    drawn = parse("Ann L")
    (ann,) = drawn.problem.people
    bank = replace(drawn.problem, people=(replace(ann, weekly_minutes=None),))
    assert_broken(RULE, Rota(bank, drawn.fills))


def test_each_place_taken_outside_offered_time_is_charged_once() -> None:
    assert_charged(OfferedTime(weight=3), "Sam:special S S\noffer Sam L L", 6)
    wish = OfferedTime(weight=3, mode=Mode.WISH)
    drawn = "Sam:special -\ncrew a:special b:special\nneed S"
    assert_agreement(wish, drawn)


def test_the_reason_is_what_was_offered_instead() -> None:
    drawn = parse("Sam:special S S\noffer Sam L -")
    problem, (sam,) = drawn.problem, drawn.problem.people
    first, second = problem.shifts
    (post,) = first.crew.posts
    some, none = (RULE.bar(problem, sam, shift, post) for shift in (first, second))
    assert some is not None
    assert some.because == "offers only 15:00 to 01:00 on Mon 4 Jan 2027"
    assert none is not None
    assert none.because == "offers no time on Tue 5 Jan 2027"


def test_nobody_offers_nothing() -> None:
    assert_kept(RULE, "need S")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(OfferedTime(people=frozenset()), "Sam:special S")
