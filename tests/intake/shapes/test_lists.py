"""Lists: which rows count, how they are read, and what is passed over."""

from datetime import date, datetime, time

import pytest

from inputs.intake.entries import Shape
from inputs.intake.fields import Field
from tests.intake.shapes.sheets import blocks, only, passed, sheet, told

FIRST, LAST = date(2027, 1, 4), date(2027, 1, 8)
ABSENCE = ["Employee Number", "Name", "Absence Type", "From", "To"]
ROW = [20413377, "Kalsi, Shanice", "Annual Leave", FIRST, LAST]


def test_nothing_at_all_is_no_block():
    assert blocks(sheet([])) == ()


def test_a_header_alone_is_a_list_without_entries():
    block = only(sheet([ABSENCE]))
    assert (block.shape, block.entries) == (Shape.LIST, ())


def test_titles_totals_and_signatures_are_passed_over():
    page = sheet(
        [
            ["JOINT RESPONSE UNIT"],
            ["Printed on 12/12/2026"],
            ABSENCE,
            ROW,
            [],
            ROW,
            ["Total", None, None, None, 12],
            [None, None, None, 7, 12],
            ["Signed off by: R. Desk"],
            ["Notes: see the policy"],
        ]
    )
    block = only(page)
    assert [entry.anchor.place.cell for entry in block.entries] == ["A4", "A6"]
    assert passed(block) == {
        "A1": "a title",
        "A2": "who made the list, and when",
        "A7": "a total",
        "E7": "a total",
        "D8": "only numbers, as of a total",
        "E8": "only numbers, as of a total",
        "A9": "who made the list, and when",
        "A10": "a note below the table",
    }


@pytest.mark.parametrize("surname", ["Page", "Count", "Key", "Max", "Total-Smith"])
def test_people_with_telling_names_are_people(surname):
    heads = ["Surname", "Forename", "Absence Type", "From", "To"]
    block = only(sheet([heads, [surname, "Jo", "AL", FIRST, LAST]]))
    assert [told(entry)["surname"] for entry in block.entries] == [surname]


def test_moments_are_parted_into_days_and_times():
    moments = [
        datetime.combine(FIRST, time(18)),
        "05/01/2027 02:00",
    ]
    (entry,) = only(sheet([["Name", "Start", "End"], ["Bui", *moments]])).entries
    assert told(entry) == {
        "name": "Bui",
        "from": "04/01/2027",
        "start": "18:00",
        "to": "05/01/2027",
        "end": "02:00",
    }


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            "2027-02-01T00:00:00Z",
            "2027-02-05T23:59:59Z",
            ("01", "00:00", "05", "23:59"),
        ),
        ("2027-06-01T00:00:00+01:00", "2027-06-04T23:59:59.999+01:00", None),
        ("2027-05-31T23:00:00Z", "2027-06-04T22:59:59Z", None),
        (
            "04/01/2027 3:00:00 PM",
            "05/01/2027 1:00 AM",
            ("04", "3:00 PM", "05", "1:00 AM"),
        ),
    ],
)
def test_instants_are_told_by_the_clocks_of_the_country(start, end, expected):
    (entry,) = only(sheet([["Name", "Start", "End"], ["Bui", start, end]])).entries
    said = told(entry)
    assert (said["from"][:2], said["start"], said["to"][:2], said["end"]) == (
        expected or ("01", "00:00", "04", "23:59")
    )


def test_several_absences_in_a_row_are_several_entries():
    rows = [
        ["Name", "From", "To", "From", "To"],
        ["Bui", FIRST, FIRST, LAST, LAST],
        ["Hill", FIRST, LAST],
    ]
    entries = only(sheet(rows)).entries
    assert [list(told(entry).values()) for entry in entries] == [
        ["Bui", "04/01/2027", "04/01/2027"],
        ["Bui", "08/01/2027", "08/01/2027"],
        ["Hill", "04/01/2027", "08/01/2027"],
    ]


