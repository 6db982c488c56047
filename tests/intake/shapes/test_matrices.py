"""Matrices of skills with people across, or with several columns a skill."""

from datetime import date

import pytest

from inputs.intake.doubts import Topic
from inputs.intake.entries import Shape
from inputs.intake.fields import Field
from inputs.intake.recipe import Recipe
from tests.intake.shapes.sheets import blocks, fields, lost, only, sheet

TAKEN, LAST = date(2026, 3, 1), date(2027, 2, 28)
OTHER = date(2027, 5, 31)


def told(block):
    """Every entry as `Hill First aid from 01/03/2026 expires 28/02/2027`."""
    parts = (Field.FIRST, Field.STATUS, Field.EXPIRES)
    return [
        " ".join(
            [
                entry.text(Field.NAME),
                entry.words[Field.SKILL],
                *(f"{part} {entry.text(part)}" for part in parts if entry.text(part)),
            ]
        )
        for entry in block.entries
    ]


BOTH = [
    "Hill First aid from 01/03/2026 expires 28/02/2027",
    "Hill Taser expires 31/05/2027",
    "Bui First aid from 01/03/2026",
]
SKILLS = ["First aid", None, "Taser", None]
PEOPLE = [
    ["Hill", TAKEN, LAST, None, OTHER],
    ["Bui", TAKEN],
]


@pytest.mark.parametrize(
    "heads",
    [
        [["Name", *SKILLS], [None, *["Date taken", "Expires"] * 2]],
        [[None, *SKILLS], ["Name", *["From", "To"] * 2]],
        [["Name", *SKILLS], ["Name", *["Issued", "Expiry date"] * 2]],
        [["Name", *SKILLS], [None, *["Date", "Valid until"] * 2]],
        [["Name", "First aid taken", "First aid due", "Taser taken", "Taser due"]],
        [["Name", "First aid - from", "First aid - to", "Taser (from)", "Taser (to)"]],
    ],
)
def test_a_skill_may_have_two_columns(heads):
    page = sheet([["Training 2027"], [], *heads, *PEOPLE])
    block = only(page)
    assert (block.shape, told(block)) == (Shape.SKILL_MATRIX, BOTH)
    assert lost(page, [block]) == []


def test_titles_may_be_merged_over_the_columns_of_a_skill():
    rows = [["Name", *SKILLS], [None, *["Date taken", "Expires"] * 2], *PEOPLE]
    page = sheet(rows, merged=["A1:A2", "B1:C1", "D1:E1"])
    assert told(only(page)) == BOTH
    assert lost(page, blocks(page)) == []


def test_a_state_may_stand_beside_the_expiry():
    rows = [["Name", *SKILLS], [None, *["Status", "Expires"] * 2]]
    block = only(sheet([*rows, ["Hill", "Current", LAST, "N/A"]]))
    assert told(block) == [
        "Hill First aid status Current expires 28/02/2027",
        "Hill Taser status N/A",
    ]


def test_a_column_of_days_taken_is_none_of_expiries():
    rows = [["Name", "First aid completed", "Taser completed"], ["Hill", TAKEN, TAKEN]]
    assert told(only(sheet(rows))) == [
        "Hill First aid from 01/03/2026",
        "Hill Taser from 01/03/2026",
    ]


def test_dates_headed_only_so_wait_until_somebody_says_which_they_are():
    rows = [["Name", "First aid", "Taser"], [None, "Date", "Date"]]
    rows += [["Hill", LAST, LAST]]
    block = only(sheet(rows))
    assert {d.place.cell for e in block.entries for d in e.doubts} == {"B2", "C2"}
    recipe = Recipe(said={(Topic.COLUMN, "date"): "from"})
    block = only(sheet(rows), recipe=recipe)
    assert told(block)[0] == "Hill First aid from 28/02/2027"
    assert block.doubts == ()


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([["Skill", "Hill", "Bui"]], ""),
        ([["Name", "Hill", "Bui"], ["Collar No", 12382, 12419]], "12382"),
        ([["Collar No", 12382, 12419], ["Officer", "Hill", "Bui"]], "12382"),
        ([["Course", "Hill", "Bui"], ["Collar No", "PC12382", "PC12419"]], "PC12382"),
    ],
)
def test_people_may_stand_across(rows, number):
    rows = [*rows, ["First aid", LAST, OTHER], ["Taser", "N/A"], ["Total", 2, 1]]
    page = sheet([["Training matrix"], *rows])
    block = only(page)
    assert told(block) == [
        "Hill First aid expires 28/02/2027",
        "Bui First aid expires 31/05/2027",
        "Hill Taser expires N/A",
    ]
    assert block.entries[0].text(Field.ID) == number
    assert lost(page, [block]) == []


def test_people_across_may_have_two_columns_each():
    heads = [["Skill", "Hill", None, "Bui", None], [None, *["Issued", "Expiry"] * 2]]
    rows = [*heads, ["First aid", TAKEN, LAST, TAKEN], ["Taser", None, OTHER]]
    block = only(sheet(rows))
    assert sorted(told(block)) == sorted(BOTH)
    assert fields(block)["Hill"] == "name"


def test_the_status_of_a_person_is_none_of_a_skill():
    rows = [["Name", "Status", "First aid", "Taser"], ["Hill", "Active", LAST, OTHER]]
    block = only(sheet(rows))
    assert fields(block)["Status"] == "nothing"
    assert told(block)[0] == "Hill First aid expires 28/02/2027"


@pytest.mark.parametrize(
    "spell", ["Leave 1", "1st absence", "Annual leave", "Period 2"]
)
def test_stretches_of_leave_in_two_columns_each_are_no_skills(spell):
    rows = [["Name", spell, None], [None, "From", "To"], ["Hill", TAKEN, LAST]]
    shapes = {block.shape for block in blocks(sheet(rows))}
    assert Shape.SKILL_MATRIX not in shapes
