"""What is within reach by facts alone."""

from datetime import date, time

import pytest

from rostering.domain import Period, PersonId
from rostering.domain.reach import days_at_hand, minutes_offered
from rostering.domain.time import span_between, whole_days
from rostering.drawing import parse


def reached(drawing: str, name: str) -> list[int]:
    """The days of January on which the person could be on a shift."""
    problem = parse(drawing).problem
    return [s.day.day for s in problem.within_reach.get(PersonId(name), ())]


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ("need L L L", [4, 5, 6]),
        ("need L - L\nterms Ann employed=2-", [6]),
        ("need L1 L2 L1\nterms Ann units=J2", [5]),
        ("need L L L\nroad J1 - x x", [4]),
        ("need E E E\nleave Ann annual - x -", [4, 6]),
        ("need L L L\nleave Ann sick@14-16 - x -", [4, 6]),
        ("need L L L\nleave Ann court@9-13 - x -", [4, 5, 6]),
        ("need L L\ncrew o:regular", []),
    ],
)
def test_contracted_people_reach_what_car_role_and_leave_allow(
    facts: str, days: list[int]
) -> None:
    assert reached(f"Ann - - -\n{facts}", "Ann") == days


def test_leave_until_midnight_ends_the_late_turn_of_the_day_before() -> None:
    # Monday's late turn ends on Tuesday at 01:00, within Tuesday's leave.
    assert reached("Ann - A -\nneed L L L", "Ann") == [6]


def test_people_who_offer_time_reach_what_lies_in_it_wholly() -> None:
    # The late turn is from 15:00 to 01:00, the Specials' night until 02:00.
    drawing = "Sam:special - - -\noffer Sam L S S\nneed L L S"
    assert reached(drawing, "Sam") == [4, 6]


def test_a_teams_member_reaches_the_turn_of_the_team() -> None:
    drawing = "Bob@A - - - -\nteam A E L L -\nneed L L E L"
    assert reached(drawing, "Bob") == [5]


def test_a_teams_member_reaches_the_cars_of_the_district() -> None:
    drawing = (
        "Bob@A -\nCal@B -\nneed L1+L2\ncar J1 districts=South\nteam A@North L\nteam B L"
    )
    reach = parse(drawing).problem.within_reach
    assert [shift.unit for shift in reach[PersonId("Bob")]] == ["J2"]
    assert [shift.unit for shift in reach[PersonId("Cal")]] == ["J1", "J2"]


def test_days_at_hand_are_those_employed_and_not_on_leave() -> None:
    problem = parse("Ann A A - - -\nneed L\nterms Ann employed=2-4").problem
    (ann,) = problem.people
    assert days_at_hand(problem, ann, problem.period) == 2
    before = Period(date(2026, 12, 1), date(2026, 12, 31))
    assert days_at_hand(problem, ann, before) == 0


def test_the_short_day_in_march_is_a_whole_day_of_leave() -> None:
    problem = parse("start 2027-03-28\nAnn A\nneed L").problem
    (leave,) = problem.leave
    assert leave.span == whole_days(date(2027, 3, 28), date(2027, 3, 28))
    assert leave.is_whole_days
    assert days_at_hand(problem, problem.people[0], problem.period) == 0


def test_days_at_court_are_days_at_hand() -> None:
    problem = parse("Ann - -\nneed L\nleave Ann court x x").problem
    assert days_at_hand(problem, problem.people[0], problem.period) == 2


def test_some_hours_of_leave_leave_the_day_at_hand() -> None:
    problem = parse("Ann - -\nneed L\nleave Ann annual@9-13 x x").problem
    assert not problem.leave[0].is_whole_days
    assert problem.leave[0].span == span_between(date(2027, 1, 4), time(9), time(13))
    assert days_at_hand(problem, problem.people[0], problem.period) == 2


def test_offered_minutes_of_shifts_at_once_count_once() -> None:
    # The Specials' night of two cars: 8 h; the next night 8 h.
    drawing = "Sam:special - -\noffer Sam S S\nneed S1+S2 S1"
    problem = parse(drawing).problem
    assert minutes_offered(problem, PersonId("Sam"), problem.period) == 16 * 60
    first = Period(date(2027, 1, 4), date(2027, 1, 4))
    assert minutes_offered(problem, PersonId("Sam"), first) == 8 * 60
