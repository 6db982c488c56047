"""Whole pay: by whose figures, in hours and in pounds, and out of a rota."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain import Person, PersonId
from rostering.domain.pay_terms import OwnHoliday, PayScheme, PayTerms
from rostering.domain.time import span_between
from rostering.drawing import parse
from rostering.pay import (
    HourClass,
    OwedKind,
    Pay,
    Worked,
    pay_in,
    pay_of,
    scheme_of,
)
from tests.pay.spans import SPANS, apart, hours

MONDAY = date(2027, 1, 11)
ANN = Person(PersonId("Ann"), "Ann", "paramedic", weekly_minutes=2250)
OFFICER = Person(PersonId("Bob"), "Bob", "regular", team="A")
VOLUNTEER = Person(PersonId("Sam"), "Sam", "special")


def _on(scheme, rate="20", band=6):
    return replace(ANN, pay=PayTerms(PayScheme(scheme), band, Decimal(rate)))


def _duty(start, end, day=MONDAY, **facts):
    return Worked(span_between(day, time(start), time(end)), **facts)


@pytest.mark.parametrize(
    ("person", "scheme"),
    [
        (ANN, "S2"),
        (OFFICER, "police"),
        (VOLUNTEER, "none"),
        (replace(VOLUNTEER, pay=PayTerms(band=5)), "S2"),
        (replace(OFFICER, pay=PayTerms(PayScheme.UNPAID)), "none"),
        (_on("A5"), "A5"),
    ],
)
def test_whose_figures_hold(person, scheme):
    assert scheme_of(person) == scheme


def test_volunteers_are_thanked_not_paid():
    pay = pay_of(VOLUNTEER, [_duty(18, 2)], (), 7)
    assert pay.minutes == {HourClass.VOLUNTEERED: 480}
    assert (pay.basic_hours, pay.extra_hours, pay.extra) == (0, 0, None)


def test_a_night_on_section_2_in_pounds():
    """Half an hour of break leaves 7 h 30 min, all of them at 30 per cent."""
    pay = pay_of(_on("S2"), [_duty(18, 2)], (), 7)
    assert (pay.basic_hours, pay.extra_hours) == (7.5, 2.25)
    assert (pay.basic, pay.extra) == (Decimal("150.00"), Decimal("45.00"))


def test_pounds_are_rounded_to_the_penny_once():
    pay = pay_of(_on("S2", rate="17.333"), [_duty(18, 2)], (), 7)
    assert pay.extra == Decimal("39.00")
    assert pay_of(ANN, [_duty(18, 2)], (), 7).extra is None


def test_annex_5_is_a_share_of_the_contract():
    """Two nights have 7 and 7 hours outside 07:00 to 19:00: 14 a week earn 17 %."""
    nights = [_duty(18, 2), _duty(18, 2, MONDAY + timedelta(days=1))]
    pay = pay_of(_on("A5"), nights, (), 7)
    assert hours(pay.minutes, HourClass.PLAIN, HourClass.UNPAID) == (15, 1)
    assert pay.extra_hours * 100 == Decimal("37.5") * 17
    weekless = replace(_on("A5"), weekly_minutes=None)
    assert pay_of(weekless, nights, (), 7).extra_hours * 100 == 15 * 17
    assert pay_of(_on("A5"), nights, (), 14).extra_hours * 100 == 75 * 9
    assert pay_of(_on("A5"), [], (), 0).extra_hours == 0


def test_overtime_on_annex_5_has_its_own_rate():
    nights = [_duty(18, 2, MONDAY + n * timedelta(days=1)) for n in range(6)]
    pay = pay_of(_on("A5"), nights, (), 7)
    assert hours(pay.minutes, HourClass.PLAIN, HourClass.OVERTIME) == (37.5, 7.5)
    assert pay.extra_hours == Decimal("37.5") / 4 + Decimal("3.75")


def test_an_officer_s_late_turn():
    pay = pay_of(OFFICER, [_duty(15, 1, rostered=540)], (), 7)
    assert hours(pay.minutes, HourClass.PLAIN, HourClass.OVERTIME) == (9, 1)
    assert pay.extra_hours * 30 == 10 + 15


def test_what_runs_on_into_a_rest_day_is_paid_as_one():
    night = _duty(22, 10, is_before_rest_day=True)
    pay = pay_of(OFFICER, [night], (), 7)
    assert hours(pay.minutes, HourClass.PLAIN, HourClass.REST_DAY) == (9, 3)
    assert [c.minutes for c in pay.compensation] == [60]
    late = _duty(15, 1, is_before_rest_day=True)
    assert pay_of(OFFICER, [late], (), 7).minutes == {HourClass.PLAIN: 600}


def test_a_holiday_on_a_rest_day_is_a_holiday():
    duty = _duty(15, 1, is_rest_day=True, told_on=MONDAY - timedelta(days=3))
    pay = pay_of(OFFICER, [duty], {MONDAY}, 7)
    assert pay.minutes == {HourClass.PUBLIC_HOLIDAY: 600}
    assert pay.extra_hours * 2 == 20 + 1
    assert [c.source for c in pay.compensation] == ["POL-PH-WORK"] * 2


def test_four_hours_at_least_are_paid():
    duty = _duty(10, 12, is_rest_day=True, told_on=MONDAY - timedelta(days=1))
    pay = pay_of(OFFICER, [duty], (), 7)
    assert (pay.basic_hours, pay.extra_hours) == (2, 4)


@given(st.lists(SPANS, max_size=4), st.sampled_from(["S2", "A5", "police", "none"]))
def test_the_kinds_add_up_and_order_does_not_matter(spans, scheme):
    duties = [Worked(span) for span in apart(spans)]
    pay = pay_of(_on(scheme), duties, {date(2026, 12, 25)}, 28)
    assert sum(pay.minutes.values()) == sum(d.span.minutes for d in duties)
    assert pay_of(_on(scheme), duties[::-1], {date(2026, 12, 25)}, 28) == pay
    assert pay.extra_hours >= 0


def test_nothing_worked_is_nothing_due():
    for scheme in PayScheme:
        pay = pay_of(_on(scheme), [], (), 7)
        assert (pay.basic_hours, pay.extra_hours, pay.compensation) == (0, 0, ())
    assert Pay().extra_hours == 0


def _pay(drawing, who, **asked):
    return pay_in(parse(drawing), PersonId(who), **asked)


def test_a_paramedic_on_a_rota():
    pay = _pay("Ann L L - A -", "Ann")
    assert hours(pay.minutes, HourClass.PLAIN, HourClass.UNPAID)[1] == 1
    assert pay.basic_hours == 19


def test_leave_is_no_room_for_more_at_plain_time():
    """With 3 of 7 days on leave, 4 sevenths of a week are plain time."""
    pay = _pay("Ann L L L A A A -", "Ann")
    assert pay.minutes[HourClass.OVERTIME] == 3 * 570 - round(2250 * 4 / 7)


def test_riding_on_a_rest_day_is_a_rest_day_worked():
    drawing = "Bob@A - L\nteam A - L"
    pay = _pay(drawing, "Bob")
    assert HourClass.REST_DAY_MOVED not in pay.minutes
    rides = "Bob@A L -\nteam A - L"
    moved = _pay(rides, "Bob")
    assert moved.minutes[HourClass.REST_DAY_MOVED] == 600
    late = _pay(rides, "Bob", told_on=date(2027, 1, 1))
    assert late.minutes[HourClass.REST_DAY] == 600
    assert [c.kind for c in moved.compensation] == [OwedKind.ANOTHER_DAY]


def test_a_holiday_that_was_swapped_is_paid_on_the_other_day():
    rota = parse("Bob@A L L\nteam A L L\nholiday x -")
    monday, tuesday = rota.problem.period.days
    assert _holiday_minutes(rota) == [600]
    swapped = OwnHoliday(monday, False), OwnHoliday(tuesday, True)
    (bob,) = rota.problem.people
    terms = PayTerms(own_holidays=swapped[:1])
    people = (replace(bob, pay=terms),)
    moved = replace(rota, problem=replace(rota.problem, people=people))
    assert _holiday_minutes(moved) == []
    people = (replace(bob, pay=replace(terms, own_holidays=swapped)),)
    moved = replace(rota, problem=replace(rota.problem, people=people))
    assert _holiday_minutes(moved) == [600]


def _holiday_minutes(rota):
    minutes = pay_in(rota, PersonId("Bob")).minutes
    return [m for kind, m in minutes.items() if kind is HourClass.PUBLIC_HOLIDAY]


def test_what_was_worked_before_the_period_is_paid_already():
    assert _pay("Ann .L L", "Ann").basic_hours == 9.5
