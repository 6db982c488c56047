"""Two times in one cell."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inputs.intake.values.ranges import (
    range_within,
    read_offers,
    read_range,
    shown_range,
)
from tests.intake.values.refusing import refusal_of

NIGHT = time(18), time(2)
LATE = time(15), time(1)


@pytest.mark.parametrize(
    "written",
    [
        "18-02",
        "18:00-02:00",
        "18:00\u201302:00",
        "18:00 \u2014 02:00",
        "1800x0200",
        "1800 x 0200",
        "1800×0200",
        "18.00x02.00",
        "18/02",
        "18-2",
        "6pm-2am",
        "6 PM - 2 AM",
        "6.00pm-2.00am",
        "6pm-2",
        "6-2am",
        "18:00 to 02:00",
        "18:00 until 02:00",
        "1800hrs-0200hrs",
        "(18-02)",
        "18:00-02:00+1",
        "18:00-26:00",
        "1800-0200 JR4",
        "N(18-02)",
    ],
)
def test_a_range_is_read(written):
    assert read_range(written) == NIGHT


@pytest.mark.parametrize(
    ("written", "times"),
    [
        ("L(15-01)", LATE),
        ("1500-0100 JR4", LATE),
        ("1400 x 2200", (time(14), time(22))),
        ("14.30x22.30", (time(14, 30), time(22, 30))),
        ("600-1400", (time(6), time(14))),
        ("6-14", (time(6), time(14))),
        ("2-10", (time(14), time(22))),
        ("3-1", LATE),
        ("8-4", (time(8), time(16))),
        ("9-5", (time(9), time(17))),
        ("10-6pm", (time(10), time(18))),
        ("noon-8", (time(12), time(20))),
        ("8-12 noon", (time(8), time(12))),
        ("18:00-24:00", (time(18), time())),
        ("1800-2359", (time(18), time())),
        ("18:00-midnight", (time(18), time())),
        ("00:00-24:00", (time(), time())),
        ("06:00-02:00", (time(6), time(2))),
    ],
)
def test_each_way_of_writing_times_is_read(written, times):
    assert read_range(written) == times


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("6-2", "18:00-02:00"),
        ("6/2", "18:00-02:00"),
        ("7-3", "07:00-15:00"),
        ("10-12", "10:00-12:00"),
        ("07-03", "07:00-15:00"),
        ("06-02", "06:00-14:00"),
        ("7:00-10:00", "07:00-10:00"),
        ("11:00-3:00", "11:00-15:00"),
        ("7-7", "07:00-19:00"),
        ("18:00-18:00", ""),
        ("18:00-02:00 sick", "18:00-02:00"),
        ("1500-0100 AL", "15:00-01:00"),
        ("18-02, 20-04", "18:00-02:00"),
        ("18:00", ""),
        ("18.02", ""),
        (18.02, ""),
        ("13pm-2am", ""),
        ("25:00-26:00", ""),
        ("18-", ""),
        ("L", ""),
        ("05/01/2026", ""),
        ("2026-01-05", ""),
        ("", ""),
        (None, ""),
        (True, ""),
        (time(18), ""),
    ],
)
def test_what_is_no_certain_range_is_refused(written, likely):
    assert refusal_of(read_range, written).likely == likely


def test_a_date_that_excel_made_of_a_range_is_read_as_it_was_typed():
    made = datetime(2026, 2, 18)  # noqa: DTZ001
    for value in (made, made.date()):
        assert read_range(value, "d-mmm") == NIGHT
    assert read_range(date(2026, 10, 2), "dd-mmm") == (time(14), time(22))


@pytest.mark.parametrize("number_format", ["dd/mm/yyyy", "d-mmm-yy", "General"])
def test_a_date_that_may_be_one_is_no_range(number_format):
    refusal_of(read_range, date(2026, 2, 18), number_format)


def test_a_date_that_excel_made_of_two_small_numbers_is_asked_about():
    refusal = refusal_of(read_range, date(2026, 2, 6), "d-mmm")
    assert refusal.likely == "18:00-02:00"
    refusal_of(read_range, date(2026, 2, 25), "d-mmm")
    refusal_of(read_range, datetime(2026, 2, 18, 7), "d-mmm")  # noqa: DTZ001


def test_a_range_is_found_within_a_text():
    assert range_within("L(15-01)") == (LATE, "L")
    assert range_within("1500-0100 JR4") == (LATE, "JR4")
    assert range_within("late turn") == (None, "late turn")
    assert range_within("tel. 01622 690690-1") == (None, "tel. 01622 690690-1")


@pytest.mark.parametrize(
    ("answer", "offered"),
    [
        ("18-02", [NIGHT]),
        ("18:00-02:00+1", [NIGHT]),
        ("18-20 + 22-02", [(time(18), time(20)), (time(22), time(2))]),
        ("until 0000", [(time(), time())]),
        ("till 11pm", [(time(), time(23))]),
        ("until noon", [(time(), time(12))]),
        ("after 1900", [(time(19), time())]),
        ("from 7pm", [(time(19), time())]),
        ("1900 onwards", [(time(19), time())]),
        ("all day", [(time(), time())]),
        ("18-20, 22-02", [(time(18), time(20)), (time(22), time(2))]),
        ("18:00-20:00 and 22:00-02:00", [(time(18), time(20)), (time(22), time(2))]),
    ],
)
def test_an_answer_offers_times(answer, offered):
    assert read_offers(answer) == tuple(offered)


@pytest.mark.parametrize(
    ("answer", "likely"),
    [
        ("after 7", "7pm"),
        ("until 2", "2am"),
        ("Y", ""),
        ("can do", ""),
        ("maybe", ""),
        ("6-2", "18:00-02:00"),
        ("18-02, maybe", ""),
        ("", ""),
    ],
)
def test_an_answer_without_certain_times_is_refused(answer, likely):
    assert refusal_of(read_offers, answer).likely == likely


QUARTERS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
WRITTEN = {
    "colons": lambda clock: f"{clock:%H:%M}",
    "bare": lambda clock: f"{clock:%H%M}",
    "dots": lambda clock: f"{clock:%H.%M}",
    "twelve": lambda clock: (
        f"{clock.hour % 12 or 12}:{clock:%M}" + ("am" if clock.hour < 12 else "pm")
    ),
}


@given(
    QUARTERS,
    QUARTERS,
    st.sampled_from(sorted(WRITTEN)),
    st.sampled_from(["-", " - ", "x", " x ", " to ", "\u2013"]),
)
def test_a_range_in_any_form_is_read_back(start, end, form, between):
    write = WRITTEN[form]
    text = f"{write(start)}{between}{write(end)}"
    if start == end != time():
        refusal_of(read_range, text)
    else:
        assert read_range(text) == (start, end)
        assert read_range(shown_range((start, end))) == (start, end)


@given(st.integers(0, 23), st.integers(0, 24))
def test_whole_hours_are_read_as_they_stand_or_refused(first, last):
    """Hours of twelve are only taken where everybody uses them so."""
    usual = {(2, 10), (3, 1), (8, 4), (9, 5)}
    told = first in (0, *range(13, 24)) or last in (0, *range(13, 25))
    if (first, last) in usual:
        assert read_range(f"{first}-{last}") is not None
    elif told and 0 < (last - first) % 24 <= 16:
        assert read_range(f"{first}-{last}") == (time(first), time(last % 24))
    elif (first, last) not in ((0, 0), (0, 24)):
        refusal_of(read_range, f"{first}-{last}")
