"""Pay by stretches of time and pay minute by minute are one."""

from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain import Person, PersonId, Span
from rostering.domain.pay_terms import PayScheme, PayTerms
from rostering.domain.time import MINUTE, instant, span_between
from rostering.pay import HourClass, Worked, pay_of
from tests.pay.by_the_minute import (
    on_annex_5,
    on_section_2,
    on_top,
    police_nights,
)
from tests.pay.spans import SPANS, apart

ANN = Person(PersonId("Ann"), "Ann", "paramedic", weekly_minutes=2250)
DUTIES = st.lists(SPANS, max_size=6).map(apart)
HOLIDAYS = st.frozensets(
    st.sampled_from(
        [date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2027, 3, 28)]
    )
)
DAYS = st.integers(0, 14)


def _pay(scheme, spans, holidays, days, **facts):
    person = replace(ANN, pay=PayTerms(scheme, 6))
    return pay_of(person, [Worked(s, **facts) for s in spans], holidays, days)


@given(DUTIES, HOLIDAYS, DAYS)
def test_section_2(spans, holidays, days):
    pay = _pay(PayScheme.SECTION_2, spans, holidays, days)
    wanted = on_section_2(spans, holidays, round(Fraction(2250 * days, 7)))
    assert pay.minutes == wanted
    assert pay.extra_hours == on_top(wanted)


@given(DUTIES, HOLIDAYS, st.integers(1, 14))
def test_annex_5(spans, holidays, days):
    """Its share is of the contract; overtime alone is paid as on section 2."""
    pay = _pay(PayScheme.ANNEX_5, spans, holidays, days)
    wanted = on_section_2(spans, holidays, round(Fraction(2250 * days, 7)))
    overtime = HourClass.OVERTIME, HourClass.HOLIDAY_OVERTIME
    above = on_top({kind: wanted[kind] for kind in overtime})
    week = Fraction(on_annex_5(spans, holidays), 60) * 7 / days
    share = sum(4 for least in (9, 13, 17, 21) if week > least) + 9 * (week > 5)
    assert pay.extra_hours == above + Fraction(2250 * days * share, 60 * 7 * 100)
    assert sum(pay.minutes.values()) == wanted.total()


@given(DUTIES, HOLIDAYS)
def test_police(spans, holidays):
    """A holiday is that of the force's day, from 07:00 to 07:00."""
    pay = _pay(PayScheme.POLICE, spans, holidays, 28)
    morning = timedelta(hours=7)
    doubled = [s for s in spans if (s.local_start - morning).date() in holidays]
    twice = sum(span.minutes for span in doubled)
    assert pay.minutes.get(HourClass.PUBLIC_HOLIDAY, 0) == twice
    nights = sum(map(police_nights, spans))
    above = on_top({HourClass.PUBLIC_HOLIDAY: twice})
    assert pay.extra_hours == above + Fraction(nights, 10)


@given(DUTIES, HOLIDAYS)
def test_volunteers_are_paid_nothing_on_whatever_day(spans, holidays):
    pay = _pay(PayScheme.UNPAID, spans, holidays, 28)
    assert sum(pay.minutes.values()) == sum(span.minutes for span in spans)
    assert (pay.basic_hours, pay.extra_hours) == (0, 0)


NIGHTS = [
    (date(2026, 10, 24), 540),
    (date(2027, 3, 27), 420),
    (date(2026, 12, 25), 480),
    (date(2026, 12, 31), 480),
]


@pytest.mark.parametrize(("day", "minutes"), NIGHTS)
@pytest.mark.parametrize("cut", [0, 1, 59, 240, 359, 360, 361])
def test_two_duties_of_one_night_are_paid_as_their_minutes_are(day, minutes, cut):
    whole = span_between(day, time(18), time(2))
    assert whole.minutes == minutes
    middle = instant(day, time(18)) + cut * MINUTE
    spans = [Span(whole.start, middle), Span(middle, whole.end)]
    holidays = {date(2026, 12, 25), date(2027, 1, 1)}
    pay = _pay(PayScheme.SECTION_2, spans, holidays, 7)
    assert pay.minutes == on_section_2(spans, holidays, 2250)