def test_private_values_are_never_kept():
    page = sheet(
        [
            ["Name", "From", "To", "Mobile"],
            ["Bui", FIRST, LAST, "07700 900123"],
            ["Total", None, None, "07700 900456"],
        ]
    )
    assert "07700" not in repr([only(page).entries, only(page).passed])


def test_tables_side_by_side_are_two():
    rows = [
        ["Name", "From", "To", None, "Name", "From", "To"],
        ["Bui", FIRST, LAST, None, "Hill", FIRST, FIRST],
        [None, None, None, None, "Wood", LAST, LAST],
    ]
    names = [[told(e)["name"] for e in block.entries] for block in blocks(sheet(rows))]
    assert names == [["Bui"], ["Hill", "Wood"]]


def test_tables_below_each_other_keep_their_titles_apart():
    police = ["Collar No", "Name", "Abstraction", "From", "To"]
    rows = [["TRUST"], ABSENCE, ROW, [], ["POLICE"], [], police, ROW]
    first, second = blocks(sheet(rows))
    assert (len(first.entries), len(second.entries)) == (1, 1)
    assert passed(first) == {"A1": "a title", "A5": "outside every table"}


def test_a_heading_again_goes_on_with_the_list():
    found = blocks(sheet([ABSENCE, ROW, ABSENCE, ROW]))
    assert [len(block.entries) for block in found] == [1, 1]


def test_notes_in_two_columns_are_one_note():
    rows = [["Name", "Date", "Notes", "Comments"], ["Bui", FIRST, "swap", "ask Sam"]]
    (entry,) = only(sheet(rows)).entries
    assert entry.text(Field.NOTE) == "swap; ask Sam"


def test_a_merged_name_belongs_to_each_of_its_rows():
    rows = [ABSENCE, ROW, [None, None, "Sick", FIRST, FIRST]]
    page = sheet(rows, merged=["A2:A3", "B2:B3"])
    assert [told(entry)["name"] for entry in only(page).entries] == [
        "Kalsi, Shanice"
    ] * 2


def test_a_list_without_headings_is_doubted_cell_by_cell():
    block = only(sheet([["Bui", "AL", FIRST], ["Hill", "AL", LAST]]))
    assert block.entries == ()
    assert [doubt.place.cell for doubt in block.doubts] == [
        "A1",
        "B1",
        "C1",
        "A2",
        "B2",
        "C2",
    ]


def test_free_text_is_for_somebody_to_type_in():
    text = "PC Bui can do any Fri/Sat in March bar 13th."
    (doubt,) = only(sheet([[text]])).doubts
    assert (doubt.found, "by hand" in doubt.wanted) == (text, True)
    (beside,) = only(sheet([ABSENCE, ROW, [], [], [None] * 9 + [text]])).doubts
    assert beside.found == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("My mobile is 07700 900222, thanks", "My mobile is …, thanks"),
        ("call +44 7700 900222", "call …"),
        ("mail m.grewal@example.org.", "mail …."),
        ("NI QQ 12 34 56 C", "NI …"),
        ("from 0700 to 1700 on 05/01/2027, 00123456", None),
    ],
)
def test_private_numbers_in_free_text_are_not_shown(text, shown):
    block = only(sheet([["Hello,"], [text], ["bye"]]))
    assert [doubt.found for doubt in block.doubts][1] == (shown or text)


def test_a_list_of_words_to_choose_from_is_passed_over():
    lists = sheet([["AL"], ["SICK"]], "DO NOT EDIT", is_hidden=True)
    _, block = blocks(sheet([ABSENCE, ROW]), lists)
    assert set(passed(block).values()) == {"a list of words to choose from"}


def test_a_midnight_beside_a_date_is_no_time_of_day():
    row = ["Bui", "2027-01-04 00:00:00", datetime.combine(LAST, time())]
    (entry,) = only(sheet([["Name", "From", "To"], row])).entries
    assert Field.START not in entry.cells
    assert Field.END not in entry.cells
