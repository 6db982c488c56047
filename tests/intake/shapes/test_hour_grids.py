"""Grids of hours, in the layouts in which offers come by the hour."""

from datetime import date, time, timedelta

import pytest

from inputs.intake.entries import Shape
from inputs.intake.fields import Field
from tests.intake.shapes.sheets import blocks, fields, lost, only, passed, sheet

FRIDAY = date(2027, 1, 8)
SATURDAY = FRIDAY + timedelta(days=1)
DAYS = {4: [18, 23], 5: [0, 9]}
"""The hours that are ticked on the Friday and on the Saturday."""
NUMBERS = [f"{hour:02}" for hour in range(24)]
NAME = "Mairi Grewal"


def ticks(day, *, first=0):
    """A row of 24 squares, those of the day's hours ticked."""
    hours = [(first + step) % 24 for step in range(24)]
    return ["Y" if hour in DAYS[day] else None for hour in hours]


def told(block):
    """The marked squares as `Mairi Grewal 2027-01-08 18:00-19:00 Y`."""
    return [
        f"{entry.text(Field.NAME)} {entry.day or entry.cells[Field.DATE].value} "
        f"{entry.words[Field.START]}-{entry.words[Field.END]} {entry.text(Field.CODE)}"
        for entry in block.entries
        if entry.text(Field.CODE)
    ]


def twelve(hour):
    """The hour as clocks with hands tell it."""
    return hour % 12 or 12


def half(hour):
    """The half of the day in which the hour begins."""
    return "am" if hour % 24 < 12 else "pm"


TRUE = [
    f"{NAME} 2027-01-08 18:00-19:00 Y",
    f"{NAME} 2027-01-08 23:00-24:00 Y",
    f"{NAME} 2027-01-09 00:00-01:00 Y",
    f"{NAME} 2027-01-09 09:00-10:00 Y",
]
HEADS = [
    NUMBERS,
    list(range(24)),
    [f"{hour}:00" for hour in range(24)],
    [f"{hour:02}00" for hour in range(24)],
    [time(hour) for hour in range(24)],
    [hour / 24 or time() for hour in range(24)],
    [f"{twelve(hour)}{half(hour)}" for hour in range(24)],
    [f"{hour:02}:00-{(hour + 1) % 24:02}:00" for hour in range(24)],
    [f"{hour:02}00 to {hour:02}59" for hour in range(24)],
    [f"{hour:02}-{hour + 1:02}" for hour in range(24)],
    [f"Hour {hour}" for hour in range(24)],
    [f"{twelve(hour)}-{twelve(hour + 1)}{half(hour + 1)}" for hour in range(24)],
]


@pytest.mark.parametrize("hours", HEADS)
def test_hours_are_known_however_they_are_written(hours):
    rows = [["Officer", "Date", *hours]]
    rows += [[NAME, FRIDAY, *ticks(4)], [NAME, SATURDAY, *ticks(5)]]
    block = only(sheet(rows))
    assert (block.shape, told(block)) == (Shape.HOUR_GRID, TRUE)


WEEK = "Week commencing 04/01/2027"
SQUARES = [[FRIDAY, *ticks(4)], [SATURDAY, *ticks(5)]]
WEEKDAYS = [["Mon"], ["Fri", *ticks(4)], ["Sat", *ticks(5)]]
DOWN = [
    [time(hour), *["Y" if hour in DAYS.get(day, ()) else None for day in range(7)]]
    for hour in range(24)
]
MONDAY = date(2027, 1, 4)
ALONG = ["Hour", *(MONDAY + timedelta(days=step) for step in range(7))]


@pytest.mark.parametrize(
    "rows",
    [
        [["Officer", "Date", *NUMBERS], [NAME, *SQUARES[0]], [None, *SQUARES[1]]],
        [[WEEK], ["Officer", "Day", *NUMBERS], [NAME, *WEEKDAYS[0]]]
        + [[None, *squares] for squares in WEEKDAYS[1:]],
        [["Officer", "Week commencing", "Day", *NUMBERS]]
        + [[NAME, MONDAY, *squares] for squares in WEEKDAYS],
        [[f"Availability of {NAME}"], [WEEK], ["Day", *NUMBERS], *WEEKDAYS],
        [[f"Officer: {NAME}", WEEK], ["Day", *NUMBERS], *WEEKDAYS],
        [["Officer", NAME], [WEEK], [], [None, *NUMBERS], *WEEKDAYS],
        [[f"{NAME} - w/c 4th January 2027"], [None, *NUMBERS], *WEEKDAYS],
        [[NAME, *NUMBERS], *SQUARES],
        [[None, *NUMBERS], [NAME], *SQUARES],
        [[NAME], ALONG, *DOWN],
        [[NAME], [f"Week of {MONDAY}"], ["Hour", *"MTWTFSS"], *DOWN],
    ],
)
def test_one_person_may_be_named_once(rows):
    block = next(each for each in blocks(sheet(rows, "2027")) if each.entries)
    assert block.shape is Shape.HOUR_GRID
    assert sorted(told(block)) == TRUE
    assert not any(entry.doubts for entry in block.entries)
    assert lost(sheet(rows, "2027"), blocks(sheet(rows, "2027"))) == []


