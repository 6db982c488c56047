"""What may be otherwise: how it changes the problem, and how kind it is to ask."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from constraints import RULES
from rostering.domain import (
    AbsenceKind,
    Course,
    DateRange,
    Kind,
    Leave,
    LeaveStatus,
    Mode,
    OffRoad,
    PersonId,
    Pin,
    PinKind,
    Place,
    Problem,
)
from rostering.domain.time import span_between, whole_days
from rostering.drawing import parse
from rostering.explain.repairs.diaries import (
    ASKED_BACK,
    LendOneMore,
    MoveCourse,
    Shorten,
    SpareCar,
    WidenCar,
)
from rostering.explain.repairs.easings import (
    AskForOvertime,
    AskForTime,
    LiftPin,
    Renew,
    WidenPerson,
)
from rostering.explain.repairs.kindness import CONSENTS, KINDS, LEAVE
from rostering.explain.repairs.waivers import Waive

ANN = PersonId("Ann")
FIRST = date(2027, 1, 4)


def drawn(text: str = "Ann - - - - -") -> Problem:
    """The problem of a drawing."""
    return parse(text).problem


def day(number: int) -> date:
    """A day of the period, counted from 1."""
    return FIRST + timedelta(days=number - 1)


def away(first: int, last: int, kind: AbsenceKind = AbsenceKind.ANNUAL) -> Leave:
    """Whole days of Ann's."""
    return Leave(ANN, kind, whole_days(day(first), day(last)))


def days_away(problem: Problem) -> set[int]:
    """The days of the period on which Ann is away, counted from 1."""
    return {
        (each - FIRST).days + 1 for leave in problem.leave for each in leave.span.days
    }


@pytest.mark.parametrize(
    ("given", "left"), [(1, {2, 3}), (2, {1, 3}), (3, {1, 2}), (4, {1, 2, 3})]
)
def test_only_the_day_that_is_needed_is_given_back(given: int, left: set[int]) -> None:
    problem = replace(drawn(), leave=(away(1, 3),))
    eased = Shorten(ANN, day(given), is_booking=False).applied(problem)
    assert days_away(eased) == left


def test_a_day_on_which_the_clocks_change_is_given_back_whole() -> None:
    spring = date(2027, 3, 28)
    leave = Leave(ANN, AbsenceKind.ANNUAL, whole_days(spring, spring))
    problem = replace(drawn(), leave=(leave,))
    assert Shorten(ANN, spring, is_booking=False).applied(problem).leave == ()


def test_leave_with_hours_is_given_back_as_a_whole() -> None:
    span = span_between(day(1), time(9), time(12))
    problem = replace(drawn(), leave=(Leave(ANN, AbsenceKind.ANNUAL, span),))
    assert Shorten(ANN, day(1), is_booking=False).applied(problem).leave == ()


@pytest.mark.parametrize("kind", [k for k in AbsenceKind if k not in ASKED_BACK])
def test_other_leave_is_never_given_back(kind: AbsenceKind) -> None:
    problem = replace(drawn(), leave=(away(1, 3, kind),))
    assert Shorten(ANN, day(2), is_booking=False).applied(problem) == problem


def test_leave_that_was_refused_is_left_alone() -> None:
    refused = replace(away(1, 3), status=LeaveStatus.REFUSED)
    problem = replace(drawn(), leave=(refused,))
    assert Shorten(ANN, day(2), is_booking=False).applied(problem) == problem


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (
            DateRange(day(1), day(3)),
            [DateRange(day(1), day(1)), DateRange(day(3), day(3))],
        ),
        (DateRange(day(2), day(3)), [DateRange(day(3), day(3))]),
        (DateRange(day(1), day(2)), [DateRange(day(1), day(1))]),
        (DateRange(day(2), day(2)), []),
        (DateRange(), [DateRange(None, day(1)), DateRange(day(3), None)]),
        (DateRange(day(3), None), [DateRange(day(3), None)]),
    ],
)
def test_a_spare_car_is_for_one_day(days: DateRange, left: list[DateRange]) -> None:
    problem = replace(drawn(), off_road=(OffRoad("J1", days), OffRoad("J2", days)))
    eased = SpareCar("J1", day(2)).applied(problem)
    assert [off.days for off in eased.off_road if off.unit == "J1"] == left
    assert [off.days for off in eased.off_road if off.unit == "J2"] == [days]


