"""Section 14 of the catalogue: holidays with terms, leave years, clock changes."""

from datetime import UTC, date, datetime, time

import pytest

import inputs
from rostering.domain import Period
from rostering.domain.time import instant, span_between
from rostering.pay import with_terms
from rostering.pay.public_holidays import (
    christmas_holidays,
    christmas_terms,
    leave_year,
)
from tests.inputs.books import more, small_book, write_csv

TABLE = {
    2025: "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    2026: "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2027: "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    2028: "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
}
"""Table 14a."""


@pytest.fixture(scope="module")
def holidays(tmp_path_factory):
    """The public holidays with terms from 2025 to 2028."""
    sheets = {n: s for n, s in small_book().items() if n != "Bank holidays"}
    folder = write_csv(tmp_path_factory.mktemp("book"), sheets)
    problem = inputs.read(folder, first=date(2027, 12, 27), weeks=53).problem
    return with_terms(problem.bank_holidays)


@pytest.mark.parametrize("year", TABLE)
def test_the_bank_holidays_of_the_catalogue(holidays, year):
    days = [day for day in holidays if day.year == year]
    assert ", ".join(f"{day.day} {day:%b}" for day in days) == TABLE[year]


def test_easter_falls_twice_into_one_leave_year_and_not_at_all_into_the_next(holidays):
    years = {year: leave_year(year) for year in (2025, 2026, 2027)}
    counts = {year: sum(d in days for d in holidays) for year, days in years.items()}
    assert counts == {2025: 8, 2026: 10, 2027: 6}
    assert years[2026] == Period(date(2026, 4, 1), date(2027, 3, 31))


def test_a_holiday_without_a_substitute_keeps_its_terms():
    days = {date(2027, 12, 25): "Christmas Day", date(2027, 5, 31): "Fair Day"}
    assert with_terms(days) == days
    moved = {**days, date(2027, 12, 27): "Christmas Day (observed)"}
    assert with_terms(moved).keys() == moved.keys() - {date(2027, 12, 25)}
    another_year = {**days, date(2022, 12, 27): "Christmas Day (observed)"}
    assert with_terms(another_year) == another_year


def test_a_holiday_that_the_book_adds_has_terms(tmp_path):
    sheets = more(small_book(), "Bank holidays", "20/01/2027 | Coronation")
    problem = inputs.read(
        write_csv(tmp_path / "book", sheets), first=date(2027, 1, 4), weeks=4
    ).problem
    assert date(2027, 1, 20) in with_terms(problem.bank_holidays)


def test_christmas_on_a_sunday():
    terms = christmas_terms(2022)
    assert sorted(terms) == [
        date(2022, 12, 25),
        date(2022, 12, 26),
        date(2022, 12, 27),
        date(2023, 1, 1),
        date(2023, 1, 2),
    ]
    assert christmas_holidays([date(2022, 12, day) for day in (25, 26, 27)], 2022) == 2
    assert christmas_holidays([date(2022, 12, 27)], 2022) == 1
    assert christmas_holidays(terms, 2022) == 3
    assert christmas_holidays([], 2022) == 0


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2028])
def test_christmas_on_monday_to_thursday_is_as_it_is(year):
    assert christmas_terms(year) == {
        date(year, 12, 25),
        date(year, 12, 26),
        date(year + 1, 1, 1),
    }


@pytest.mark.parametrize("year", [2026, 2027])
def test_christmas_on_a_friday_or_saturday_is_not_guessed(year):
    assert christmas_terms(year) is None
    assert christmas_holidays([date(year, 12, 25)], year) == 0


@pytest.mark.parametrize(
    ("day", "hour", "hours"),
    [
        (date(2026, 3, 28), 2, 7),
        (date(2027, 3, 27), 2, 7),
        (date(2026, 10, 24), 2, 9),
        (date(2027, 10, 30), 2, 9),
    ],
)
def test_the_nights_on_which_the_clocks_change(day, hour, hours):
    assert span_between(day, time(18), time(hour)).minutes == hours * 60


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2027, 3, 28)])
def test_clocks_go_forward_at_one(day):
    change = datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
    assert instant(day, time(1)) == instant(day, time(2)) == change


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 10, 31)])
def test_clocks_go_back_at_two(day):
    first = datetime(day.year, day.month, day.day, 0, tzinfo=UTC)
    assert instant(day, time(1)) == first
    assert instant(day, time(1), finish=True) == first.replace(hour=1)
    assert instant(day, time(2)) == first.replace(hour=2)
