"""Grids of days: which day each column is, and what stops one that is unclear."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs.intake.doubts import Topic
from inputs.intake.entries import Shape
from inputs.intake.recipe import Recipe
from tests.intake.shapes.sheets import (
    blocks,
    codes,
    lost,
    only,
    sheet,
)

JANUARY = [date(2027, 1, day) for day in range(1, 32)]
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
NUMBERS = list(range(1, 32))
SMITH = ["Smith, J", "AL", "L"]
CODES = ["Smith, J 2027-01-01 AL", "Smith, J 2027-01-02 L"]


def letters(days):
    return [f"{day:%a}"[0] for day in days]


def days_of(block):
    """The days of the first line's entries."""
    first = block.entries[0].anchor.place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return [
        entry.day
        for entry in block.entries
        if entry.anchor.place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == first
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["JRU ROTA - JANUARY 2027"], ["Name", *NUMBERS], SMITH],
        [["January 2027", *NUMBERS], SMITH],
        [["Jan-27"], ["Name", *map(str, NUMBERS)], SMITH],
        [[], [None, *letters(JANUARY)], ["Jan 2027", *NUMBERS], SMITH],
        [["Jan 2027", *NUMBERS], [None, *letters(JANUARY)], SMITH],
        [["Name", *JANUARY], SMITH],
        [["Name", *(f"{day:%d/%m/%Y}" for day in JANUARY)], SMITH],
        [["2027"], ["Name", *(f"{day:%a} {day.day}/1" for day in JANUARY)], SMITH],
        [["Year 2027"], ["Name", *(f"{day.day}-Jan" for day in JANUARY)], SMITH],
        [["01/2027"], ["Name", *(f"{day:%a} {day.day}" for day in JANUARY)], SMITH],
        [["1 - 31 January 2027"], ["Name", *NUMBERS], SMITH],
        [["Name", *((day - date(1899, 12, 30)).days for day in JANUARY)], SMITH],
        [["JRU", "Kent"], [], ["January 2027"], ["Name", *NUMBERS], SMITH],
    ],
)
def test_a_month_is_read_however_its_days_are_written(rows):
    block = next(block for block in blocks(sheet(rows)) if block.entries)
    assert (block.shape, days_of(block)) == (Shape.MONTH_GRID, JANUARY)
    assert codes(block) == CODES
    assert block.doubts == ()


def test_a_sheet_may_be_named_for_its_month():
    rows = [["Name", *NUMBERS[:28]], SMITH]
    assert codes(only(sheet(rows, "Feb 27")))[0] == "Smith, J 2027-02-01 AL"


def test_days_written_month_first_are_turned():
    """Excel took 2 January for 1 February, and left 13 January as text."""
    heads = [
        date(2027, day.day, day.month) if day.day <= 12 else f"{day:%m/%d/%Y}"
        for day in JANUARY
    ]
    block = only(sheet([["Name", *heads], SMITH]))
    assert (days_of(block), block.doubts) == (JANUARY, ())


def test_a_row_of_days_may_go_on_into_another_month():
    days = [date(2026, 12, 28) + timedelta(days=step) for step in range(35)]
    numbers = ["Name", *(day.day for day in days)]
    title = ["28 December 2026 to 31 January 2027"]
    whole = ["January 2027"]
    labels = [None, *letters(days)]
    for rows in ([title, numbers, SMITH], [whole, numbers, SMITH]):
        assert days_of(only(sheet(rows))) == days
    short = [numbers[:22], SMITH]
    (open_day,) = {*days_of(only(sheet([whole, *short])))}
    assert open_day is None
    assert days_of(only(sheet([whole, labels[:22], *short]))) == days[:21]


def test_months_side_by_side_share_their_names():
    february = [date(2027, 2, day) for day in range(1, 29)]
    rows = [["Name", *JANUARY, None, *february], [*SMITH, *["R"] * 29, "X", "AL"]]
    found = blocks(sheet([rows[0], rows[1]]))
    whole = [code for block in found for code in codes(block)]
    assert whole[-1] == "Smith, J 2027-02-01 AL"
    assert len(whole) == 32


def test_without_a_month_every_line_waits():
    block = only(sheet([["Name", *NUMBERS], SMITH]))
    assert {entry.day for entry in block.entries} == {None}
    assert all(entry.doubts == block.doubts for entry in block.entries)
    assert len(block.doubts) == 1


def test_a_month_without_a_year_is_asked_about_once():
    rows = [["January"], ["Name", *NUMBERS], SMITH]
    block = only(sheet(rows, file="Rota 2027 FINAL (2).xlsx"))
    (doubt,) = block.doubts
    assert doubt.question is not None
    assert (doubt.question.topic, doubt.likely) == (Topic.YEAR, "2027")
    said = Recipe(said={(Topic.YEAR, ""): "2027"})
    assert codes(only(sheet(rows), recipe=said)) == CODES


def test_the_files_name_tells_the_year_where_weekdays_agree():
    rows = [["January"], [None, *letters(JANUARY)], ["Name", *NUMBERS], SMITH]
    assert codes(only(sheet(rows, file="Rota 2027.xlsx"))) == CODES
    assert only(sheet(rows, file="Rota 2026.xlsx")).doubts


def test_a_title_that_another_name_contradicts_is_not_taken():
    rows = [["January 2027"], ["Name", *NUMBERS[:28]], SMITH]
    assert only(sheet(rows, "February 2027")).doubts
    labelled = [rows[0], [None, *letters(JANUARY[:28])], *rows[1:]]
    assert codes(only(sheet(labelled, "February 2027"))) == CODES


