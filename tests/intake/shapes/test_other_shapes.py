"""Crew sheets, matrices of skills, base rotas and the sender's own key."""

from datetime import date, time, timedelta
from itertools import zip_longest

import pytest

from inputs.intake.entries import Shape
from inputs.intake.fields import Field
from tests.intake.shapes.sheets import blocks, codes, fields, only, passed, sheet, told

FIRST = date(2027, 1, 4)
DAYS = [FIRST + timedelta(days=step) for step in range(7)]
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def crews(block):
    """A crew sheet's entries as `2027-01-04 JR-01 Para: Hill`."""
    return [
        f"{e.day} {e.words.get(Field.UNIT, '')} {e.words.get(Field.POST, '')}: "
        f"{e.text(Field.NAME)}"
        for e in block.entries
    ]


CREW = ["Hill", "PC Bui"]


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        ([["Date", "JR-01 Para", "JR-01 Police"], [FIRST, *CREW]], ()),
        ([["Date", "JR-01: Para", "JR-01 / Police"], ["04/01/2027", *CREW]], ()),
        ([["Rota"], [None, "JR-01 Para", "JR-01 Police"], [FIRST, *CREW]], ()),
        (
            [[None, "JR-01", None], ["Date", "Para", "Police"], [FIRST, *CREW]],
            ("B1:C1",),
        ),
        (
            [["Date", "JR-01", None], [None, "Para", "Police"], [FIRST, *CREW]],
            ("B1:C1",),
        ),
        ([["2027"], ["Date", "JR-01 Para", "JR-01 Police"], ["Mon 4 Jan", *CREW]], ()),
    ],
)
def test_crews_know_their_day_car_and_post(rows, merged):
    found = blocks(sheet(rows, merged=merged))
    (block,) = [block for block in found if block.entries]
    assert block.shape is Shape.TEAM_GRID
    assert crews(block) == [
        "2027-01-04 JR-01 Para: Hill",
        "2027-01-04 JR-01 Police: PC Bui",
    ]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Smith / PC Jones", ["Smith", "PC Jones"]),
        ("Smith\nPC Jones", ["Smith", "PC Jones"]),
        ("Smith & Jones", ["Smith", "Jones"]),
        ("A/PS Jones", ["A/PS Jones"]),
        ("S/Sgt Hill / SC Wood", ["S/Sgt Hill", "SC Wood"]),
        ("Smith, John", ["Smith, John"]),
        ("Anderson", ["Anderson"]),
        ("N/A", ["N/A"]),
    ],
)
def test_a_cell_may_hold_two_names(cell, names):
    rows = [["Date", "JR-01 Para", "JR-01 Police"], [FIRST, None, cell]]
    entries = only(sheet(rows)).entries
    assert [entry.text(Field.NAME) for entry in entries] == names
    assert {entry.anchor.place.cell for entry in entries} == {"C2"}


def test_times_and_notes_beside_a_date_belong_to_its_crews():
    heads = ["Date", "Day", "Start", "Finish", "JR-01 Para", "JR-01 Police", "Notes"]
    rows = [heads, [FIRST, "Mon", time(15), time(1), "Hill", "Bui", "late swap"]]
    for entry in only(sheet(rows)).entries:
        cells = told(entry)
        assert (cells["start"], cells["end"]) == ("15:00", "01:00")
        assert cells["note"] == "late swap"


def test_a_date_that_its_weekday_contradicts_stops_its_crews():
    heads = ["Date", "Day", "JR-01 Para", "JR-01 Police"]
    days = [[day, f"{day:%a}", "Hill", "Bui"] for day in DAYS]
    days[2][1] = "Sun"
    block = only(sheet([heads, *days]))
    waiting = [entry for entry in block.entries if entry.doubts]
    assert [entry.anchor.place.cell for entry in waiting] == ["C4", "D4"]
    assert {entry.day for entry in waiting} == {None}


def test_a_crew_without_a_date_waits():
    rows = [["Date", "JR-01 Para", "JR-01 Police"], [FIRST, "Hill"], ["TBC", "Bui"]]
    block = only(sheet(rows))
    assert [bool(entry.doubts) for entry in block.entries] == [False, True]


def test_a_row_of_a_list_is_no_heading_of_crews():
    heads = ["Collar No", "Rank", "Surname", "Date", "Duty Type", "Callsign"]
    rows = [heads, *(["PC12", "PC", "Bui", day, "JRU", "JR-01"] for day in DAYS)]
    rows[3][3] = "?"
    block = only(sheet(rows))
    assert (block.shape, len(block.entries)) == (Shape.LIST, 7)


MATRIX = [
    ["Training 2027"],
    [],
    ["Collar No", "Name", "First aid", "Taser", "Driving"],
    [1, "Hill", date(2027, 3, 1), "N/A", None],
    [2, "Bui", "Booked 12/3", "Mar-27", date(2028, 1, 1)],
    [3, "Wood", None, None, None],
]


