"""Columns of lists: what each tells, and which are asked about."""

from datetime import date, time

import pytest

from inputs.intake.doubts import Topic
from inputs.intake.recipe import Recipe
from tests.intake.shapes.sheets import fields, only, sheet, told

FIRST, LAST = date(2027, 1, 4), date(2027, 1, 8)
ABSENCE = ["Employee Number", "Name", "Absence Type", "From", "To"]
ROW = [20413377, "Kalsi, Shanice", "Annual Leave", FIRST, LAST]


SYSTEMS = {
    "ESR staff": """
        Employee Number=id, Assignment Number=nothing, Title=rank, Last Name=surname,
        First Name=forename, Preferred Name=preferred name, Org L4=nothing,
        Position Title=nothing, Role=role, AfC Band=grade, FTE=fte,
        Contracted Hours=weekly hours, Assignment Category=category,
        Assignment Status=status, Latest Start Date=from, Termination Date=to,
        Line Manager=nothing, Date of Birth=private, NI Number=private""",
    "ESR absence": """
        Employee Number=id, Absence Category=nothing, Absence Type=kind,
        Level 1 Reason=private, Absence Start Date=from, Absence End Date=to,
        Calendar Days Lost=days, FTE Days Lost=nothing, Hours Lost=hours""",
    "ESR competence": """
        Employee Number=id, Competence=skill, Date From=from, Date To=to,
        Expiry=expires, Meets Requirement=meets, Compliance %=nothing""",
    "GRS": """
        Payroll No=id, Surname=surname, Dispatch Base=base, Skill=skill, Line=line,
        Date=date, Shift Code=code, Start=start, Finish=end, Hours=hours,
        Callsign=unit, Partner=partner, Abs Code=kind, Relief=note, Notes=note""",
    "HealthRoster": """
        Unit=unit, Staff=name, Assignment No.=id, Grade Type=grade, Duty Date=date,
        Shift=code, Start=start, End=end, Actual Start=actual start,
        Actual End=actual end, Rest (mins)=nothing, Work Time=hours,
        Booked By=nothing, Unavailability Type=kind, Status=status""",
    "DMS": """
        Collar No=id, Rank=rank, Surname=surname, Div=nothing, Section=team, Date=date,
        Rostered Start=start, Rostered End=end, Actual Start=actual start,
        Duty Type=kind, Activity=code, RD status=note, Notified on=nothing""",
    "DutySheet": """
        Duty ID=nothing, Officer=name, Collar=id, Rank=rank, Duty Type=kind,
        Date=date, Start=start, End=end, Hours=hours, Status=status,
        Supervisor=nothing, Availability=answer""",
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_headings_of_every_system_are_known(system):
    pairs = [pair.strip().split("=") for pair in SYSTEMS[system].split(",")]
    block = only(sheet([[heading for heading, _ in pairs]]))
    assert fields(block) == dict(pairs)


def test_two_rows_of_headings_are_read_as_one():
    page = sheet(
        [
            ["Collar", "Name", "Date", "Rostered", None, "Actual", None],
            [None, None, None, "Start", "End", "Start", "End"],
            [1, "Bui", FIRST, time(15), time(1), time(16), time(2)],
        ],
        merged=["D1:E1", "F1:G1"],
    )
    (entry,) = only(page).entries
    assert told(entry) == {
        "id": "1",
        "name": "Bui",
        "date": "04/01/2027",
        "start": "15:00",
        "end": "01:00",
        "actual start": "16:00",
        "actual end": "02:00",
    }


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([FIRST, LAST], ["from", "to"]),
        ([time(15), time(1)], ["start", "end"]),
        (["1500", "0100"], ["start", "end"]),
        (["04/01/2027", "08/01/2027"], ["from", "to"]),
    ],
)
@pytest.mark.parametrize("heads", [("Start", "End"), ("From", "To")])
def test_start_and_end_mean_what_stands_below_them(heads, values, expected):
    block = only(sheet([["Name", *heads], ["Bui", *values]]))
    assert list(fields(block).values()) == ["name", *expected]


def test_a_start_twice_is_a_date_and_a_time():
    block = only(
        sheet([["Name", "Start", "Start", "End"], ["Bui", FIRST, time(15), time(1)]])
    )
    (entry,) = block.entries
    assert told(entry)["from"] == "04/01/2027"
    assert told(entry)["start"] == "15:00"


def test_a_start_twice_as_times_is_asked_about():
    rows = [["Name", "Date", "Start", "End", "Start"]]
    rows.append(["Bui", FIRST, time(15), time(1), time(16)])
    rows.append(["Hill", FIRST, time(15), time(1), None])
    block = only(sheet(rows))
    waiting, going = block.entries
    assert [doubt.place.cell for doubt in block.doubts] == ["E1"]
    assert waiting.doubts == block.doubts
    assert going.doubts == ()


def test_a_near_miss_is_asked_about_and_its_rows_wait():
    rows = [["Name", "Absence Type", "From", "Tp", "Statsu"]]
    rows.append(["Bui", "AL", FIRST, LAST, "Approved"])
    rows.append(["Hill", "AL", FIRST, LAST, None])
    block = only(sheet(rows))
    (doubt,) = [doubt for doubt in block.doubts if doubt.found == "Statsu"]
    assert doubt.question is not None
    assert (doubt.likely, doubt.question.topic) == ("status", Topic.COLUMN)
    assert [doubt in entry.doubts for entry in block.entries] == [True, False]


def test_what_somebody_said_of_a_column_is_certain():
    rows = [["Name", "Statsu", "Nr"], ["Bui", "Approved", 7]]
    said = {(Topic.COLUMN, "statsu"): "nothing", (Topic.COLUMN, "nr"): "weight"}
    block = only(sheet([*rows]), recipe=Recipe(said=said))
    assert fields(block) == {"Name": "name", "Statsu": "nothing", "Nr": "weight"}
    assert block.doubts == ()


def test_a_column_without_a_heading_keeps_its_rows_waiting():
    rows = [[*ABSENCE, None], [*ROW, "cancelled, ask Sam"], [*ROW, None]]
    block = only(sheet(rows))
    (doubt,) = block.doubts
    assert doubt.question is not None
    assert (doubt.place.cell, doubt.question.word) == ("F1", "F")
    assert [entry.doubts for entry in block.entries] == [(doubt,), ()]
    said = Recipe(said={(Topic.COLUMN, "f"): "note"})
    assert only(sheet(rows), recipe=said).doubts == ()


def test_numbers_of_rows_need_no_heading():
    rows = [[None, "Name", "From", "To"], *([n, "Bui", FIRST, LAST] for n in (1, 2))]
    assert only(sheet(rows)).doubts == ()


def test_a_reason_is_a_kind_only_where_all_of_them_are():
    heads = ["Name", "From", "To", "Reason"]
    kinds = sheet([heads, ["Bui", FIRST, LAST, "Annual leave"]])
    secret = sheet([heads, ["Bui", FIRST, LAST, "migraine"]])
    assert fields(only(kinds))["Reason"] == "kind"
    assert fields(only(secret))["Reason"] == "private"
