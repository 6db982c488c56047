"""Annex 5: which hours count, and what share they earn."""

from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain import Span
from rostering.domain.time import MINUTE, span_between
from rostering.pay import Annex5
from tests.pay.spans import SPANS, apart

MONDAY = date(2027, 1, 11)


def _hours(day, start, end, holidays=()):
    span = span_between(day, time(start), time(end))
    return Annex5().unsocial_minutes([span], holidays) / 60


@pytest.mark.parametrize(
    ("day", "start", "end", "wanted"),
    [
        (MONDAY, 15, 23, 4),
        (MONDAY, 7, 19, 0),
        (MONDAY, 6, 20, 2),
        (date(2027, 1, 15), 18, 2, 7),
        (date(2027, 1, 16), 7, 19, 12),
        (date(2027, 1, 17), 18, 8, 13),
        (date(2026, 10, 24), 18, 2, 9),
        (date(2027, 3, 27), 18, 2, 7),
    ],
)
def test_hours_outside_weekdays_from_seven_to_seven_count(day, start, end, wanted):
    assert _hours(day, start, end) == wanted


def test_all_of_a_holiday_counts():
    assert _hours(MONDAY, 8, 16, {MONDAY}) == 8


@pytest.mark.parametrize(
    ("hours", "share"),
    [
        (0, None),
        (5, None),
        (Fraction(301, 60), 9),
        (9, 9),
        (Fraction(541, 60), 13),
        (13, 13),
        (17, 17),
        (21, 21),
        (Fraction(1261, 60), 25),
        (40, 25),
    ],
)
def test_the_share_goes_by_the_average_week(hours, share):
    assert Annex5().percentage(int(hours * 60 * 13), 13) == share
    assert Annex5().percentage(int(hours * 60), 1) == share


@given(st.lists(SPANS, max_size=5), st.randoms())
def test_neither_order_nor_cutting_matters(spans, chance):
    duties = apart(spans)
    cut = [(s, s.start + chance.randint(0, s.minutes) * MINUTE) for s in duties]
    parts = [p for s, at in cut for p in (Span(s.start, at), Span(at, s.end))]
    chance.shuffle(parts)
    assert Annex5().unsocial_minutes(parts, ()) == Annex5().unsocial_minutes(duties, ())
