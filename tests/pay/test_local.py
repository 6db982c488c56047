"""Terms that are decided locally: what each of them changes."""

from datetime import date, time, timedelta

import pytest

from rostering.domain.time import span_between
from rostering.pay import USUAL, HourClass
from rostering.pay.local import LOCAL_TERMS, with_local

WEDNESDAY, CHANGE = date(2027, 1, 13), date(2026, 10, 24)


def _minutes(figures, day, start, end):
    span = span_between(day, time(start), time(end))
    return figures.agenda_for_change.minutes([span], (), 10000)


def test_each_set_as_it_usually_is_changes_nothing():
    usual = {name: term.usual for name, term in LOCAL_TERMS.items()}
    assert with_local(usual) == with_local({}) == USUAL
    assert all(term.source for term in LOCAL_TERMS.values())


def test_half_a_shift_at_night_may_be_all_of_it():
    night = HourClass.NIGHT_OR_SATURDAY
    assert _minutes(USUAL, WEDNESDAY, 15, 1)[night] == 270
    assert _minutes(with_local({"half": "Yes"}), WEDNESDAY, 15, 1)[night] == 570


def test_the_break_may_come_from_the_lower_rate_and_be_longer():
    figures = with_local({"break": "lower", "meal-break": "45"})
    found = _minutes(figures, WEDNESDAY, 15, 1)
    assert found[HourClass.PLAIN] == 300 - 45
    assert found[HourClass.UNPAID] == 45


def test_nights_of_clock_changes_may_be_paid_by_the_clock():
    figures = with_local({"clock-change": "nominal"})
    assert _minutes(figures, CHANGE, 18, 2).total() == 480
    assert _minutes(USUAL, CHANGE, 18, 2).total() == 540
    annex_5 = figures.agenda_for_change.annex_5
    span = span_between(CHANGE, time(18), time(2))
    assert annex_5.unsocial_minutes([span], ()) == 480


def test_the_force_s_day_may_begin_earlier():
    start = span_between(WEDNESDAY, time(6, 30), time(14)).start
    early = with_local({"force-day": "06:00"}).police
    assert early.force_day(start) == WEDNESDAY
    assert USUAL.police.force_day(start) == WEDNESDAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("half", "maybe"),
        ("break", ""),
        ("meal-break", "half an hour"),
        ("meal-break", "-1"),
        ("meal-break", "121"),
        ("clock-change", "both"),
        ("force-day", "7"),
    ],
)
def test_what_is_no_value_is_refused(name, value):
    with pytest.raises(ValueError):  # noqa: PT011  # Each says it in its own way.
        with_local({name: value})


def test_a_term_that_there_is_not_is_refused():
    with pytest.raises(KeyError):
        with_local({"rate": "2"})
