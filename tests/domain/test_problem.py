"""What a problem knows, and what occupies people whatever is planned."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given

from rostering.domain import (
    AbsenceKind,
    Duty,
    DutyKind,
    Leave,
    LeaveStatus,
    Person,
    PersonId,
    Problem,
)
from rostering.domain.time import span_between, whole_days
from rostering.drawing import parse
from tests.strategies import drawings

MONDAY = date(2027, 1, 4)
ANN, BOB = PersonId("Ann"), PersonId("Bob")


def problem(drawing: str) -> Problem:
    return parse(drawing).problem


def fixed(asked: Problem, person: PersonId) -> list[tuple[DutyKind, int]]:
    """The fixed duties of the drawn days, each with its kind and day of January."""
    return [
        (duty.kind, duty.day.day)
        for duty in asked.fixed_duties(person)
        if duty.day in asked.period
    ]


def days_of(duties: tuple[Duty, ...]) -> list[date]:
    return [duty.day for duty in duties]


def test_the_remembered_weeks_begin_on_a_monday_and_end_before_the_period() -> None:
    # The period begins on a Wednesday: 17 weeks before Monday 4 January.
    memory = problem("start 2027-01-06\nAnn L").memory
    assert (memory.first, memory.last) == (date(2026, 9, 7), date(2027, 1, 5))


def test_no_remembered_weeks_leave_the_days_since_monday() -> None:
    asked = replace(problem("start 2027-01-06\nAnn L"), memory_weeks=0)
    assert asked.memory.days == (date(2027, 1, 4), date(2027, 1, 5))


def test_candidates_have_a_fitting_role_and_may_ride_the_car() -> None:
    asked = problem(
        "Ann -\nBob:regular\nCal:paramedic\nDee:paramedic\nneed L1\n"
        "crew p:paramedic\nterms Cal units=J2\nterms Dee units=J2,J1"
    )
    assert [p.id for p in asked.candidates(asked.shifts[0])] == ["Ann", "Dee"]


def test_things_are_found_by_their_names() -> None:
    asked = problem("Ann .L L1\nBob@A T\nteam A/1 L -\nroad J1 x")
    assert asked.person[ANN].name == "Ann"
    assert asked.unit["J1"].callsign == "J1"
    assert asked.team["A"].least_on_duty == 1
    assert asked.shift["J1 2027-01-04 late"].day == MONDAY
    assert [p.id for p in asked.members["A"]] == ["Bob"]
    assert [c.booked for c in asked.courses_of[BOB]] == [("Bob",)]
    assert len(asked.off_road_of["J1"]) == len(asked.history_of[ANN]) == 1
    assert [s.unit for s in asked.shifts_on[MONDAY]] == ["J1"]


def test_only_approved_leave_stands() -> None:
    asked = problem("Ann A - -")
    (leave,) = asked.leave
    for status in LeaveStatus:
        changed = replace(asked, leave=(replace(leave, status=status),))
        assert (ANN in changed.approved_leave) == (status is LeaveStatus.APPROVED)
        assert bool(changed.fixed_duties(ANN)) == (status is LeaveStatus.APPROVED)


def test_a_teams_turns_reach_from_the_remembered_weeks_to_a_fortnight_after() -> None:
    asked = problem("Bob@A - - -\nteam A L")
    days = days_of(asked.fixed_duties(BOB))
    assert (days[0], days[-1]) == (asked.memory.first, date(2027, 1, 6 + 14))
    assert len(days) == 17 * 7 + 3 + 14


def test_a_team_has_no_duty_on_its_rest_days() -> None:
    asked = problem("Bob@A - - - -\nteam A L - N -")
    assert fixed(asked, BOB) == [(DutyKind.TEAM, 4), (DutyKind.TEAM, 6)]


def test_nobody_has_the_teams_turns_before_joining_or_after_leaving() -> None:
    asked = problem("Bob@A - - - -\nteam A L\nterms Bob employed=2-3")
    assert days_of(asked.fixed_duties(BOB)) == [date(2027, 1, 5), date(2027, 1, 6)]


def test_a_person_of_an_unknown_team_has_no_turns() -> None:
    assert problem("Bob@A - -").fixed_duties(BOB) == ()


def test_leave_takes_the_place_of_the_teams_turn() -> None:
    # Tuesday's leave begins within Monday's late turn, which ends at 01:00.
    asked = problem("Bob@A - A - -\nteam A L")
    assert fixed(asked, BOB) == [
        (DutyKind.AWAY, 5),
        (DutyKind.TEAM, 6),
        (DutyKind.TEAM, 7),
    ]


def test_a_course_takes_the_place_of_a_turn_that_it_overlaps() -> None:
    # Training is from 08:00 to 16:00; the late turn begins at 15:00, a night at 21:00.
    assert fixed(problem("Bob@A T\nteam A L"), BOB) == [(DutyKind.COURSE, 4)]
    assert fixed(problem("Bob@A T\nteam A N"), BOB) == [
        (DutyKind.COURSE, 4),
        (DutyKind.TEAM, 4),
    ]


def test_a_record_takes_the_place_of_the_turn_of_its_day() -> None:
    # What was worked on Sunday was an early turn, though the pattern says night.
    asked = problem("Bob@A .E - -\nteam A N")
    sunday = [d for d in asked.fixed_duties(BOB) if d.day == date(2027, 1, 3)]
    assert [(d.kind, d.what) for d in sunday] == [(DutyKind.WORKED, "J1 early")]


def test_a_day_of_court_is_eight_hours_and_work() -> None:
    asked = problem("Ann - - -\nleave Ann court x x -")
    duties = asked.fixed_duties(ANN)
    assert [duty.span for duty in duties] == [
        span_between(MONDAY + timedelta(days=n), time(8), time(16)) for n in (0, 1)
    ]
    assert all(duty.is_work for duty in duties)


@pytest.mark.parametrize("start", ["2027-03-28", "2027-10-31"])
def test_a_day_of_court_is_eight_hours_on_days_of_another_length_too(
    start: str,
) -> None:
    (duty,) = problem(f"start {start}\nAnn -\nleave Ann court x").fixed_duties(ANN)
    assert duty.span.minutes == 8 * 60


def test_court_at_known_hours_takes_those() -> None:
    (duty,) = problem("Ann -\nleave Ann court@9-13 x").fixed_duties(ANN)
    assert duty.span == span_between(MONDAY, time(9), time(13))


def test_leave_on_end_is_one_duty_and_no_work() -> None:
    (duty,) = problem("Ann - - -\nleave Ann annual x x x").fixed_duties(ANN)
    assert duty.span == whole_days(MONDAY, MONDAY + timedelta(days=2))
    assert not duty.is_work


def test_fixed_duties_are_found_by_their_day() -> None:
    asked = problem("Bob@A .L T - A\nteam A - - E -")
    found = [
        [duty.kind for duty in asked.fixed_on(BOB, MONDAY + timedelta(days=n))]
        for n in (-1, 0, 1, 2, 3)
    ]
    assert found == [
        [DutyKind.WORKED],
        [DutyKind.COURSE],
        [],
        [DutyKind.AWAY],
        [],
    ]


def test_a_shift_is_a_duty_of_whoever_works_it() -> None:
    asked = problem("Ann L2")
    duty = asked.shift_duty(ANN, asked.shifts[0])
    assert (duty.person, duty.kind, duty.unit) == (ANN, DutyKind.SHIFT, "J2")
    assert str(duty) == "J2 late Mon 4 Jan 15:00-01:00"
    assert asked.shift_duty(ANN, asked.shifts[0]) is duty


def test_somebody_without_anything_has_no_fixed_duties() -> None:
    asked = replace(problem("Ann L"), people=(Person(BOB, "Bob", "regular"),))
    assert asked.fixed_duties(BOB) == ()


@given(drawings())
def test_fixed_duties_are_in_order_and_no_turn_is_beside_something_firm(
    drawing: str,
) -> None:
    asked = problem(drawing)
    for person in asked.people:
        duties = asked.fixed_duties(person.id)
        assert list(duties) == sorted(duties, key=lambda duty: duty.span)
        turns = [duty for duty in duties if duty.kind is DutyKind.TEAM]
        firm = [duty for duty in duties if duty.kind is not DutyKind.TEAM]
        for turn in turns:
            assert not any(turn.span.overlaps(duty.span) for duty in firm)


def test_sick_leave_on_the_short_day_in_march_is_one_whole_day() -> None:
    day = date(2027, 3, 28)
    leave = Leave(ANN, AbsenceKind.SICK, whole_days(day, day))
    asked = replace(problem("start 2027-03-28\nAnn -"), leave=(leave,))
    (duty,) = asked.fixed_duties(ANN)
    assert (duty.span.minutes, duty.is_work) == (23 * 60, False)
