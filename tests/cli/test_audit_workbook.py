"""`rota audit` of workbooks that people edited or made by hand."""

import json
import shutil
from datetime import date, timedelta

import pytest
from openpyxl import Workbook, load_workbook

from inputs.intake._marks import MARK_COLOUR
from inputs.intake.opening import open_source

MONDAY = date(2027, 1, 4)


@pytest.fixture
def edit(built, folder):
    """Write into cells of the sheet by car."""
    path = folder / built / "rota.xlsx"

    def change(**cells):
        book = load_workbook(path)
        for address, value in cells.items():
            book["Rota"][address] = value
        book.save(path)
        return path

    return change


def found(rota, *words):
    result = rota("audit", *words, "--json")
    return result.exit_code, json.loads(result.stdout)


def test_a_workbook_that_nobody_edited_has_no_edits(built, rota):
    code, told = found(rota, "rota/rota.xlsx")
    assert code == 0
    assert told["edits"] == []
    assert (
        "No edits, against the rota as it was written."
        in rota("audit", "rota/rota.xlsx").stdout
    )


def test_a_legal_edit_is_told_by_its_cell(edit, rota, built):
    before = load_workbook("rota/rota.xlsx")["Rota"]["C3"].value
    other = {"Ann Lee": "=Bob Day", "=Bob Day": "Ann Lee"}[before]
    code, told = found(rota, edit(C3=other))
    (only,) = told["edits"]
    assert code == 0
    assert only["cell"] == "[rota.xlsx]Rota!C3"
    assert (only["date"], only["unit"], only["post"]) == (
        "2027-01-04",
        "F-1",
        "paramedic",
    )
    assert only["verdict"] in ("fine", "worse")


def test_an_edit_that_breaks_a_rule_is_told_with_who_could_stand_there(edit, rota):
    # On Wednesday the only physiotherapist is on leave.
    code, told = found(rota, edit(C5="Ann Lee", D5="Cat Fox"))
    assert code == 1
    by_cell = {each["cell"]: each for each in told["edits"]}
    cat = by_cell["[rota.xlsx]Rota!D5"]
    assert cat["verdict"] == "breaks a rule"
    assert any("LEAVE-01" in said and "Cat Fox" in said for said in cat["findings"])
    assert {each["date"] for each in told["repair"]} == {"2027-01-06"}
    assert told["is_least_repair"]


def test_a_name_cleared_can_be_filled_by_the_other_paramedic(edit, rota):
    before = load_workbook("rota/rota.xlsx")["Rota"]["C3"].value
    said = " ".join(rota("audit", edit(C3=None)).stdout.split())
    assert f"C3 Mon 4 Jan 2027 F-1 day, paramedic: {before} taken off" in said
    assert "could stand there" in said
    assert "The smallest repair changes 1 place (proved)" in said


def test_it_is_compared_with_another_rota_if_so_said(edit, rota, folder):
    shutil.copytree("rota", "first")
    path = edit(C3=None)
    _, told = found(rota, path, "--against", "first")
    assert [each["cell"] for each in told["edits"]] == ["[rota.xlsx]Rota!C3"]
    _, told = found(rota, "rota/rota.csv", "--against", path)
    assert [each["after"] for each in told["edits"]] != [[]]
    assert [each["before"] for each in told["edits"]] == [[]]


def parts_changed(one, other):
    from zipfile import ZipFile

    with ZipFile(one) as first, ZipFile(other) as second:
        kept = first.namelist()
        return {n for n in kept if first.read(n) != second.read(n)}


def test_marking_writes_a_copy_with_the_cells_marked_and_all_else_as_it_was(
    edit, rota, folder
):
    path = edit(C5="Ann Lee", D5="Cat Fox")
    content = path.read_bytes()
    result = rota("audit", path, "--mark")
    copy = folder / "rota" / "rota marked.xlsx"
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == f"Marked: {copy}"
    assert path.read_bytes() == content
    sheet = load_workbook(copy)["Rota"]
    assert sheet["D5"].fill.fgColor.rgb == f"FF{MARK_COLOUR}"
    assert "LEAVE-01" in sheet["D5"].comment.text
    assert "The smallest repair" in sheet["D5"].comment.text
    assert sheet["C3"].comment is None
    names = parts_changed(path, copy)
    assert {name for name in names if "worksheets/sheet" in name} == {
        "xl/worksheets/sheet1.xml"
    }


