"""Section 2 by the catalogue's table, and what holds of every shift."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain import Span
from rostering.domain.time import DAY, MINUTE, ZONE, instant, span_between
from rostering.pay import BreakFrom, Counting, HourClass, Section2
from rostering.pay.clock import SATURDAY, SUNDAY
from tests.pay.spans import SPANS, hours

LOW, HIGH, PLAIN = (
    HourClass.NIGHT_OR_SATURDAY,
    HourClass.SUNDAY_OR_HOLIDAY,
    HourClass.PLAIN,
)
WEDNESDAY = date(2027, 1, 13)
VECTORS = [
    (WEDNESDAY, 18, 2, (8, 0, 0)),
    (WEDNESDAY, 15, 1, (5, 0, 5)),
    (WEDNESDAY, 14, 0, (4, 0, 6)),
    (WEDNESDAY, 16, 2, (10, 0, 0)),
    (date(2027, 1, 15), 18, 2, (8, 0, 0)),
    (date(2027, 1, 16), 18, 2, (6, 2, 0)),
    (date(2027, 1, 17), 15, 1, (1, 9, 0)),
    (date(2027, 1, 17), 18, 2, (2, 6, 0)),
    (date(2026, 10, 24), 18, 2, (6, 3, 0)),
    (date(2027, 3, 27), 18, 2, (6, 1, 0)),
]
"""Table 4a: hours at 30 %, at 60 % and plain."""


@pytest.mark.parametrize(("day", "start", "end", "wanted"), VECTORS)
def test_the_table_of_the_catalogue(day, start, end, wanted):
    found = Section2().minutes(span_between(day, time(start), time(end)), ())
    assert hours(found, LOW, HIGH, PLAIN) == wanted


def _minutes(day, start, end, holidays=(), unpaid=0, **settings):
    span = span_between(day, time(start), time(end))
    return Section2(**settings).minutes(span, holidays, unpaid)


def test_half_may_count_as_all():
    found = _minutes(WEDNESDAY, 15, 1, half_counts_as_all=True)
    assert hours(found, LOW, HIGH, PLAIN) == (10, 0, 0)
    less = _minutes(WEDNESDAY, 14, 0, half_counts_as_all=True)
    assert hours(less, LOW, HIGH, PLAIN) == (4, 0, 6)


def test_a_holiday_ends_at_midnight_even_where_the_shift_is_mostly_at_night():
    eve, holiday = WEDNESDAY - DAY, WEDNESDAY
    into = _minutes(eve, 16, 2, {holiday})
    assert hours(into, LOW, HIGH, PLAIN) == (8, 2, 0)
    out_of = _minutes(holiday, 22, 8, {holiday})
    assert hours(out_of, LOW, HIGH, PLAIN) == (6, 2, 2)


def test_a_sunday_that_is_a_holiday_counts_once():
    sunday = date(2027, 1, 17)
    found = _minutes(sunday, 8, 16, {sunday})
    assert hours(found, LOW, HIGH, PLAIN) == (0, 8, 0)


def test_night_ends_and_begins_at_the_very_minute():
    assert hours(_minutes(WEDNESDAY, 6, 20), LOW, HIGH, PLAIN) == (0, 0, 14)


@pytest.mark.parametrize(
    ("taken_from", "wanted"),
    [(BreakFrom.HIGHER, (6, 1.5, 0)), (BreakFrom.LOWER, (5.5, 2, 0))],
)
def test_the_break_comes_out_of_one_end_of_the_rates(taken_from, wanted):
    found = _minutes(date(2027, 1, 16), 18, 2, unpaid=30, break_from=taken_from)
    assert hours(found, LOW, HIGH, PLAIN) == wanted
    assert found[HourClass.UNPAID] == 30


def test_a_long_break_goes_on_to_the_next_rate():
    found = _minutes(date(2027, 1, 16), 18, 2, unpaid=150)
    assert hours(found, LOW, HIGH, PLAIN) == (5.5, 0, 0)


@pytest.mark.parametrize("day", [date(2026, 10, 24), date(2027, 3, 27)])
def test_a_night_of_another_length_may_be_paid_as_the_clock_shows(day):
    found = _minutes(day, 18, 2, counting=Counting.NOMINAL)
    assert hours(found, LOW, HIGH, PLAIN) == (6, 2, 0)


@pytest.mark.parametrize(
    ("band", "low", "high"),
    [(None, 30, 60), (1, 41, 83), (2, 41, 83), (3, 35, 69), (4, 30, 60), (8, 30, 60)],
)
def test_rates_go_by_band(band, low, high):
    multiples = Section2().multiples(band)
    assert [multiples[kind] * 100 for kind in (PLAIN, LOW, HIGH)] == [
        100,
        100 + low,
        100 + high,
    ]


@given(SPANS, st.booleans(), st.integers(0, 60))
def test_the_kinds_add_up_to_the_time_worked(span, is_holiday, unpaid):
    holidays = {span.local_start.date()} if is_holiday else ()
    found = Section2().minutes(span, holidays, min(unpaid, span.minutes))
    assert found.total() == span.minutes
    assert found[HourClass.UNPAID] == min(unpaid, span.minutes)
    assert all(minutes > 0 for minutes in found.values())


@given(SPANS, st.integers(0, 14 * 60))
def test_a_saturday_may_be_cut_into_duties_at_any_minute(span, cut):
    """Only the rule of most of a weekday's shift looks at a shift as a whole."""
    begin = instant(date(2027, 3, 27), span.local_start.time())
    whole = Span(begin, begin + span.length)
    middle = begin + min(cut, whole.minutes) * MINUTE
    parts = [Span(begin, middle), Span(middle, whole.end)]
    if middle.astimezone(ZONE).weekday() in (SATURDAY, SUNDAY):
        found = [Section2().minutes(part, ()) for part in parts]
        assert found[0] + found[1] == Section2().minutes(whole, ())


def test_nothing_worked_is_nothing():
    empty = span_between(date(2027, 3, 28), time(1), time(2))
    assert empty.minutes == 0
    assert not Section2().minutes(empty, ())
