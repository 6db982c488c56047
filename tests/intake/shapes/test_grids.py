"""Grids of days: whose each line is, and what stands beside the days."""

from datetime import date

from inputs.intake.entries import Shape
from inputs.intake.fields import Field
from tests.intake.shapes.sheets import (
    blocks,
    codes,
    fields,
    only,
    passed,
    sheet,
    told,
)

JANUARY = [date(2027, 1, day) for day in range(1, 32)]


def test_columns_before_the_days_are_known_by_heading_or_by_look():
    heads = ["Surname", "Forename", "Collar No", "Base", *JANUARY]
    row = ["Hill", "Jo", 123, "Medway", "AL"]
    entry = only(sheet([heads, row])).entries[0]
    assert told(entry) == {
        "surname": "Hill",
        "forename": "Jo",
        "id": "123",
        "base": "Medway",
        "code": "AL",
    }
    bare = only(sheet([[None, None, *JANUARY], [7, "Hill", "AL"], [8, "Wood", "L"]]))
    assert told(bare.entries[0])["name"] == "Hill"


def test_columns_after_the_days_are_totals_or_notes():
    heads = ["Name", *JANUARY[:7], "Hrs", "A/L left", "Notes", None]
    row = ["Hill", *["AL"] * 7, 40, 12.5, "likes lates", "off sick from the 4th"]
    block = only(sheet([heads, row]))
    note = block.entries[0].text(Field.NOTE)
    assert note == "likes lates; off sick from the 4th"
    assert passed(block) == dict.fromkeys(("I2", "J2"), "a column beside the days")
    assert [doubt.place.cell for doubt in block.doubts] == ["L1"]
    assert block.entries[0].doubts == ()


def test_a_code_under_no_day_is_doubted():
    heads = ["Name", *JANUARY[:5], None, *JANUARY[5:10]]
    block = only(sheet([heads, ["Hill", *["AL"] * 11]]))
    assert [doubt.place.cell for doubt in block.doubts] == ["G2"]
    assert [entry.day for entry in block.entries] == JANUARY[:10]


def test_totals_signatures_and_headings_between_are_passed_over():
    rows = [
        ["Name", *JANUARY],
        ["PARAMEDICS"],
        ["Hill", "AL"],
        [],
        ["Wood", "L"],
        ["Total", 1, 2],
        [None, 1, 2],
        ["Strength", 1, 2],
        ["Signed: R. Desk"],
    ]
    block = only(sheet(rows))
    assert codes(block) == ["Hill 2027-01-01 AL", "Wood 2027-01-01 L"]
    assert passed(block)["A2"] == "a line with nothing on its days"
    assert {"A6", "B7", "A8", "A9"} <= set(passed(block))


def test_a_banner_merged_over_the_days_is_no_code():
    rows = [["Name", *JANUARY[:7]], ["POLICE"], ["Hill", "AL"]]
    block = only(sheet(rows, merged=["A2:H2"]))
    assert codes(block) == ["Hill 2027-01-01 AL"]
    assert passed(block) == {"A2": "a heading between the lines"}


def test_a_merged_bar_is_every_day_that_it_covers():
    rows = [["Name", *JANUARY[:7]], ["Hill", None, "AL"]]
    block = only(sheet(rows, merged=["C2:E2"]))
    assert codes(block) == [f"Hill 2027-01-{day:02} AL" for day in (2, 3, 4)]


def test_a_name_merged_over_two_rows_has_two_codes():
    rows = [["Name", *JANUARY[:7]], ["Hill", "L"], [None, "OT"]]
    block = only(sheet(rows, merged=["A2:A3"]))
    assert codes(block) == ["Hill 2027-01-01 L", "Hill 2027-01-01 OT"]


def test_a_code_in_a_line_without_a_name_is_nobodys():
    block = only(sheet([["Name", *JANUARY[:7]], ["Hill", "L"], [None, "OT"]]))
    assert codes(block) == ["Hill 2027-01-01 L", " 2027-01-01 OT"]


def test_codes_above_the_first_name_are_not_passed_over():
    block = only(sheet([["Name", *JANUARY[:7]], [None, "AL"], ["Hill", "L"]]))
    assert codes(block)[0] == " 2027-01-01 AL"


def test_a_coloured_blank_square_and_a_comment_are_entries():
    rows = [["Name", *JANUARY[:7]], ["Hill", "L"]]
    page = sheet(rows, fills={"C2": "FFFF00"}, notes={"D2": "off sick"})
    block = only(page)
    looks = [(cell.fill, cell.note) for e in block.entries if (cell := e.anchor)]
    assert looks[1:3] == [("FFFF00", ""), ("", "off sick")]


def test_a_blank_square_of_a_person_is_an_entry_too():
    block = only(sheet([["Name", *JANUARY[:7]], ["Hill", "L"]]))
    assert len(block.entries) == 7


def test_a_sentence_below_a_grid_is_for_somebody_to_type_in():
    text = "Hill can do any Friday in March bar the 13th"
    block = only(sheet([["Name", *JANUARY[:7]], ["Hill", "L"], [], [text]]))
    assert [doubt.found for doubt in block.doubts] == [text]


def test_a_list_below_a_grid_is_a_list():
    rows = [["Name", *JANUARY[:7]], ["Hill", "L"], []]
    rows += [["Name", "From", "To"], ["Wood", JANUARY[0], JANUARY[1]]]
    grid, table = blocks(sheet(rows))
    assert (codes(grid), len(grid.entries)) == (["Hill 2027-01-01 L"], 7)
    assert [told(entry)["name"] for entry in table.entries] == ["Wood"]


def test_rows_of_a_list_are_no_heading_of_days():
    """Dates that follow each other in a list of a person's days are values."""
    heads = ["Name", "From", "To", "Notes"]
    rows = [heads, *(["Hill", day, day, None] for day in JANUARY)]
    assert only(sheet(rows)).shape is Shape.LIST


def test_a_grid_of_sixty_people_knows_its_headings():
    rows = [["Name", *JANUARY], *([f"Hill {n}", *["AL"] * 31] for n in range(60))]
    block = only(sheet(rows))
    assert len(block.entries) == 60 * 31
    assert set(fields(block).values()) == {"name", "date"}
