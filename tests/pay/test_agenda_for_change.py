"""Overtime, breaks and time back under Agenda for Change."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain.time import span_between
from rostering.pay import AgendaForChange, Earned, HourClass, TimeBack
from tests.pay.spans import SPANS, apart, hours

MONDAY = date(2027, 1, 11)
TERMS = AgendaForChange()
WEEK = TERMS.full_time(7)
OVERTIME, PLAIN, UNPAID = HourClass.OVERTIME, HourClass.PLAIN, HourClass.UNPAID


def _days(number, start=8, end=16):
    days = (MONDAY + n * timedelta(days=1) for n in range(number))
    return [span_between(day, time(start), time(end)) for day in days]


def test_full_time_is_37_and_a_half_hours():
    assert (WEEK, TERMS.full_time(0), TERMS.full_time(91)) == (2250, 0, 13 * 2250)


def test_five_days_with_their_breaks_are_a_week():
    found = TERMS.minutes(_days(5), (), WEEK)
    assert hours(found, PLAIN, OVERTIME, UNPAID) == (37.5, 0, 2.5)


def test_what_comes_after_a_week_is_overtime_and_has_no_enhancement():
    found = TERMS.minutes(_days(6), (), WEEK)
    assert hours(found, PLAIN, OVERTIME, UNPAID) == (37.5, 7.5, 3)
    assert not found[HourClass.NIGHT_OR_SATURDAY]


def test_a_duty_may_be_overtime_in_part():
    found = TERMS.minutes(_days(4, 8, 18), (), WEEK)
    assert hours(found, PLAIN, OVERTIME, UNPAID) == (37.5, 0.5, 2)


def test_a_part_timer_is_paid_plain_time_up_to_full_time():
    found = TERMS.minutes(_days(4), (), WEEK)
    assert hours(found, PLAIN, OVERTIME) == (30, 0)


def test_overtime_is_doubled_on_holidays_only():
    saturday, sunday = (MONDAY + n * timedelta(days=1) for n in (5, 6))
    found = TERMS.minutes(_days(7), {saturday}, WEEK)
    assert hours(found, HourClass.HOLIDAY_OVERTIME, OVERTIME) == (7.5, 7.5)
    across = [span_between(saturday, time(20), time(4))]
    night = TERMS.minutes(across, {sunday}, 0)
    assert hours(night, OVERTIME, HourClass.HOLIDAY_OVERTIME) == (3.5, 4)
    multiples = TERMS.multiples(6)
    assert (multiples[OVERTIME], multiples[HourClass.HOLIDAY_OVERTIME]) == (1.5, 2)


def test_six_hours_have_no_break_in_them():
    found = TERMS.minutes(_days(1, 8, 14), (), WEEK)
    assert hours(found, PLAIN, UNPAID) == (6, 0)


def test_a_holiday_worked_is_given_back():
    (due,) = TERMS.time_off(_days(3), {MONDAY})
    assert (due.day, due.minutes, due.source) == (MONDAY, 450, "AFC-PH")
    assert due.what == "7 h 30 min off at plain time"
    night = [span_between(MONDAY, time(18), time(2))]
    (due,) = TERMS.time_off(night, {MONDAY})
    assert due.minutes == 360


@given(st.lists(SPANS, max_size=6), st.integers(0, 40 * 60), st.randoms())
def test_the_kinds_add_up_in_whatever_order_the_duties_come(spans, standard, chance):
    duties = apart(spans)
    found = TERMS.minutes(duties, (), standard)
    assert found.total() == sum(span.minutes for span in duties)
    paid = found.total() - found[UNPAID]
    assert found[OVERTIME] == max(0, paid - standard)
    chance.shuffle(duties)
    assert TERMS.minutes(duties, (), standard) == found


@pytest.mark.parametrize(
    ("earned", "last"),
    [
        (date(2027, 1, 15), date(2027, 4, 15)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2026, 10, 1), date(2027, 1, 1)),
    ],
)
def test_time_back_keeps_three_months(earned, last):
    bank = TimeBack()
    assert bank.lapses(earned) == last
    assert bank.to_be_paid([Earned(earned, 90)], last) == 0
    assert bank.to_be_paid([Earned(earned, 90)], last + timedelta(days=1)) == 90


def test_the_oldest_is_taken_first_and_too_much_is_paid():
    old, new = Earned(date(2027, 1, 1), 120), Earned(date(2027, 2, 1), 2300)
    left = TimeBack().left([new, old], 90)
    assert left == (Earned(old.day, 30), new)
    assert TimeBack().to_be_paid(left, date(2027, 3, 1)) == 2330 - 2250
    assert TimeBack().left([old], 120) == ()