def test_when_it_was_printed_is_no_month_of_it():
    rows = [["Printed 12 March 2027"], ["January 2027"], ["Name", *NUMBERS], SMITH]
    assert codes(only(sheet(rows))) == CODES


def test_weekdays_of_another_month_stop_the_whole_grid():
    wrong = letters([day + timedelta(days=2) for day in JANUARY])
    block = only(sheet([["January 2027", *wrong], ["Name", *NUMBERS], SMITH]))
    assert [doubt.place.cell for doubt in block.doubts] == ["B2"]
    assert {entry.day for entry in block.entries} == {None}


def test_one_weekday_that_disagrees_stops_its_column():
    labels = letters(JANUARY)
    labels[1] = "M"
    block = only(sheet([["January 2027", *labels], ["Name", *NUMBERS], SMITH]))
    (doubt,) = block.doubts
    assert (doubt.place.cell, block.entries[1].doubts) == ("C2", (doubt,))
    assert codes(block) == [CODES[0], "Smith, J None L"]


@pytest.mark.parametrize("odd", [date(2027, 7, 4), date(2026, 1, 4), "TBC", None])
def test_a_day_that_strays_stops_its_column_alone(odd):
    heads = [*JANUARY]
    heads[3] = odd
    page = sheet([["Name", *heads], ["Smith, J", *["AL"] * 31]])
    block = only(page)
    assert block.doubts
    assert len([entry for entry in block.entries if entry.day]) == 30
    assert lost(page, [block]) == []


def test_weeks_below_each_other_are_each_their_own():
    rows = []
    for monday in (date(2027, 1, 4), date(2027, 1, 11)):
        rows += [[f"w/c {monday:%d/%m/%Y}"], ["Name", *WEEK], ["Hill", "AL"], []]
    first, second = blocks(sheet(rows))
    assert (first.shape, codes(first)) == (Shape.WEEK_GRID, ["Hill 2027-01-04 AL"])
    assert codes(second) == ["Hill 2027-01-11 AL"]


def test_a_week_may_start_on_sunday():
    rows = [["Week commencing Sunday 3 January 2027"], ["Name", "Sun", *WEEK[:6]]]
    assert codes(only(sheet([*rows, ["Hill", "AL"]]))) == ["Hill 2027-01-03 AL"]


def test_two_days_beside_a_heading_of_people_make_a_grid():
    rows = [["Officer", date(2027, 1, 8), date(2027, 1, 9), "Notes"]]
    rows += [["Bui", "Y", "N", "sorry"], ["Hill", "N", "Y", None]]
    block = only(sheet(rows))
    assert codes(block) == [
        "Bui 2027-01-08 Y",
        "Bui 2027-01-09 N",
        "Hill 2027-01-08 N",
        "Hill 2027-01-09 Y",
    ]


def test_two_days_in_a_row_of_a_list_are_no_heading():
    # `Paramedic` is what some call the column of names.
    rows = [["Staff No", "Role", "From", "To", "Absence Type"]]
    rows += [["P7", "Paramedic", date(2027, 1, 4), date(2027, 1, 8), "AL"]] * 3
    assert only(sheet(rows)).shape is Shape.LIST


def test_a_week_that_begins_on_another_weekday_than_its_title_waits():
    rows = [["w/c 4 January 2027"], ["Name", "Sun", *WEEK[:6]], ["Hill", "AL"]]
    assert only(sheet(rows)).doubts


def test_a_week_that_only_has_a_number_waits():
    """The title of the first week tells nothing of the second."""
    rows = [["w/c 04/01/2027"], ["Name", *WEEK], ["Hill", "AL"], []]
    rows += [["Week 2"], ["Name", *WEEK], ["Hill", "AL"]]
    first, second = blocks(sheet(rows))
    assert codes(first) == ["Hill 2027-01-04 AL"]
    assert codes(second) == ["Hill None AL"]
    assert second.doubts


def test_a_week_across_the_new_year():
    rows = [["28 Dec - 3 Jan 2027"], ["Name", *WEEK], ["Hill", "AL"]]
    assert codes(only(sheet(rows))) == ["Hill 2026-12-28 AL"]


def test_headings_repeated_down_a_sheet_are_of_the_same_month():
    rows = [["Name", *NUMBERS], SMITH, [], ["Name", *NUMBERS], ["Hill", "AL"]]
    first, second = blocks(sheet(rows, "Jan 2027"))
    assert codes(first) == CODES
    assert codes(second) == ["Hill 2027-01-01 AL"]


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 1)),
    st.integers(5, 40),
    st.sampled_from(["true", "text", "labelled", "numbers", "serial"]),
    st.integers(0, 2),
)
@settings(max_examples=60)
def test_the_days_of_any_grid_are_those_it_was_made_of(first, length, style, above):
    days = [first + timedelta(days=step) for step in range(length)]
    draws = {
        "true": lambda day: day,
        "text": lambda day: f"{day:%d/%m/%Y}",
        "labelled": lambda day: f"{day:%a} {day.day}",
        "numbers": lambda day: day.day,
        "serial": lambda day: (day - date(1899, 12, 30)).days,
    }
    title = [f"Rota from {first.day} {first:%B %Y}"]
    rows = [[]] * above + [title, ["Name", *map(draws[style], days)], SMITH]
    block = only(sheet(rows))
    assert (days_of(block), block.doubts) == (days, ())
