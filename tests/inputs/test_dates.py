"""Dates as people and their systems write them."""

from datetime import date, datetime, time

import pytest

from inputs._dates import DATE, LAST_DATE
from inputs._kinds import NotUnderstood

FIFTH = date(2027, 1, 5)


@pytest.mark.parametrize(
    "written",
    [
        "05/01/2027",
        "5/1/2027",
        "5/1/27",
        "05.01.27",
        "5.1.2027",
        "05-01-2027",
        "2027-01-05",
        "2027/1/5",
        "5 Jan 2027",
        "5 January 2027",
        "5-Jan-27",
        "05-JAN-2027",
        "05/JAN/2027",
        "5th Jan 2027",
        "5th January, 2027",
        "5Jan2027",
        "Tue 5 Jan 2027",
        "Tues 5/1/27",
        "tuesday, 05/01/2027",
        "2027-01-05 00:00:00",
        "2027-01-05T00:00",
        "05/01/2027 00:00",
        "05/01/2027 0:00",
        datetime(2027, 1, 5),  # noqa: DTZ001
        FIFTH,
        46392,
        46392.0,
    ],
)
def test_a_date_is_read_day_first(written):
    assert DATE.read(written) == FIFTH


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("29/02/2028", date(2028, 2, 29)),
        ("1 Sept 2027", date(2027, 9, 1)),
        ("Weds 6/1/2027", date(2027, 1, 6)),
        ("1/1/69", date(2069, 1, 1)),
        ("1/1/70", date(1970, 1, 1)),
        ("31 Dec 2199", date(2199, 12, 31)),
        ("1/1/1950", date(1950, 1, 1)),
    ],
)
def test_edges_of_the_calendar_are_read(written, day):
    assert DATE.read(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        "29/02/2027",
        "31/04/2027",
        "0/1/2027",
        "1/0/2027",
        "5/1",
        "5 Jan",
        "Tue 5th Jan",
        "January 5 2027",
        "5 Foo 2027",
        "5/1/027",
        "05/01-2027",
        "20270105",
        "2027-13-05",
        "31/12/1949",
        "1/1/2200",
        "31/12/4712",
        "5/1/2027 15:00",
        "Booked 12/3",
        "\u0665/\u0661/\u0662\u0660\u0662\u0667",
        "46392",
        datetime(2027, 1, 5, 15),  # noqa: DTZ001
        time(15),
        True,
        19_999,
        80_001,
        46392.5,
        float("nan"),
        float("inf"),
    ],
)
def test_what_is_no_whole_date_is_refused(written):
    with pytest.raises(NotUnderstood):
        DATE.read(written)


@pytest.mark.parametrize("written", ["5/31/27", "05/31/2027", "5.31.27"])
def test_a_month_first_date_is_refused_with_its_day_first_form(written):
    with pytest.raises(NotUnderstood) as refusal:
        DATE.read(written)
    assert refusal.value.likely == "31/05/2027"
    assert "31/05/2027 (day first)" in DATE.wanted


def test_a_weekday_must_agree_with_its_date():
    with pytest.raises(NotUnderstood) as refusal:
        DATE.read("Mon 5 Jan 2027")
    assert "05/01/2027 is a Tuesday" in refusal.value.wanted


@pytest.mark.parametrize("written", ["T 5/1/2027", "Foo 5 Jan 2027", "S 9/1/2027"])
def test_a_weekday_must_be_one(written):
    with pytest.raises(NotUnderstood):
        DATE.read(written)


def test_a_bare_number_is_taken_with_a_caution():
    assert "05/01/2027" in DATE.caution(46392)
    assert DATE.caution("05/01/2027") == ""


@pytest.mark.parametrize("written", ["31/12/4712", "31-DEC-4712", "31/12/9999"])
def test_an_end_in_a_far_year_is_no_end(written):
    assert LAST_DATE.read(written) is None


def test_an_end_in_a_near_year_is_that_day():
    assert LAST_DATE.read("05/01/2027") == FIFTH


def test_an_end_between_near_and_far_is_refused():
    with pytest.raises(NotUnderstood):
        LAST_DATE.read("31/12/2712")