def test_blocks_of_several_people_stand_below_each_other():
    block = [[None, *NUMBERS], *SQUARES]
    rows = [["SC Mairi Grewal"], *block, [], ["SC Fiona Sahota"], *block]
    names = [each.entries[0].text(Field.NAME) for each in blocks(sheet(rows))]
    assert names == ["SC Mairi Grewal", "SC Fiona Sahota"]


def test_hours_after_midnight_are_the_next_days():
    rows = [["Officer", "Date", "10pm", "11pm", "12am", "1am"], [NAME, FRIDAY, *"YYYY"]]
    words = [entry.words[Field.START] for entry in only(sheet(rows)).entries]
    assert words == ["22:00", "23:00", "24:00", "25:00"]


def test_half_hours_and_parts_of_the_day_are_hours_too():
    halves = ["Officer", "Date", "18:00", "18:30", "19:00", "19:30"]
    parts = ["Officer", "Date", "06-12", "12-18", "18-06"]
    for heads, last in ((halves, "20:00"), (parts, "30:00")):
        rows = [heads, [NAME, FRIDAY, *"YYYY"[: len(heads) - 2]]]
        assert only(sheet(rows)).entries[-1].words[Field.END] == last


def test_a_row_without_a_name_belongs_to_the_row_above_only_on_a_later_day():
    rows = [["Officer", "Date", *NUMBERS], [NAME, *SQUARES[1]], [None, *SQUARES[0]]]
    block = only(sheet(rows))
    waiting = [entry for entry in block.entries if entry.doubts]
    assert {entry.doubts[0].place.cell for entry in waiting} == {"A3"}
    assert [entry.anchor.place.cell for entry in waiting] == ["U3", "Z3"]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Rota"], ["Date", *NUMBERS], *SQUARES], "A2"),
        ([["Mairi Grewal"], ["Fiona Sahota"], ["Date", *NUMBERS], *SQUARES], "A3"),
        ([["Officer", "Date", *range(1, 25)], [NAME, *SQUARES[0]]], "A1"),
        ([["Officer", "Date", *NUMBERS[:12], 13], [NAME, *SQUARES[1]]], "O1"),
        ([["Officer", "Day", *NUMBERS], [NAME, *WEEKDAYS[1]]], "B2"),
    ],
)
def test_all_waits_where_nobody_can_tell_who_or_when(rows, cell):
    block = next(each for each in blocks(sheet(rows)) if each.entries)
    assert {doubt.place.cell for entry in block.entries for doubt in entry.doubts} == {
        cell
    }


@pytest.mark.parametrize(
    "rows",
    [
        [["Date", *NUMBERS], [FRIDAY, *[5] * 24]],
        [["Name", *range(1, 32)], [NAME, *["L"] * 31]],
        [["Name", *range(1, 24)], [NAME, *["L"] * 23]],
        [["Name", "Date", *range(1, 24)], [NAME, None, *["L"] * 23]],
        [["Name", "Date", "Start", "End"], [NAME, FRIDAY, time(18), time(19)]],
    ],
)
def test_counts_days_and_duties_are_no_hours(rows):
    assert Shape.HOUR_GRID not in {block.shape for block in blocks(sheet(rows))}


def test_two_rows_of_one_day_wait_where_they_contradict_each_other():
    rows = [["Officer", "Date", *NUMBERS], [NAME, FRIDAY, "Y"], [NAME, FRIDAY, "N"]]
    rows += [[NAME, SATURDAY, "Y"], [NAME, SATURDAY, None, "N"]]
    waiting = {e.anchor.place.cell for e in only(sheet(rows)).entries if e.doubts}
    assert {"C2", "C3"} <= waiting
    assert not {"C4", "D5"} & waiting


def test_blanks_are_told_of_only_where_nothing_is_offered():
    rows = [["Officer", "Date", *NUMBERS], [NAME, FRIDAY, "N"], [NAME, SATURDAY, "Y"]]
    rows += [[NAME, SATURDAY + timedelta(days=1)]]
    block = only(sheet(rows))
    squares = [entry.anchor.place.cell for entry in block.entries]
    assert (len(squares), squares[0], squares[-1]) == (25, "C2", "C3")
    assert passed(block)["A4"] == "a line without a mark"
    assert fields(block)["07"] == "start"
