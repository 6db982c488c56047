"""Hours paid, contracted, credited and left out of averages."""

from datetime import date, timedelta

import pytest

from rostering.domain import Person, Problem
from rostering.domain.hours import (
    contracted_days,
    contracted_minutes,
    credited_minutes,
    excluded_days,
    paid_minutes,
    reference_period,
)
from rostering.drawing import parse

HALF_HOUR = timedelta(minutes=30)


def drawn(text: str) -> tuple[Problem, Person]:
    problem = parse(text).problem
    return problem, problem.people[0]


def paid(text: str) -> list[int]:
    problem, person = drawn(text)
    return [paid_minutes(d, HALF_HOUR) for d in problem.fixed_duties(person.id)]


def test_a_meal_break_is_taken_from_a_duty_of_more_than_six_hours() -> None:
    # 10 h less half an hour, and 8 h less half an hour.
    assert paid("Ann .L T") == [570, 450]


def test_no_meal_break_is_taken_from_a_duty_of_six_hours() -> None:
    assert paid("Ann -\nleave Ann court@9-15 x") == [360]
    assert paid("Ann -\nleave Ann court@9-16 x") == [390]


def test_an_hour_more_is_paid_when_the_clocks_go_back() -> None:
    # Saturday's 18:00-02:00 is nine real hours.
    assert paid("start 2027-10-31\nAnn .S -") == [510]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        ("days 7", 2250),
        ("days 14", 4500),
        ("days 1", 321),  # 2250 / 7 = 321.4
        ("days 7\nterms Ann hours=20", 1200),
        ("days 7\nterms Ann employed=4-", 1286),  # 2250 x 4 / 7 = 1285.7
        ("days 7\nterms Ann employed=-2", 643),  # 2250 x 2 / 7 = 642.9
        ("days 7\nleave Ann annual x x", 2250),
        ("days 7\nleave Ann rest x x", 2250),
        ("days 7\nleave Ann unpaid x x", 1607),  # 2250 x 5 / 7 = 1607.1
        ("days 7\nleave Ann unpaid@9-15 x x", 2250),
    ],
)
def test_the_contract_runs_by_the_day(lines: str, minutes: int) -> None:
    assert contracted_minutes(*drawn(f"Ann\n{lines}")) == minutes


def test_days_of_the_contract_are_days_of_the_period() -> None:
    assert contracted_days(*drawn("Ann .L\ndays 10\nterms Ann employed=3-")) == 8


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        ("days 7", 0),
        ("days 7\nleave Ann annual x x x x x x x", 2250),
        ("days 7\nleave Ann sick x x", 643),  # 2250 x 2 / 7 = 642.9
        ("days 7\nleave Ann annual@9-12 x", 180),  # less than 321
        ("days 7\nleave Ann annual@9-17 x", 321),  # 480, and a seventh is 321.4
        ("days 7\nleave Ann unpaid x x", 0),
        ("days 7\nleave Ann rest x x", 0),
        ("days 7\nleave Ann court x x", 0),
        ("days 3\nleave Ann annual x x x x x x x", 964),  # 2250 x 3 / 7 = 964.3
        ("days 7\nterms Ann employed=6-\nleave Ann annual x x x x x x x", 643),
    ],
)
def test_leave_that_keeps_the_hours_is_credited(lines: str, minutes: int) -> None:
    assert credited_minutes(*drawn(f"Ann\n{lines}")) == minutes


def test_a_day_on_which_the_clocks_change_is_a_day_of_leave_like_any_other() -> None:
    for start in ("2027-03-28", "2027-10-31"):
        text = f"start {start}\nAnn\nleave Ann annual x\ndays 7"
        assert credited_minutes(*drawn(text)) == 321
        problem, person = drawn(text)
        assert len(excluded_days(problem, person, problem.period)) == 1


def excluded(lines: str) -> list[int]:
    problem, person = drawn(f"Ann\ndays 7\n{lines}")
    return sorted(day.day for day in excluded_days(problem, person, problem.period))


def test_whole_days_of_annual_sick_and_family_leave_are_excluded() -> None:
    assert excluded("leave Ann annual x x") == [4, 5]
    assert excluded("leave Ann sick - x") == [5]
    assert excluded("leave Ann maternity x") == [4]


def test_part_of_a_day_rest_unpaid_leave_and_time_back_are_not_excluded() -> None:
    assert excluded("leave Ann annual@9-17 x") == []
    assert excluded("leave Ann rest x\nleave Ann unpaid - x") == []
    assert excluded("leave Ann study x") == []


def test_time_under_two_leaves_at_once_counts_once() -> None:
    # Sick during other leave: 9:00-12:00 are three hours, and 0:00-20:00 no whole day.
    both = "leave Ann annual@9-11 x\nleave Ann sick@10-12 x"
    assert credited_minutes(*drawn(f"Ann\ndays 7\n{both}")) == 180
    assert excluded("leave Ann annual@0-16 x\nleave Ann sick@8-20 x") == []
    assert excluded("leave Ann annual@0-16 x\nleave Ann sick@16-0 x") == [4]


def test_days_of_an_opt_out_are_excluded() -> None:
    assert excluded("terms Ann optout") == [4, 5, 6, 7, 8, 9, 10]


def test_the_reference_period_ends_on_the_day_and_begins_no_sooner_than_the_work() -> (
    None
):
    _, person = drawn("Ann")
    _, later = drawn("Ann\nterms Ann employed=3-")
    two_weeks = reference_period(person, date(2027, 1, 10), 2)
    assert two_weeks is not None
    assert two_weeks.first == date(2026, 12, 28)
    assert len(two_weeks.days) == 14
    since = reference_period(later, date(2027, 1, 10), 2)
    assert since is not None
    assert since.first == date(2027, 1, 6)
    assert reference_period(later, date(2027, 1, 5), 2) is None