def test_a_second_copy_gets_a_name_of_its_own(edit, rota, folder):
    path = edit(C3=None)
    rota("audit", path, "--mark")
    assert rota("audit", path, "--mark").stdout.endswith("rota marked 2.xlsx\n")


def test_marked_where_it_lies_and_mended_it_is_as_it_was(edit, rota, folder):
    before = load_workbook("rota/rota.xlsx")["Rota"]["C3"].value
    path = edit(C3=None)
    rota("audit", path, "--marked", path)
    assert load_workbook(path)["Rota"]["C3"].comment is not None
    rota("audit", edit(C3=before), "--marked", path)
    cell = load_workbook(path)["Rota"]["C3"]
    assert (cell.value, cell.comment) == (before, None)
    assert cell.fill.fgColor.rgb != f"FF{MARK_COLOUR}"
    assert found(rota, path)[1]["edits"] == []


def test_a_file_that_is_no_workbook_cannot_be_marked(built, rota):
    result = rota("audit", "rota", "--mark")
    assert result.exit_code == 2
    assert "is no workbook" in result.stderr


def test_a_name_of_two_meanings_is_a_fault_at_its_cell(edit, rota):
    result = rota("audit", edit(C3="Bob Dai"))
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "rota.xlsx Rota C3 Bob Dai" in said
    assert "Bob Day (P2)" in said


def test_a_workbook_is_shown_and_explained_like_any_rota(edit, rota):
    path = edit(C3=None)
    assert rota("show", path).exit_code == 0
    assert rota("why", path, "Ann Lee", "2027-01-04").exit_code == 0
    assert rota("calendar", path).exit_code == 0


def crew_sheet(path, *rows):
    """A wall-chart: dates down, the car's posts across, names in the cells."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Wall"
    sheet.append(["Falls car, January 2027"])
    sheet.append([])
    sheet.append(["Date", "F-1 Paramedic", "F-1 Physio"])
    for number, names in enumerate(rows):
        sheet.append([MONDAY + timedelta(number), *names])
    book.save(path)
    return path


def test_a_wall_chart_of_crews_is_audited_and_marked(folder, book, rota):
    path = crew_sheet(
        folder / "wall.xlsx",
        ("Ann Lee", "Cat Fox"),
        ("A Lee", "C Fox"),
        ("Ann Lee", "Cat Fox"),
        ("Ann Lee", "Nobody Known"),
    )
    result = rota("audit", path, "--book", book, "--mark", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    leave = [each for each in told["breaches"] if each["rule"] == "LEAVE-01"]
    assert [(each["date"], each["people"]) for each in leave] == [
        ("2027-01-06", ["X1"])
    ]
    assert [(each["cell"], each["found"]) for each in told["faults"]] == [
        ("C7", "Nobody Known")
    ]
    sheet = load_workbook(told["marked"])["Wall"]
    assert "LEAVE-01" in sheet["C6"].comment.text
    assert "Nobody Known" in sheet["C7"].comment.text
    assert sheet["B4"].comment is None


def test_a_grid_of_people_and_dates_is_audited_too(folder, book, rota):
    work = Workbook()
    sheet = work.active
    sheet.append(["Name", *(MONDAY + timedelta(n) for n in range(7))])
    for cell in sheet[1][1:]:
        cell.number_format = "dd/mm/yyyy"
    sheet.append(["Ann Lee", "F-1", "F-1", "F-1"])
    sheet.append(["Cat Fox", "F-1", "F-1", "F-1"])
    work.save(folder / "grid.xlsx")
    result = rota("audit", folder / "grid.xlsx", "--book", book, "--mark", "--json")
    told = json.loads(result.stdout)
    rules = {(each["rule"], each["date"]) for each in told["breaches"]}
    assert ("LEAVE-01", "2027-01-06") in rules
    marked = open_source(folder / "grid marked.xlsx").sheets[0]
    assert "LEAVE-01" in load_workbook(told["marked"])["Sheet"]["D3"].comment.text
    assert marked.at(3, 4).note == ""


def test_a_sheet_that_tells_of_no_duties_is_refused_in_plain_words(folder, book, rota):
    work = Workbook()
    work.active.append(["Shopping", "Milk"])
    work.save(folder / "list.xlsx")
    result = rota("audit", folder / "list.xlsx", "--book", book)
    assert result.exit_code == 2
    assert "nothing that tells who is on which car when" in " ".join(
        result.stderr.split()
    )
