"""Hours paid, contracted, credited and left out of averages."""

from datetime import timedelta

import pytest

from rostering.domain import Person, Problem
from rostering.domain.hours import (
    contracted_days,
    contracted_minutes,
    credited_minutes,
    paid_minutes,
)
from rostering.domain.reference import excluded_days
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