def test_one_of_those_booked_moves_and_the_others_go() -> None:
    span, bob = span_between(day(1), time(9), time(17)), PersonId("Bob")
    course = Course("OST-1", "safety", span, 2, booked=(ANN, bob))
    problem = replace(drawn("Ann -\nBob -"), courses=(course,))
    eased = MoveCourse(ANN, "OST-1", span).applied(problem)
    assert [each.booked for each in eased.courses] == [(bob,)]
    both = MoveCourse(bob, "OST-1", span).applied(eased)
    assert [each.booked for each in both.courses] == [()]


def test_an_offer_overtime_a_ticket_a_car_and_a_pin_are_facts_of_one_person() -> None:
    pin = Pin(ANN, "J1", day(1), PinKind.OFF, Place("joint.xlsx", "Pins", "A4"))
    problem = replace(drawn("Ann -\nBob -\nterms Ann units=J1"), pins=(pin,))
    span = span_between(day(1), time(18), time(2))
    assert AskForTime(ANN, span).applied(problem).offers_of[ANN][0].span == span
    person = AskForOvertime(ANN).applied(problem).person
    assert (person[ANN].overtime, person[PersonId("Bob")].overtime) == (True, False)
    ticket = Renew(ANN, "radio", day(2)).applied(problem).training_of[ANN, "radio"][0]
    assert (day(1) in ticket.valid, day(2) in ticket.valid) == (False, True)
    assert WidenPerson(ANN, "J2").applied(problem).person[ANN].units == ("J1", "J2")
    assert LiftPin(pin).applied(problem).pins == ()
    assert LiftPin(pin).places(problem) == (pin.place,)


def test_a_team_lends_one_more_and_a_car_serves_a_district_more() -> None:
    problem = drawn("Bob@A -\nteam A@North/2 L\ncar J1 districts=South\nneed L")
    assert LendOneMore("A").applied(problem).team["A"].least_on_duty == 1
    wider = WidenCar("J1", "North").applied(problem).unit["J1"]
    assert wider.districts == ("South", "North")


def test_a_rule_is_waived_for_one_person_and_holds_for_the_others() -> None:
    problem = drawn("Ann -\nBob -")
    rules = Waive(ANN, "RUN-01").eased(problem, [RULES["RUN-01"]()])
    modes = {
        person: [rule.mode for rule in rules if rule.binds(person)]
        for person in problem.person
    }
    assert modes == {"Ann": [Mode.WISH], "Bob": [Mode.HARD]}


def test_once_its_days_are_known_it_is_the_rows_of_the_sheet_in_each_role() -> None:
    problem = drawn("Ann -\nBea:special -\nterms Bea same_as=Ann")
    waive = Waive(ANN, "RUN-01", (FIRST,))
    assert waive.eased(problem, [RULES["RUN-01"]()]) == (RULES["RUN-01"](),)
    waivers = waive.applied(problem).waivers
    assert [(w.person, w.rule) for w in waivers] == [
        ("Ann", "RUN-01"),
        ("Bea", "RUN-01"),
    ]
    assert all(FIRST in w.days for w in waivers)


def test_nothing_that_is_law_or_keeps_people_safe_is_ever_waived() -> None:
    may_give_way = {
        code
        for code, rule in RULES.items()
        if rule.may_be_hard
        and rule.may_be_waived
        and rule.kind not in (Kind.LAW, Kind.SAFETY)
    }
    assert CONSENTS.keys() == may_give_way


def test_the_kindest_comes_first_and_leave_asked_back_last() -> None:
    unkindness = [kind.unkindness for kind in KINDS]
    assert unkindness == sorted(set(unkindness))
    assert KINDS[-1] == LEAVE
    assert all(kind.why for kind in KINDS)
