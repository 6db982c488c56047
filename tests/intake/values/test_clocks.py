"""Clock times as senders write them."""

from datetime import time

import pytest

from inputs.intake.values.clocks import read_clock, read_end_clock
from tests.intake.values.refusing import refusal_of


@pytest.mark.parametrize(
    "written",
    [
        *("18:00", "1800", "18.00", "6pm", "6 PM", "18", "\u00a01800"),
        *(18, 1800, 0.75, "0.75", ".750"),
    ],
)
def test_a_start_is_read(written):
    assert read_clock(written) == time(18)
    assert read_end_clock(written) == time(18)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("600", time(6)),
        (600, time(6)),
        ("noon", time(12)),
        ("0.0416666667", time(1)),
        ("0.30", time(0, 30)),
    ],
)
def test_lost_noughts_and_words_are_read(written, clock):
    assert read_clock(written) == clock


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("24:00", time()),
        ("2400", time()),
        (2400, time()),
        ("00:00", time()),
        ("23:59", time()),
        ("2359", time()),
        (2359, time()),
        ("02:00+1", time(2)),
        ("02:00 (+1)", time(2)),
        ("0200 +1 day", time(2)),
        ("26:00", time(2)),
        ("2630", time(2, 30)),
        (26.5 / 24, time(2, 30)),
    ],
)
def test_an_end_may_lie_on_the_next_day(written, clock):
    assert read_end_clock(written) == clock


@pytest.mark.parametrize(
    "written", ["24:00", "26:00", "02:00+1", "late", "", None, True]
)
def test_a_start_lies_on_its_own_day(written):
    refusal_of(read_clock, written)


@pytest.mark.parametrize("written", ["36:00", "25:60", "13pm", "+1", "", None, 1.6])
def test_what_is_no_time_is_no_end(written):
    refusal_of(read_end_clock, written)
