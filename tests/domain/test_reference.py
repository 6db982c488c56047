"""Reference periods of the average week, and the days that they leave out."""

from datetime import date

import pytest

from rostering.domain import Period, Person, Problem
from rostering.domain.hours import credited_minutes
from rostering.domain.reference import (
    days_to_make_up,
    excluded_days,
    reference_period,
    rolling_periods,
    successive_periods,
)
from rostering.domain.time import DAY
from rostering.drawing import parse

MONDAY = date(2027, 1, 4)


def drawn(text: str) -> tuple[Problem, Person]:
    problem = parse(text).problem
    return problem, problem.people[0]


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


def ends(terms: str, planned: Period) -> list[str]:
    _, person = drawn(f"Ann\n{terms}")
    return [f"{window.last:%a %d}" for window in rolling_periods(person, planned, 1)]


def test_rolling_periods_end_on_sundays_on_the_last_day_and_on_leaving() -> None:
    planned = Period(MONDAY, MONDAY + 9 * DAY)
    assert ends("", planned) == ["Sun 10", "Wed 13"]
    assert ends("terms Ann employed=-8", planned) == ["Sun 10", "Mon 11"]
    assert ends("terms Ann employed=-7", planned) == ["Sun 10"]
    assert ends("terms Ann employed=-0", planned) == []
    assert ends("terms Ann employed=10-", planned) == ["Wed 13"]
    assert ends("", Period(MONDAY, MONDAY)) == ["Mon 04"]


@pytest.mark.parametrize(
    ("begins", "found"),
    [
        (MONDAY, ["04-17"]),
        (MONDAY - 7 * DAY, ["28-10", "11-24"]),
        (MONDAY + 7 * DAY, ["28-10", "11-24"]),
        (MONDAY + 280 * DAY, ["04-17"]),
    ],
)
def test_successive_periods_follow_one_another_in_both_directions(
    begins: date, found: list[str]
) -> None:
    _, person = drawn("Ann")
    planned = Period(MONDAY, MONDAY + 9 * DAY)
    windows = successive_periods(person, planned, 2, begins)
    assert [f"{w.first:%d}-{w.last:%d}" for w in windows] == found


def test_so_many_days_a_week_are_made_up_for_at_most() -> None:
    fortnight = [MONDAY + n * DAY for n in range(14)]
    assert days_to_make_up([], 5) == 0
    assert days_to_make_up(fortnight[:3], 5) == 3
    assert days_to_make_up(fortnight[:7], 5) == 5
    assert days_to_make_up(fortnight[6:8], 5) == 2
    assert days_to_make_up(fortnight, 4) == 8
