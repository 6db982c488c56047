"""Hours, shares of full time, and answers."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inputs.intake.values.amounts import read_fte, read_hours, read_yes_no
from tests.intake.values.refusing import refusal_of


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("10", 10),
        (10, 10),
        ("10:00", 10),
        ("10h", 10),
        ("10 hrs", 10),
        ("9.5", 9.5),
        (9.5, 9.5),
        ("9.50", 9.5),
        ("9:30", 9.5),
        ("9hrs 30", 9.5),
        ("9h30", 9.5),
        ("9 hours 30 mins", 9.5),
        ("0.395833", 9.5),
        (0.395833, 9.5),
        ("37.5", 37.5),
        (37.5, 37.5),
        ("37:30", 37.5),
        (timedelta(hours=37, minutes=30), 37.5),
        (time(9, 30), 9.5),
        ("33.75", 33.75),
        ("7.6", 7.6),
        ("7.333", 7.333),
        (0, 0),
        ("112.5", 112.5),
    ],
)
def test_hours_are_read(written, hours):
    assert read_hours(written) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("9.30", "9:30"),
        (9.3, "9:30"),
        ("9.15", "9:15"),
        (0.5, "00:30"),
        ("9:75", ""),
        ("-5", ""),
        ("lots", ""),
        ("", ""),
        (None, ""),
        (True, ""),
    ],
)
def test_hours_that_may_be_two_are_refused(written, likely):
    assert refusal_of(read_hours, written).likely == likely


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("1", 1),
        (1, 1),
        ("1.00", 1),
        ("0.8", 0.8),
        (0.8, 0.8),
        (".8", 0.8),
        ("80%", 0.8),
        ("100 %", 1),
        ("30/37.5", 0.8),
        ("0", 0),
    ],
)
def test_a_share_of_full_time_is_read(written, share):
    assert read_fte(written) == pytest.approx(share)


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("37.5", ""),
        ("37:30", ""),
        ("80", "80%"),
        (80, "80%"),
        ("1.2", ""),
        ("120%", ""),
        ("30/0", ""),
        ("37.5/30", ""),
        ("-0.5", ""),
        ("full", ""),
        ("", ""),
        (None, ""),
        (True, ""),
    ],
)
def test_what_is_no_share_is_refused(written, likely):
    assert refusal_of(read_fte, written).likely == likely


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        *(
            (word, True)
            for word in ("Y", "yes", "TRUE", True, 1, "1", "tick", "x", "X")
        ),
        *((word, True) for word in ("✓", "✔\ufe0f", "☑", "green")),
        *((word, False) for word in ("N", "no", "FALSE", False, 0, "0", "✗")),
    ],
)
def test_answers_are_read(written, answer):
    assert read_yes_no(written) is answer


@pytest.mark.parametrize("written", ["maybe", "", None, 2, "?", "yes please", "red"])
def test_what_is_no_answer_is_refused(written):
    refusal_of(read_yes_no, written)


@given(st.integers(1, 99), st.integers(0, 59))
def test_hours_and_minutes_are_read_back(hours, minutes):
    for written in (f"{hours}:{minutes:02}", f"{hours}h{minutes:02}"):
        assert read_hours(written) == pytest.approx(hours + minutes / 60)
