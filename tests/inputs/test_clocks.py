"""Clock times and hours as people and spreadsheets write them."""

from datetime import datetime, time, timedelta

import pytest

from inputs._clocks import (
    CLOCK,
    END_CLOCK,
    TEAM_OR_CLOCK,
    TEAM_OR_END_CLOCK,
    WEEKLY_HOURS,
)
from inputs._kinds import NotUnderstood


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("15:00", time(15)),
        ("1500", time(15)),
        ("15.00", time(15)),
        ("15:00:00", time(15)),
        ("3pm", time(15)),
        ("3 PM", time(15)),
        ("3.30 p.m.", time(15, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("0:00", time(0)),
        ("600", time(6)),
        ("0630 hrs", time(6, 30)),
        ("18", time(18)),
        (1500, time(15)),
        (630, time(6, 30)),
        (18, time(18)),
        (0, time(0)),
        (0.75, time(18)),
        (0.625, time(15)),
        (0.6041667, time(14, 30)),
        (time(15, 0, 0, 400_000), time(15)),
        (timedelta(hours=7), time(7)),
        (datetime(1899, 12, 31, 15), time(15)),  # noqa: DTZ001
    ],
)
def test_a_clock_time_is_read(written, clock):
    assert CLOCK.read(written) == clock


@pytest.mark.parametrize(
    "written",
    [
        "",
        "24:00",
        "25:00",
        "15:60",
        "15:5",
        "15.5",
        "13pm",
        "0am",
        "15:00:30",
        "15:00-01:00",
        "6-2",
        "-1",
        "\u0661\u0665:\u0660\u0660",
        1560,
        30,
        -3,
        15.3,
        -0.5,
        float("nan"),
        float("-inf"),
        True,
        time(15, 0, 30),
        timedelta(hours=24),
        timedelta(hours=-1),
        datetime(2027, 2, 6),  # noqa: DTZ001
        datetime(1900, 1, 1, 13, 30),  # noqa: DTZ001
    ],
)
def test_what_is_no_clock_time_is_refused(written):
    with pytest.raises(NotUnderstood):
        CLOCK.read(written)


@pytest.mark.parametrize(
    "written",
    [
        "24:00",
        "2400",
        "00:00",
        "23:59",
        "midnight",
        2400,
        24,
        1.0,
        timedelta(days=1),
        datetime(1900, 1, 1),  # noqa: DTZ001
    ],
)
def test_midnight_at_the_end_of_a_day_has_many_names(written):
    assert END_CLOCK.read(written) == time(0)


def test_an_end_is_read_like_any_other_time():
    assert END_CLOCK.read("01:00") == time(1)


@pytest.mark.parametrize("kind", [TEAM_OR_CLOCK, TEAM_OR_END_CLOCK])
def test_team_may_stand_for_a_time(kind):
    assert kind.read("Team") == "team"
    assert kind.read("15:00") == time(15)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("37.5", 2250),
        ("37:30", 2250),
        ("37.5h", 2250),
        ("30 hours", 1800),
        ("100", 6000),
        (37.5, 2250),
        (30, 1800),
        (timedelta(hours=37, minutes=30), 2250),
        (datetime(1900, 1, 1, 13, 30), 2250),  # noqa: DTZ001
        (time(7, 30), 450),
    ],
)
def test_weekly_hours_are_read_to_the_minute(written, minutes):
    assert WEEKLY_HOURS.read(written) == minutes


@pytest.mark.parametrize(
    "written",
    ["0", 0, -5, "101", 100.5, "full", "37:60", "1e1", True, float("nan"), 10**400],
)
def test_impossible_weekly_hours_are_refused(written):
    with pytest.raises(NotUnderstood):
        WEEKLY_HOURS.read(written)
