"""Base rotas: lines by week, and which team is on which line."""

import pytest
from openpyxl import Workbook

from inputs.intake import ImportKind, survey
from tests.intake.kinds.says import questions, values

ONE, TWO = "E E L L N N RD", "RD RD RD E E L L"
GREEN = ("fill district = Northtown",)


@pytest.fixture
def base(book, tmp_path):
    """Survey a base rota of one week a line, and the teams on its lines."""

    def surveyed(
        lines, teams, *, title="Base rota from 04/01/2027", who="Team", say=()
    ):
        workbook = Workbook()
        sheet = workbook.active
        sheet.title = "Base rota"
        sheet.append([title])
        sheet.append(["Line", *["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]])
        for number, line in enumerate(lines, 1):
            sheet.append([number, *line.split()])
        if teams:
            listed = workbook.create_sheet("Teams")
            listed.append([who, "Line"])
            for team, line in teams.items():
                listed.append([team, line])
        path = tmp_path / "base.xlsx"
        workbook.save(path)
        return survey([path], book, kind=ImportKind.DUTIES, say=say).files[0]

    return surveyed


def test_a_team_goes_down_the_lines_from_its_own(base):
    file = base([ONE, TWO], {"Green": 1, "Amber": 2}, say=GREEN)
    assert values(file, "team", "district", "anchor", "pattern") == [
        (
            "Green",
            "Northtown",
            "04/01/2027",
            "E E L L N N - - - - E E L L",
        ),
        (
            "Amber",
            "Northtown",
            "04/01/2027",
            "- - - E E L L E E L L N N -",
        ),
    ]
    # As all teams of the book have these turns.
    assert values(file, "late start", "late end")[0] == ("15:00", "01:00")
    assert (file.read, file.used, file.refused) == (16, 16, 0)


def test_lines_without_teams_are_asked_about_line_by_line(base):
    file = base([ONE, TWO], {})
    assert questions(file) == [("team", "line 1"), ("team", "line 2")]
    say = "team line 1 = Red", "team line 2 = nothing"
    said = base([ONE, TWO], {}, say=say)
    assert values(said, "team", "district") == [("Red", "Northtown")]


def test_a_new_teams_district_and_the_first_day_are_asked_for(base):
    file = base([ONE, TWO], {"Green": 1}, title="Base rota")
    assert sorted(questions(file)) == [("fill", "anchor"), ("fill", "district")]
    say = *GREEN, "fill anchor = 11/01/2027"
    said = base([ONE, TWO], {"Green": 1}, title="Base rota", say=say)
    assert values(said, "anchor") == [("11/01/2027",)]


def test_a_day_that_is_no_turn_keeps_the_whole_rota_waiting(base):
    file = base([ONE, TWO.replace("E", "AL", 1)], {"Green": 1}, say=GREEN)
    assert file.rows == ()
    assert (file.read, file.refused) == (15, 15)


def test_a_base_rota_of_people_is_passed_over_with_the_reason(base):
    file = base([ONE, TWO], {"Shanice Kalsi": 1, "Oisin Ismail": 2}, who="Name")
    assert (file.rows, file.doubts, file.read, file.passed_over) == ((), (), 16, 16)
    assert any("a base rota of people" in item.because for item in file.passed)
