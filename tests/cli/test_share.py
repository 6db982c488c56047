"""What a reader may not know is in no byte of what is shared with them."""

import json
import zipfile

import pytest

from tests.cli.books import falls
from tests.inputs.books import more, put, write_csv
from tests.report.printing import needs_reader, text_of

IDS = {"P1": "PQ7171", "P2": "PQ7272", "X1": "XZ7373"}
"""Ids that nothing else in a file could be."""
TRUST = ("Ann Lee", "Bob Day", IDS["P1"], IDS["P2"])
HOSPITAL = ("Cat Fox", IDS["X1"])
NOBODYS = ("on leave", "annual", "grievance", "tribunal", "slings", "SKILL-01", "37.5")
HIDDEN = {
    "ambulance": (*HOSPITAL, *NOBODYS),
    "H": (*TRUST, *NOBODYS),
    "lead": NOBODYS,
    "public": (*TRUST, *HOSPITAL, *NOBODYS),
}


def book():
    sheets = falls()
    sheets["Pairs"] = [["first", "second", "kind", "reason"]]
    more(sheets, "Pairs", "P1 | X1 | avoid | grievance, see tribunal")
    sheets["Skills"] = [["role", "skill", "posts"]]
    more(sheets, "Skills", "physiotherapist | slings | physiotherapist")
    sheets["Training"] = [["person", "skill", "from", "expires"]]
    more(sheets, "Training", "X1 | slings | 01/01/2026 | 07/01/2027")
    return {
        name: [[IDS.get(cell, cell) for cell in row] for row in rows]
        for name, rows in sheets.items()
    }


@pytest.fixture
def whole(folder, rota):
    write_csv(folder / "book", book())
    result = rota("build", "book", "--from", "2027-01-04", "--weeks", 1)
    assert result.exit_code == 0, result.output
    return folder / "rota"


def read(path):
    """All that anybody could find in a file."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            return "".join(parts.read(name).decode() for name in parts.namelist())
    if path.suffix == ".pdf":
        return text_of(path.read_bytes()) + path.read_bytes().decode("latin-1")
    return path.read_text(encoding="utf-8")


@needs_reader
@pytest.mark.parametrize("view", HIDDEN)
def test_no_format_tells_what_the_reader_may_not_know(whole, rota, folder, view):
    told = rota("share", "--view", view, "--out", "seen").output
    for command in ("calendar", "sheets", "show"):
        for options in ((), ("--json",)):
            result = rota(command, "seen", *options)
            assert result.exit_code == 0, result.output
            told += result.output
    for by in ("person", "week", "day", "share"):
        told += rota("show", "seen", "--by", by).output
    assert "people" not in json.loads((folder / "seen" / "rota.json").read_text())
    files = [path for path in (folder / "seen").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".csv", ".json", ".xlsx", ".html"}
    assert {path.suffix for path in files} >= {".ics", ".pdf"}
    said = told + "".join(f"{path.name} {read(path)}" for path in files)
    words = said.casefold()
    found = [secret for secret in HIDDEN[view] if secret.casefold() in words]
    assert found == []


def test_whoever_may_be_named_is_and_the_others_are_told_by_post(whole, rota, folder):
    assert rota("share", "--view", "ambulance", "--out", "seen").exit_code == 0
    crew = {
        (row["name"], row["post"])
        for row in json.loads((folder / "seen" / "rota.json").read_text())["rows"]
        if row["state"] == "filled"
    }
    assert ("physiotherapist", "physiotherapist") in crew
    assert {post for name, post in crew if name != post} == {"paramedic"}


@pytest.mark.parametrize(("view", "people"), [("lead", 2), ("H", 1), ("public", 0)])
def test_only_those_who_are_named_have_calendars(whole, rota, view, people):
    rota("share", "--view", view, "--out", "seen")
    found = json.loads(rota("calendar", "seen", "--json").stdout)["calendars"]
    assert sum(each["kind"] == "person" for each in found) == people


def test_nobody_reads_under_a_name_that_the_book_has_not(whole, rota):
    result = rota("share", "--view", "everybody")
    assert result.exit_code == 2
    assert "police, ambulance, lead, public, H, T" in result.output


def test_it_never_lands_beside_a_rota_that_says_more(whole, rota):
    result = rota("share", "--view", "public", "--out", "rota")
    assert result.exit_code == 2
    assert "Name another folder" in result.output
    assert rota("share", "--view", "public", "--out", "seen").exit_code == 0
    assert rota("share", "--view", "public", "--out", "seen").exit_code == 0


def test_a_shared_rota_says_that_its_book_is_not_known(whole, rota):
    rota("share", "--view", "public", "--out", "seen")
    result = rota("audit", "seen")
    assert result.exit_code == 2
    assert "does not say which book" in result.output


def test_two_of_one_post_on_one_shift_stay_two(folder, rota):
    sheets = put(falls(), "People", {})
    more(sheets, "People", "X2 | Dee Gray | physiotherapist | H | F-1 | 37.5")
    write_csv(folder / "book", sheets)
    rota("build", "book", "--from", "2027-01-04", "--weeks", 1)
    rota("share", "--view", "ambulance", "--out", "seen")
    before, after = (
        json.loads((folder / name / "rota.json").read_text())["rows"]
        for name in ("rota", "seen")
    )
    counted = [
        sum(row["state"] == "filled" for row in rows) for rows in (before, after)
    ]
    assert counted[0] == counted[1]
