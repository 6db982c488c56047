"""Police pay: every notice class, quarters, force days and full hours at night."""

from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from rostering.domain.time import span_between
from rostering.pay import HourClass, OwedKind, Police
from rostering.pay.police import hourly_rate, recalled_from_leave
from tests.pay.spans import SPANS

TERMS = Police()
DAY = date(2027, 1, 13)
REST, MOVED = HourClass.REST_DAY, HourClass.REST_DAY_MOVED


def _span(start, end, day=DAY, minute=0):
    return span_between(day, time(start, minute), time(end, minute))


def _told(clear_days):
    return DAY - timedelta(days=clear_days + 1)


@pytest.mark.parametrize(
    ("start", "end", "minute", "wanted"),
    [(18, 2, 0, 6), (15, 1, 0, 5), (16, 1, 30, 5), (8, 16, 0, 0), (12, 20, 59, 0)],
)
def test_only_full_hours_at_night_earn_the_allowance(start, end, minute, wanted):
    assert TERMS.unsocial_hours(_span(start, end, minute=minute)) == wanted


def test_clock_changes_are_hours_worked():
    assert TERMS.unsocial_hours(_span(18, 2, date(2026, 10, 24))) == 7
    assert TERMS.unsocial_hours(_span(18, 2, date(2027, 3, 27))) == 5


@pytest.mark.parametrize(("minutes", "paid"), [(0, 0), (14, 0), (15, 15), (59, 45)])
def test_overtime_is_paid_in_completed_quarters(minutes, paid):
    assert TERMS.paid_overtime(minutes) == paid
    tour = TERMS.tour(_span(15, 23), 480 - minutes)
    assert tour[HourClass.OVERTIME] == paid
    assert tour[HourClass.UNPAID] == minutes - paid
    assert tour.total() == 480


def test_a_tour_shorter_than_the_roster_has_no_overtime():
    assert TERMS.tour(_span(15, 23), 600) == {HourClass.PLAIN: 480}
    assert TERMS.tour(_span(15, 23), None) == {HourClass.PLAIN: 480}


@pytest.mark.parametrize(
    ("minutes", "earlier", "paid"),
    [(30, 0, 0), (44, 3, 0), (45, 3, 15), (45, 4, 45), (10, 0, 0)],
)
def test_half_an_hour_is_lost_four_times_a_week(minutes, earlier, paid):
    assert TERMS.unplanned_overtime(minutes, earlier) == paid


@pytest.mark.parametrize(("clear_days", "kind"), [(14, REST), (15, MOVED), (0, REST)])
def test_a_rest_day_is_paid_below_fifteen_clear_days_and_moved_from_there(
    clear_days, kind
):
    found, due = TERMS.worked_rest_day(_span(15, 23), _told(clear_days))
    assert found == {kind: 480}
    assert [each.kind for each in due] == [OwedKind.ANOTHER_DAY] * (kind is MOVED)


def test_without_a_day_of_telling_it_was_in_good_time():
    assert TERMS.worked_rest_day(_span(15, 23), None)[0] == {MOVED: 480}
    assert TERMS.worked_holiday(_span(15, 23), None)[1] == ()


@pytest.mark.parametrize(("end", "short"), [(17, 120), (19, 0), (20, 0)])
def test_a_rest_day_is_paid_as_four_hours_at_least(end, short):
    found, due = TERMS.worked_rest_day(_span(15, end), _told(3))
    assert found[REST] == (end - 15) * 60
    assert sum(each.minutes for each in due) == short
    assert all(each.multiple == Fraction(3, 2) for each in due)


@pytest.mark.parametrize(
    ("end", "minute", "paid", "short"),
    [(7, 0, 0, 0), (7, 50, 45, 0), (8, 0, 60, 0), (8, 1, 61, 179), (12, 0, 300, 0)],
)
def test_running_on_into_a_rest_day(end, minute, paid, short):
    span = span_between(DAY, time(22), time(end, minute))
    rest_days = {DAY + timedelta(days=1)}
    found, due = TERMS.into_rest_day(span, rest_days)
    assert found[REST] == paid
    assert sum(each.minutes for each in due) == short
    assert not TERMS.into_rest_day(span, set())[0]


def test_a_late_turn_until_two_does_not_enter_the_rest_day():
    assert not TERMS.into_rest_day(_span(16, 2), {DAY + timedelta(days=1)})[0]


@pytest.mark.parametrize(
    ("clear_days", "kinds"),
    [
        (7, [OwedKind.ANOTHER_DAY, OwedKind.AUTHORITY]),
        (8, [OwedKind.AUTHORITY]),
        (14, [OwedKind.AUTHORITY]),
        (15, []),
    ],
)
def test_a_public_holiday_is_double_and_dearer_at_short_notice(clear_days, kinds):
    found, due = TERMS.worked_holiday(_span(15, 23), _told(clear_days))
    assert found == {HourClass.PUBLIC_HOLIDAY: 480}
    assert [each.kind for each in due] == kinds


@pytest.mark.parametrize(
    ("clock", "days_before"),
    [(time(), 1), (time(6, 59), 1), (time(7), 0), (time(23), 0)],
)
def test_the_force_s_day_begins_at_seven(clock, days_before):
    start = span_between(DAY, clock, time(23, 30)).start
    assert TERMS.force_day(start) == DAY - timedelta(days=days_before)
    early = Police(force_day_starts=time(6))
    assert early.force_day(_span(6, 14).start) == DAY


def test_an_hour_is_six_days_of_12520():
    assert hourly_rate(Fraction(12520)) == 6


@pytest.mark.parametrize(("days", "back"), [(0, 0), (1, 2), (2, 4), (3, 5.5), (5, 8.5)])
def test_leave_recalled_is_given_back_with_more(days, back):
    assert recalled_from_leave(days) == back


@given(SPANS)
def test_every_minute_is_in_one_kind(span):
    for minutes in (
        TERMS.tour(span, 480),
        TERMS.worked_rest_day(span, DAY)[0],
        TERMS.worked_holiday(span, DAY)[0],
    ):
        assert minutes.total() == span.minutes
