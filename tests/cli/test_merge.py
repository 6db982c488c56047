"""`rota merge` at the command line."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook


@pytest.fixture
def sides(built, folder):
    """Copies of the built rota, of which cells are written over."""

    def make(name, **cells):
        path = folder / f"{name}.xlsx"
        shutil.copy(folder / built / "rota.xlsx", path)
        book = load_workbook(path)
        for address, value in cells.items():
            book["Rota"][address] = value
        book.save(path)
        return path

    return make


def merged(rota, *words):
    result = rota("merge", "rota", *words, "--book", "book", "--json")
    return result.exit_code, json.loads(result.stdout)


def crews(folder="merged"):
    with Path(folder, "rota.csv").open(encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        return {(r["date"], r["post"], r["name"]) for r in rows if r["person"]}


def paramedics(folder="rota"):
    """Who is on the car on each day."""
    return {day: name for day, post, name in crews(folder) if post == "paramedic"}


def other(name):
    return "Ann Lee" if name.endswith("Bob Day") else "=Bob Day"


def test_nothing_merged_with_nothing_is_the_rota_as_it_was(built, rota):
    code, told = merged(rota, "rota", "rota/rota.xlsx")
    assert code == 0
    assert crews() == crews("rota")
    assert told["written"][0] == "merged/rota.csv"


def test_a_merged_rota_claims_no_proof(built, rota, folder):
    assert merged(rota, "rota", "rota/rota.xlsx")[0] == 0
    document = json.loads((folder / "merged" / "rota.json").read_text("utf-8"))
    assert document["outcome"] == "as it stands"
    assert {tier["bound"] for tier in document["tiers"]} == {None}
    assert not any(tier["proved"] for tier in document["tiers"])
    assert "most" not in document["shifts"]
    assert "nothing is proved of how good it is" in document["notes"][0]
    page = (folder / "merged" / "rota.html").read_text("utf-8")
    assert "Whether more could be crewed was not looked into" in page
    assert "No legal rota crews more" not in page


def test_changes_of_both_sides_are_all_in_the_merged_rota(sides, rota):
    first = paramedics()
    mine = sides("mine", C3=other(first["2027-01-04"]))
    theirs = sides("theirs", C4=other(first["2027-01-05"]))
    code, _ = merged(rota, mine, theirs)
    found = paramedics("merged")
    assert code == 0
    for day in ("2027-01-04", "2027-01-05"):
        assert found[day].lstrip("'=") != first[day].lstrip("'=")
    assert merged(rota, theirs, mine)[0] == 0
    assert paramedics("merged") == found


def test_a_clash_is_told_side_by_side_and_nothing_is_written(sides, rota, folder):
    mine, theirs = sides("mine", C3="Ann Lee"), sides("theirs", C3="Cat Fox")
    base = sides("base", C3="=Bob Day")
    result = rota("merge", base, mine, theirs, "--book", "book")
    said = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert "before =Bob Day mine Ann Lee theirs Cat Fox" in said
    assert not (folder / "merged" / "rota.csv").exists()
    assert (folder / "merged" / "clashes.csv").exists()


@pytest.mark.parametrize(("side", "name"), [("mine", "Ann Lee"), ("theirs", "Cat Fox")])
def test_one_side_can_be_taken_everywhere(sides, rota, side, name):
    base = sides("base", C3="=Bob Day")
    mine, theirs = sides("mine", C3="Ann Lee"), sides("theirs", C3="Cat Fox")
    rota("merge", base, mine, theirs, "--book", "book", "--take", side)
    assert ("2027-01-04", "paramedic", name) in crews()


def answered(path, word, *, as_workbook):
    with path.open(encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    for row in rows[1:]:
        row[rows[0].index("take")] = word
    if as_workbook:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path.with_suffix(".xlsx"))
        return path.with_suffix(".xlsx")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize("as_workbook", [False, True])
def test_clashes_are_answered_in_the_file(sides, rota, folder, as_workbook):
    base = sides("base", C3="=Bob Day")
    mine, theirs = sides("mine", C3="Ann Lee"), sides("theirs", C3="Cat Fox")
    words = ("merge", base, mine, theirs, "--book", "book")
    rota(*words)
    path = folder / "merged" / "clashes.csv"
    assert rota(*words, "--answers", path).exit_code == 1, "nothing is answered yet"
    path = answered(path, "mine", as_workbook=as_workbook)
    assert rota(*words, "--answers", path).exit_code == 0
    assert ("2027-01-04", "paramedic", "Ann Lee") in crews()


def test_an_answer_that_is_neither_side_is_a_fault_at_its_cell(sides, rota, folder):
    base = sides("base", C3="=Bob Day")
    mine, theirs = sides("mine", C3="Ann Lee"), sides("theirs", C3="Cat Fox")
    words = ("merge", base, mine, theirs, "--book", "book")
    rota(*words)
    path = answered(folder / "merged" / "clashes.csv", "their", as_workbook=False)
    result = rota(*words, "--answers", path)
    assert result.exit_code == 2
    assert "G2" in result.stderr
    assert "theirs" in result.stderr


def test_what_newer_leave_breaks_is_told_and_the_smallest_repair_made(
    sides, rota, folder
):
    leave = folder / "book" / "Leave.csv"
    first = paramedics()["2027-01-05"].lstrip("'")
    person = "P2" if first == "=Bob Day" else "P1"
    with leave.open("a", newline="") as file:
        csv.writer(file).writerow([person, "annual", "05/01/2027", "05/01/2027"])
    result = rota("merge", "rota", "rota", "rota", "--book", "book")
    said = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert "LEAVE-01" in said
    assert "The smallest repair (proved) would be; --repair makes it" in said
    result = rota("merge", "rota", "rota", "rota", "--book", "book", "--repair")
    assert result.exit_code == 0, result.output
    assert paramedics("merged")["2027-01-05"].lstrip("'") == other(first)


def test_a_line_of_one_side_that_the_book_does_not_know_is_a_fault(built, rota, folder):
    shutil.copytree("rota", "mine")
    path = folder / "mine" / "rota.csv"
    path.write_text(path.read_text().replace(",X1,", ",X9,"))
    result = rota("merge", "rota", "mine", "rota", "--book", "book")
    assert result.exit_code == 2
    assert "X9" in result.stderr