def test_a_matrix_has_an_entry_for_each_skill_that_is_told_of():
    block = only(sheet(MATRIX))
    assert block.shape is Shape.SKILL_MATRIX
    assert [
        (e.text(Field.NAME), e.words[Field.SKILL], e.text(Field.EXPIRES))
        for e in block.entries
    ] == [
        ("Hill", "First aid", "01/03/2027"),
        ("Hill", "Taser", "N/A"),
        ("Bui", "First aid", "Booked 12/3"),
        ("Bui", "Taser", "Mar-27"),
        ("Bui", "Driving", "01/01/2028"),
    ]
    assert passed(block)["B6"] == "a line without an expiry"
    assert fields(block)["Taser"] == "skill"


def test_headings_of_a_matrix_may_be_repeated_and_misspelt():
    heads = ["Collar No", "Name", "First aid", "Taser"]
    row = [1, "Hill", date(2027, 3, 1), date(2027, 4, 1)]
    found = blocks(sheet([["Coller No", *heads[1:]], row, heads, row]))
    assert [len(block.entries) for block in found] == [2, 2]


def test_a_length_of_time_in_months_speaks_of_expiry():
    rows = [["Name", "First aid", "Driving"], ["Hill", date(2027, 3, 1), "12 months"]]
    assert fields(only(sheet(rows)))["Driving"] == "skill"


def test_a_long_list_of_qualifications_is_a_list():
    rows = [["Name", "Skill", "Expiry"], ["Hill", "First aid", date(2027, 3, 1)]]
    assert only(sheet(rows)).shape is Shape.LIST


def test_a_row_of_a_list_is_no_heading_of_a_matrix():
    # `Paramedic` is what some call the column of names.
    heads = ["Staff No", "Surname", "Role", "Address", "Date of Birth", "Start Date"]
    staff = ["7", "Wexcombe", "Paramedic", "Station Road", "01/02/1990", "01-FEB-2015"]
    other = ["8", "Bui", "Call Handler", "Mill Lane", "01/02/1991", "01-FEB-2016"]
    block = only(sheet([heads, staff, other, other]))
    assert (block.shape, len(block.entries)) == (Shape.LIST, 3)


def test_lines_of_a_base_rota_know_their_week_and_weekday():
    rows = [["Line", *WEEK, *WEEK], [1, "E", "E", *"-----", "L"], [2, "N"]]
    block = only(sheet(rows))
    assert block.shape is Shape.BASE_LINES
    assert [
        (e.words[Field.LINE], e.words[Field.WEEK], e.words[Field.WEEKDAY])
        for e in block.entries
        if e.text(Field.CODE) in ("L", "N")
    ] == [("1", "2", "monday"), ("2", "1", "monday")]
    assert block.doubts == ()


def test_a_base_rota_may_have_a_row_a_week_and_a_first_day():
    rows = [["Cycle starts 04/01/2027"], ["Week", *"MTWTFSS"]]
    rows += [[1, *"EELLNN-"], ["Wk 2", *"-----EE"]]
    block = only(sheet(rows))
    last = block.entries[-1]
    assert (last.words[Field.WEEK], last.words[Field.WEEKDAY]) == ("2", "sunday")
    assert last.day == date(2027, 1, 17)


def test_the_list_of_people_on_lines_is_a_list():
    lines = sheet([["Line", *WEEK], [1, "E"]], "Lines")
    people = sheet([["Name", "Line"], ["Hill", 1]], "Who")
    _, block = blocks(lines, people)
    assert told(block.entries[0]) == {"name": "Hill", "line": "1"}


GRID = [["Name", *DAYS], ["Hill", "AL"]]


@pytest.mark.parametrize(
    "key",
    [
        [["Key"], ["AL", "Annual leave"], ["LD", "Long day"]],
        [["Legend:"], ["AL = Annual leave"], ["LD - Long day"]],
        [["Code", "Meaning"], ["AL", "Annual leave"], ["LD", "Long day"]],
        [["Colour key"], ["AL", "Annual leave"], [], ["LD", "Long day"]],
    ],
)
def test_a_key_says_what_codes_mean_wherever_it_stands(key):
    meanings = {"AL": "Annual leave", "LD": "Long day"}
    below = only(sheet([*GRID, [], *key]))
    assert below.legend == meanings
    assert codes(below) == ["Hill 2027-01-04 AL"]
    lines = zip_longest([*GRID, []], key, fillvalue=[])
    beside = [[*row, *[None] * (9 - len(row)), *part] for row, part in lines]
    assert only(sheet(beside)).legend == meanings
    grid, other = blocks(sheet(GRID), sheet(key[1:], "Key to codes"))
    assert grid.legend == meanings
    assert set(passed(other).values()) == {"the sender's own key"}


def test_a_key_says_what_colours_mean():
    rows = [*GRID, [], ["Key"], [None, "Annual leave"], ["Sick"], ["TRG", "Training"]]
    fills = {"A5": "FFFF00", "A6": "FF0000", "A7": "92D050"}
    assert only(sheet(rows, fills=fills)).legend == {
        "FFFF00": "Annual leave",
        "FF0000": "Sick",
        "TRG": "Training",
        "92D050": "Training",
    }


def test_a_key_of_another_sheet_does_not_overrule_ones_own():
    police = sheet([*GRID, [], ["Key"], ["LD", "Late duty"]], "Police")
    trust = sheet([*GRID, [], ["Key"], ["LD", "Long day"]], "Trust")
    assert [block.legend["LD"] for block in blocks(police, trust)] == [
        "Late duty",
        "Long day",
    ]
