"""Workbooks of the corpus written into a book: as their truth says, once, and back."""

import json
from shutil import copytree

import pytest

import inputs
from inputs.intake import ImportKind, survey
from inputs.intake.changes.working_out import changes
from inputs.intake.writing import undo, write
from tests.intake.corpus.__main__ import FOLDER
from tests.intake.corpus.events import FIRST

FILES = (
    "esr-absence.xlsx",
    "esr-absence-open.xlsx",
    "esr-absence-zeros.xlsx",
    "leave-hours.xlsx",
    "leave-overlaps.xlsx",
    "healthroster-statuses.csv",
    "wall-chart.xlsx",
    "chart-two-codes.xlsx",
    "colours-legend.xlsx",
    "grs-duties.csv",
    "crew-sheet.xlsx",
    "specials-yes-no.xlsx",
    "requests.xlsx",
    "skills-matrix-odd.xlsx",
    "esr-staff-leavers.xlsx",
    "list-bad-dates.xlsx",
)


@pytest.fixture
def book(tmp_path):
    return copytree(FOLDER / "book", tmp_path / "book")


def worked_out(book, name):
    """What the file would change, and how many rows its truth has."""
    truth = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    kind, say = ImportKind(truth["kind"]), tuple(truth["say"])
    found = survey((FOLDER / name,), book, kind=kind, say=say)
    return changes(book, found.files), len(truth["rows"])


def bytes_of(book):
    files = [path for path in sorted(book.rglob("*")) if path.is_file()]
    return {path: path.read_bytes() for path in files if "imports" not in path.parts}


def faults_of(book):
    """What is wrong with the book, apart from where."""
    try:
        reading = inputs.read(book, first=FIRST, weeks=2)
    except inputs.BadInputs as bad:
        return {(fault.found, fault.wanted, fault.severity) for fault in bad.faults}
    return {(fault.found, fault.wanted, fault.severity) for fault in reading.warnings}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_written_once_and_can_be_taken_back(book, name):
    before = bytes_of(book)
    asked, count = worked_out(book, name)
    assert len(asked.added) == count
    assert (asked.changed, asked.gone) == ((), ())
    write(asked)
    again, _ = worked_out(book, name)
    assert again.is_empty
    assert len(again.same) == count
    if count:
        undo(book)
    assert bytes_of(book) == before


@pytest.mark.parametrize("name", FILES)
def test_no_file_makes_the_book_unreadable(book, name):
    asked, _ = worked_out(book, name)
    write(asked)
    errors = {fault for fault in faults_of(book) if fault[2] == "error"}
    assert errors == set()


def test_all_files_of_one_kind_fit_into_one_book(book):
    for name in ("esr-absence.xlsx", "dms-abstractions.csv", "leave-overlaps.xlsx"):
        asked, _ = worked_out(book, name)
        write(asked)
    assert not {fault for fault in faults_of(book) if fault[2] == "error"}
